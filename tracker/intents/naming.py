"""Names as the log already spells them."""

from __future__ import annotations

from tracker.domain.entry import checked_name
from tracker.domain.errors import Refused
from tracker.domain.task import Task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.domain.book import Book


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in case alone."""
    return one == other or one.casefold() == other.casefold()


def known_spelling(name: str, book: Book) -> tuple[str, tuple[Task, ...]]:
    """``name`` as a known task spells it, and the task to add where none does.

    Raises:
        InvalidValue: It is empty, too long, or not valid Unicode.
    """
    wanted = checked_name("task", name, required=True)
    folded = wanted.casefold()
    for task in book.tasks():
        if task.name.casefold() == folded:
            return task.name, ()
    return wanted, (Task(wanted),)


def recorded(name: str, book: Book) -> Task:
    """The record of a task that there is; a new one where it is logged and has none yet.

    Raises:
        Refused: Nothing is known under that name.
        InvalidValue: No task can be called so.
    """
    known, new = known_spelling(name, book)
    if not new:
        return next(task for task in book.tasks() if task.name == known)
    logged = book.named(known)
    if not logged:
        raise Refused(f'There is no task "{known}": choose one of those that there are.')
    return Task(logged[-1].task)
