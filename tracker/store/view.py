"""The log as all devices together tell it: the newest of each row, and where it lies.

Every entry has a birth month: the UTC month it first began in. Its newest state is found in one
of three places on each device: among what runs (``open.json``, always read), in its birth month,
or in the month it was moved to. A row outside its birth month says so (``born``), and the birth
month then holds a mark of the same ``revised`` that says where it went (``moved``). So whoever
reads some months only can still tell what is newest, at the price of the birth month of those
few that moved; and where a single device exists nothing needs to be asked at all.
"""

from __future__ import annotations

from tracker.domain.errors import InvalidValue, StoreError
from tracker.store import rows as shape
from tracker.store.rows import ASIDE, LOOK_BACK, OPEN, PAPERS, SUGGESTIONS, TASKS, is_newer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from typing import Any, TypeVar

    from tracker.domain.entry import Entry
    from tracker.domain.papers import Paper
    from tracker.domain.span import Span
    from tracker.domain.task import Task
    from tracker.store.folders import Folders

    Row = dict[str, Any]
    Made = TypeVar("Made")

_FAR_FUTURE = 1 << 35
"""Epoch seconds after everything."""
_FEW_MONTHS = 6
"""Up to here names are tried one by one; past it the folder is listed once."""


class Found:
    """Where an entry is: its newest row on any device, deleted or not, and its birth month."""

    __slots__ = ("born", "row")

    def __init__(self, row: Row, born: str) -> None:
        """``row`` is live, or a tombstone."""
        self.row = row
        self.born = born

    @property
    def live(self) -> Row | None:
        """The row, unless the entry is deleted."""
        return None if "deleted" in self.row else self.row


