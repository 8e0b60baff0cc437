"""Names as the log already spells them."""

from __future__ import annotations

from tracker.domain.entry import checked_name
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
