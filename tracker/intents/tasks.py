"""What is said of tasks and what they are called: amended, renamed, several made one."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.entry import checked_name
from tracker.domain.errors import InvalidValue, Refused
from tracker.domain.task import Task
from tracker.intents.naming import recorded, same_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.book import Book
    from tracker.domain.entry import Entry
    from tracker.intents.intent import Amend, Merge, Rename

_SAID = tuple(field for field in Task.__fields__ if field not in ("name", "revised"))
_UNSAID = {"project": "", "category": "", "silent": False}
"""What a field holds while nobody has said anything, where that is not ``None``."""


def amend(intent: Amend, book: Book) -> Draft:
    """Take down what its owner says of a task; one that is only logged gets its record.

    Raises:
        Refused: Nothing was ever logged under that name.
        InvalidValue: There is no such field, or its value cannot be.
    """
    said: dict[str, object] = {}
    for field, given in intent.said:
        if field not in _SAID:
            raise InvalidValue(f"Nothing called {field} can be said of a task.")
        said[field] = _UNSAID.get(field) if given is None else given
    task = recorded(intent.task, book)
    return Draft(_amended(task.name, said), put_tasks=(task.replace(**said),))


def _amended(name: str, said: dict[str, object]) -> str:
    """Past-tense words for what was said."""
    match list(said.items()):
        case [("cadence", None)]:
            return f"left the rhythm of {name} to the log"
        case [("cadence", _)]:
            return f"declared the rhythm of {name}"
        case [("paused_until", None)]:
            return f"resumed {name}"
        case [("paused_until", day)]:
            return f"paused {name} until {day}"
        case [("silent", silent)]:
            return f"{'silenced' if silent else 'let speak'} reminders of {name}"
        case _:
            return f"rated {name}"


def rename(intent: Rename, book: Book) -> Draft:
    """Give a task and everything logged on it another name, or another spelling.

    Raises:
        Refused: There is no such task, or the new name is another task's.
        InvalidValue: No task can be called so.
    """
    name = checked_name("task", intent.name, required=True)
    old = _known(intent.task, book)
    if not same_name(old.name, name) and any(same_name(t.name, name) for t in book.tasks()):
        raise Refused(f"There is a task {name} already: merge {old.name} into it instead.")
    return _under(old.replace(name=name), (old.name,), book, f"renamed {old.name} to {name}")


def merge(intent: Merge, book: Book) -> Draft:
    """Let what was logged on some tasks count for another one.

    What that one does not say of itself is taken over from the others, the first one first.

    Raises:
        Refused: One of them does not exist, or there is nothing to merge.
    """
    into = _known(intent.into, book)
    others = [_known(name, book) for name in intent.tasks if not same_name(name, into.name)]
    if not others:
        raise Refused(f"Say which tasks to merge into {into.name}.")
    names = tuple(dict.fromkeys(other.name for other in others))
    label = f"merged {', '.join(names)} into {into.name}"
    return _under(_completed(into, others), names, book, label)


def _known(name: str, book: Book) -> Task:
    wanted = checked_name("task", name, required=True)
    for task in book.tasks():
        if same_name(task.name, wanted):
            return task
    raise Refused(f'There is no task "{wanted}": choose one of those that there are.')


def _under(task: Task, names: Iterable[str], book: Book, label: str) -> Draft:
    """Everything logged under ``names``, and under other spellings of them, as ``task``'s."""
    folded = {task.name.casefold(), *(name.casefold() for name in names)}
    entries: dict[str, Entry] = {
        entry.id: entry for name in sorted(folded) for entry in book.named(name)
    }
    from tracker.intents.papers import carried

    put_papers, drop_papers = carried(book.papers(), folded, task.name)
    return Draft(
        label,
        put_papers=put_papers,
        drop_papers=drop_papers,
        put=tuple(
            entry.replace(task=task.name) for entry in entries.values() if entry.task != task.name
        ),
        put_tasks=(task,),
        delete_tasks=tuple(
            known.name
            for known in book.tasks()
            if known.name != task.name and known.name.casefold() in folded
        ),
    )


def _completed(task: Task, others: Iterable[Task]) -> Task:
    """``task`` with the answers of others where it has none of its own."""
    for other in others:
        unsaid = {
            field: given
            for field in _SAID
            if getattr(task, field) == _UNSAID.get(field)
            and (given := getattr(other, field)) != _UNSAID.get(field)
        }
        task = task.replace(**unsaid) if unsaid else task
    return task