class View:
    """A :class:`~tracker.domain.book.Book` over the folders of every device."""

    def __init__(self, folders: Folders) -> None:
        """Read nothing before it is asked for."""
        self.folders = folders
        self._running: dict[str, Row] | None = None

    def running(self) -> tuple[Entry, ...]:
        """Every entry whose timer runs, oldest first."""
        return self._entries(self._running_rows().values())

    def overlapping(self, span: Span) -> tuple[Entry, ...]:
        """Entries with clock time in ``span``, running ones as if they never ended, in order."""
        selected = self.select(_second(span.start), _second(span.stop))
        return self._entries(row for row in selected if "day" not in row)

    def entries(self, start: datetime, stop: datetime) -> tuple[Entry, ...]:
        """What has clock time in ``[start, stop)``, and amounts whose noon lies in it."""
        return self._entries(self.select(_second(start), _second(stop)))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id; reads months from the newest back until it is found."""
        found = self.locate(entry_id, thorough=True)
        if found is None or found.live is None:
            return None
        return self.made(shape.entry, found.live)

    def latest(self, count: int) -> tuple[Entry, ...]:
        """The last ``count`` entries by start, newest first; reads no more months than needed."""
        running = list(self._running_rows().values())
        filed: list[Row] = []
        for month in reversed(self.folders.months()):
            start = shape.month_start(month)
            filed += self.live(month)
            if len(filed) + sum(row["start"] >= start for row in running) >= count:
                break
        ordered = sorted(filed + running, key=_order, reverse=True)
        return tuple(self.made(shape.entry, row) for row in ordered[:count])

    def tasks(self) -> tuple[Task, ...]:
        """Every known task, by name."""
        live = (row for row in self.newest(TASKS).values() if "deleted" not in row)
        made = [self.made(shape.task, row) for row in live]
        return tuple(sorted(made, key=lambda task: task.name.casefold()))

    def named(self, task: str) -> tuple[Entry, ...]:
        """Every entry of the task of that name, upper or lower case alike; reads everything."""
        folded = task.casefold()
        everything = self.select(0, _FAR_FUTURE)
        return self._entries(row for row in everything if row["task"].casefold() == folded)

    def suggestions(self) -> tuple[Entry, ...]:
        """What waits to be accepted, in order."""
        rows = self.newest(SUGGESTIONS).values()
        return self._entries(row for row in rows if "deleted" not in row)

    def suggested_ids(self) -> frozenset[str]:
        """Ids of every suggestion, settled ones included."""
        return frozenset(self.newest(SUGGESTIONS))

    def papers(self) -> tuple[Paper, ...]:
        """Every paper, by id."""
        live = [row for _, row in sorted(self.newest(PAPERS).items()) if "deleted" not in row]
        if not live:
            return ()
        from tracker.store.paper_rows import paper

        return tuple([self.made(paper, row) for row in live])

    def known_ids(self, start: datetime, stop: datetime) -> frozenset[str]:
        """Ids, deleted ones included, in the month files that ``[start, stop)`` touches."""
        known = set(self._running_rows())
        for month in self._months(_second(start), _second(stop)):
            for device in self.folders.devices:
                table = self.folders.table(device, f"{month}.json")
                known.update(row["id"] for row in table.values())
        return frozenset(known)

    def open_files(self, start: int, stop: int) -> None:
        """Open everything that :meth:`select` will read, so that it is seen at one time."""
        self._running_rows()
        for month in self._months(start - LOOK_BACK, stop):
            self.folders.see(f"{month}.json")

    def select(self, start: int, stop: int) -> Iterator[Row]:
        """Live rows with clock time, or their day's noon, in ``[start, stop)`` epoch seconds.

        Month by month, so that ten years never lie in memory at once; running ones last.
        """
        if stop <= start:
            return
        inner = range(start, stop)
        for month in self._months(start - LOOK_BACK, stop):
            live = self.live(month)
            following = shape.month_start(shape.next_month(month))
            if shape.month_start(month) in inner and following <= stop:
                yield from live
            else:
                yield from [row for row in live if shape.in_range(row, start, stop)]
        for row in self._running_rows().values():
            if row["start"] < stop:
                yield row

    def live(self, month: str) -> list[Row]:
        """The live rows filed under a month, each the newest of its id."""
        file = f"{month}.json"
        folders = self.folders
        if folders.alone:
            if not folders.devices:
                return []
            table = folders.table(folders.devices[0], file)
            return [row for row in table.values() if "deleted" not in row]
        best = self.newest(file)
        running = self._running_rows()
        return [
            row
            for key, row in best.items()
            if "deleted" not in row
            and (key not in running or is_newer(row, running[key]))
            and ("born" not in row or self._is_newest_born(row, row["born"]))
        ]

    def locate(
        self, entry_id: str, hints: Iterable[str] = (), *, thorough: bool = False
    ) -> Found | None:
        """The newest row of an id, deleted or not.

        Args:
            entry_id: The id.
            hints: Months it may well be in.
            thorough: Look through every month, newest first, before giving up.
        """
        born = self._birth(entry_id, hints, thorough=thorough)
        if born is None:
            return None
        best: Row | None = None
        for device in self.folders.devices:
            for row in self._states(device, entry_id, f"{born}.json"):
                if is_newer(row, best):
                    best = row
        assert best is not None  # noqa: S101 -- _birth has seen one
        return Found(best, born)

    def newest(self, file: str) -> dict[str, Row]:
        """The newest row of each key of a ledger, tombstones included."""
        key = shape.key_of(file)
        best: dict[str, Row] = {}
        for device in self.folders.devices:
            for row in self.folders.table(device, file).values():
                if is_newer(row, best.get(row[key])):
                    best[row[key]] = row
        return best

    def newest_elsewhere(self, key: str, file: str, *, without: str) -> Row | None:
        """The newest row under a key among what runs and in one ledger, on other devices."""
        best: Row | None = None
        for device in self.folders.devices:
            if device != without:
                for row in self._states(device, key, file):
                    if is_newer(row, best):
                        best = row
        return best

    def made(self, make: Callable[[Row], Made], row: Row) -> Made:
        """The value of a row; raises StoreError where the row makes no sense."""
        try:
            return make(row)
        except (InvalidValue, KeyError, TypeError, ValueError) as error:
            name = row.get("id", row.get("name"))
            raise StoreError(
                f"An entry, task or paper in {self.folders.home} makes no sense ({name}: {error}). "
                "Correct its line in the file that holds that id, or restore a backup."
            ) from None

    def _entries(self, selected: Iterable[Row]) -> tuple[Entry, ...]:
        made = [self.made(shape.entry, row) for row in sorted(selected, key=_order)]
        return tuple(made)

    def _running_rows(self) -> dict[str, Row]:
        """What runs, by id, less what another device has closed, moved or deleted since."""
        if self._running is None:
            newest = self.newest(OPEN)
            if not self.folders.alone:
                newest = {
                    key: row
                    for key, row in newest.items()
                    if self._is_newest_born(row, row.get("born") or shape.month_of(row))
                }
            self._running = newest
        return self._running

    def _is_newest_born(self, row: Row, born: str) -> bool:
        """Whether no device's birth month of this entry tells of anything newer."""
        for device in self.folders.devices:
            other = self.folders.index(device, f"{born}.json").get(row["id"])
            if other is not None and is_newer(other[1], row):
                return False
        return True

    def _birth(self, entry_id: str, hints: Iterable[str], *, thorough: bool) -> str | None:
        for device in self.folders.devices:
            running = self.folders.index(device, OPEN).get(entry_id)
            if running is not None:
                return shape.birth_of(running[1], shape.month_of(running[1]))
        for month in (*hints, *(reversed(self.folders.months()) if thorough else ())):
            for device in self.folders.devices:
                found = self.folders.index(device, f"{month}.json").get(entry_id)
                if found is not None:
                    return shape.birth_of(found[1], month)
        return None

    def _states(self, device: str, key: str, file: str) -> Iterator[Row]:
        """What a device says of a key: as running, in its birth ledger, and where it moved."""
        for place in (file,) if file in ASIDE else (OPEN, file):
            found = self.folders.index(device, place).get(key)
            if found is None:
                continue
            yield found[1]
            if "moved" in found[1]:
                moved = self.folders.index(device, f"{found[1]['moved']}.json").get(key)
                if moved is not None:
                    yield moved[1]

    def _months(self, start: int, stop: int) -> list[str]:
        """The months of ``[start, stop)``, oldest first; of a long range those that exist."""
        first, last = shape.month_at(max(start, 0)), shape.month_at(max(stop - 1, 0))
        months = [first]
        while months[-1] < last and len(months) <= _FEW_MONTHS:
            months.append(shape.next_month(months[-1]))
        if months[-1] >= last:
            return months
        return [month for month in self.folders.months() if first <= month <= last]


def _second(moment: datetime) -> int:
    return int(moment.timestamp())


def _order(row: Row) -> tuple[int, str]:
    return (shape.instant_of(row), row["id"])
