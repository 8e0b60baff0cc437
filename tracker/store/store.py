"""The log on disk: TinyDB ledgers by month and device, one lock, a history that can be undone."""

from __future__ import annotations

import os

from tracker.domain.book import Change
from tracker.domain.errors import StoreError
from tracker.store import files
from tracker.store.folders import Folders
from tracker.store.lock import Lock, lock_path
from tracker.store.look import Look
from tracker.store.rows import PENDING
from tracker.store.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from typing import Any, TypeVar

    from tracker.domain.book import Book, DayAmount, Draft, Stint
    from tracker.domain.entry import Entry
    from tracker.domain.papers import Paper
    from tracker.domain.span import Span
    from tracker.domain.task import Task
    from tracker.store.writer import Writer

    Answer = TypeVar("Answer")
    Row = dict[str, Any]

_ATTEMPTS = 40
"""Looks at a log that keeps changing before a reader waits its turn like a writer."""


class Store:
    """A :class:`~tracker.domain.book.Log` in a folder; call it off the event loop.

    Reading takes no lock, creates nothing, and sees the log as it was at one instant. Each
    method raises StoreError where a file cannot be read or written.
    """

    def __init__(
        self, home: str, *, device: str, state: str, now: Callable[[], float], wait: float = 10.0
    ) -> None:
        """Keep the arguments; the disk is not touched.

        Args:
            home: The folder of the log.
            device: This machine's folder in it; empty where it can have none (reading works).
            state: The folder for the lock and caches, never synced.
            now: The clock, in epoch seconds.
            wait: Seconds to wait for another writer.
        """
        self.home = home
        self.device = device
        self.state = state
        self._now = now
        self._wait = wait
        self._lock = ""

    def running(self) -> tuple[Entry, ...]:
        """Every entry whose timer runs, oldest first; costs the same however much is logged."""
        return self._seen(lambda view: view.running())

    def overlapping(self, span: Span) -> tuple[Entry, ...]:
        """Entries with clock time in ``span``, running ones as if they never ended, in order."""
        return self._seen(lambda view: view.overlapping(span))

    def entries(self, start: datetime, stop: datetime) -> tuple[Entry, ...]:
        """What has clock time in ``[start, stop)``, or an amount's noon in it; by ``order()``."""
        return self._seen(lambda view: view.entries(start, stop))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id; an old one costs the months since."""
        return self._seen(lambda view: view.entry(entry_id))

    def latest(self, count: int) -> tuple[Entry, ...]:
        """The last ``count`` entries by start, newest first."""
        return self._seen(lambda view: view.latest(count))

    def tasks(self) -> tuple[Task, ...]:
        """Every known task, by name."""
        return self._seen(lambda view: view.tasks())

    def named(self, task: str) -> tuple[Entry, ...]:
        """Every entry of that task, upper or lower case alike, by ``order()``; reads all."""
        return self._seen(lambda view: view.named(task))

    def suggestions(self) -> tuple[Entry, ...]:
        """What waits to be accepted, in order; kept out of everything else."""
        return self._seen(lambda view: view.suggestions())

    def suggested_ids(self) -> frozenset[str]:
        """Ids of every suggestion there was, settled ones included."""
        return self._seen(lambda view: view.suggested_ids())

    def papers(self) -> tuple[Paper, ...]:
        """Every quote, brief, hand-off, bill, check, put-off and review; by id."""
        return self._seen(lambda view: view.papers())

    def known_ids(self, start: datetime, stop: datetime) -> frozenset[str]:
        """Ids, deleted ones included, whose month files ``[start, stop)`` touches."""
        return self._seen(lambda view: view.known_ids(start, stop))

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        """What :meth:`entries` selects, as raw rows in no promised order; epoch seconds.

        All files are opened at one instant and then read one by one, so that ten years of
        rows are never in memory together. See "store" in ARCHITECTURE.md for the fields.
        """
        with Look() as look:
            self._settle(look, lambda view: view.open_files(start, stop))
            yield from View(Folders(self.home, self.device, look)).select(start, stop)

    def filed(self, month: str) -> list[Row]:
        """The live rows filed under a UTC month such as ``2026-11``, in no promised order."""
        return self._seen(lambda view: view.live(month))

    def stints(self, start: int, stop: int) -> tuple[list[Stint], list[DayAmount]]:
        """The same as plain tuples, from what is kept of months at rest; see the module."""
        from tracker.store.stints import stints

        return stints(self, start, stop)

    def stints_by_year(
        self, start: int, stop: int
    ) -> Iterator[tuple[list[Stint], list[DayAmount]]]:
        """The same in pieces, read one after another: ten years are never in memory together."""
        from tracker.store.stints import stints_by_year

        return stints_by_year(self, start, stop)

    def change(self, decide: Callable[[Book], Draft]) -> Change:
        """Read, decide and write under the lock; durable once it returns.

        A draft that changes nothing writes nothing and yields a change of number 0. Whatever
        ``decide`` raises goes through, and nothing is written.
        """
        return self._writing(lambda writer: writer.change(decide))

    def undo(self) -> Change:
        """Take back the newest change not yet undone.

        Raises:
            Refused: There is none, it is no longer kept, or another machine has since changed
                what it touched.
        """
        return self._writing(lambda writer: writer.undo())

    def redo(self) -> Change:
        """Apply again what was undone last; refused as :meth:`undo` is."""
        return self._writing(lambda writer: writer.redo())

    def changes(self, count: int) -> tuple[Change, ...]:
        """The newest ``count`` changes on this machine, newest first, without their entries."""
        from tracker.store.history import History
        from tracker.store.record import decode

        history = History(self.home, self.device)
        path = os.path.join(self.home, self.device, PENDING)
        data = files.read(path) if self.device else None
        headers = [decode(data).header] if data is not None else []
        headers += [
            header
            for header in (history.newest(count) if self.device else ())
            if not headers or header.number != headers[0].number
        ]
        return tuple(Change(one.number, one.label, one.kind) for one in headers[:count])

    def stamp(self) -> tuple[object, ...]:
        """Differs from an earlier one where the log or the settings may have changed; cheap."""
        from tracker.store.stamp import stamp

        if not self._lock:
            self._lock = lock_path(self.state, self.home)
        return stamp(self.home, self._lock)

    def _seen(self, ask: Callable[[View], Answer]) -> Answer:
        with Look() as look:
            return self._settle(look, ask)

    def _settle(self, look: Look, ask: Callable[[View], Answer]) -> Answer:
        """Ask until nothing changed under the answer; a log that never rests is locked."""
        folder = os.path.join(self.home, self.device)
        pending = os.path.join(folder, PENDING)
        for _ in range(_ATTEMPTS):
            answer = ask(View(Folders(self.home, self.device, look)))
            if look.settled(folder=folder, last=pending):
                return answer
        with Lock(lock_path(self.state, self.home), self._wait):
            look.settled(folder=folder, last=pending)
            return ask(View(Folders(self.home, self.device, look)))

    def _writing(self, step: Callable[[Writer], Change]) -> Change:
        from tracker.store.writer import Writer

        if not self.device:
            raise StoreError(
                f"{self.state} cannot be written, and this machine keeps its name and its lock "
                "there. Make it writable, or set XDG_STATE_HOME to a folder of your own."
            )
        with Lock(lock_path(self.state, self.home), self._wait) as lock:
            return step(Writer(self.home, self.device, self._now(), lock))
