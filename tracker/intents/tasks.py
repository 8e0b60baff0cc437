"""Changing what work is called: a task renamed, several tasks made one."""

from __future__ import annotations

from tracker.domain.book import Draft
from tracker.domain.entry import checked_name
from tracker.domain.errors import Refused
from tracker.domain.task import MARKS, RATINGS
from tracker.intents.naming import same_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.book import Book
    from tracker.domain.entry import Entry
    from tracker.domain.task import Task
    from tracker.intents.intent import Merge, Rename


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
    return Draft(
        label,
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
            for field in ("project", "category", *RATINGS, *MARKS)
            if getattr(task, field) in (None, "")
            and (given := getattr(other, field)) not in (None, "")
        }
        task = task.replace(**unsaid) if unsaid else task
    return task
