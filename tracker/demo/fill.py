"""Writing a made-up log into an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.book import Draft
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.demo.generate import DemoLog
    from tracker.domain.book import Book, Change, Log


def fill(log: Log, demo: DemoLog) -> Change:
    """Put the demo's tasks, entries and papers into ``log``, in one change that undo takes back.

    Raises:
        Refused: The log holds something: a made-up past must never mix with a real one.
    """

    def decide(book: Book) -> Draft:
        if book.latest(1):
            raise Refused("The demo only fills an empty log: give it a folder of its own.")
        return Draft(
            "filled in the demo", demo.entries, put_tasks=demo.tasks, put_papers=demo.papers
        )

    return log.change(decide)
