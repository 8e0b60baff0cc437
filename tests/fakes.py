"""A log that lives in memory and forgets, a clock that stands still, ids that count up."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count as counting
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from tracker.domain.book import Change, Draft
from tracker.domain.entry import Entry
from tracker.domain.errors import Refused
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import Task
from tracker.intents.intent import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tracker.domain.book import Book

Stored = TypeVar("Stored", Entry, Task)

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 19, 8, 57, 17, tzinfo=UTC)
"""Thursday 19 November 2026, 09:57:17 in Berlin."""


def at(clock: str, day: str = "2026-11-19", zone: str = ZONE) -> datetime:
    """The UTC instant of a local clock time such as ``09:15`` or ``09:15:30``."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def entry(
    task: str,
    start: str,
    stop: str = "",
    *,
    day: str = "2026-11-19",
    entry_id: str = "",
    **rest: Any,
) -> Entry:
    """An entry on a local day; running where ``stop`` is empty; its id is the task unless given."""
    when = Span(at(start, day), at(stop, day)) if stop else OpenSpan(at(start, day))
    return Entry(id=entry_id or task.lower(), task=task, when=when, zone=ZONE, **rest)


class Ids:
    """Fresh ids that count up: ``n1``, ``n2`` ..."""

    def __init__(self, prefix: str = "n") -> None:
        self._numbers = counting(1)
        self._prefix = prefix

    def __call__(self) -> str:
        return f"{self._prefix}{next(self._numbers)}"


def moment(now: datetime = NOW, new_id: Callable[[], str] | None = None) -> Moment:
    """The fixed moment of the tests, in Berlin."""
    return Moment(now, ZONE, new_id or Ids())


@dataclass(frozen=True, slots=True)
class _Record:
    """One change with what undo and redo need: entries and tasks before and after."""

    change: Change
    entries_before: Mapping[str, Entry | None]
    entries_after: Mapping[str, Entry | None]
    tasks_before: Mapping[str, Task | None]
    tasks_after: Mapping[str, Task | None]
    waiting_before: Mapping[str, Entry | None]
    waiting_after: Mapping[str, Entry | None]


@dataclass
class MemoryStore:
    """A :class:`tracker.domain.book.Log` in memory, as strict as the one on disk.

    ``held`` and ``known`` may be filled by a test before use; ``revised`` is stamped on
    whatever a change puts.
    """

    held: dict[str, Entry] = field(default_factory=dict)
    known: dict[str, Task] = field(default_factory=dict)
    waiting: dict[str, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lock = threading.RLock()
        self._records: list[_Record] = []
        self._undoable: list[_Record] = []
        self._redoable: list[_Record] = []
        self._settled: set[str] = set()
        self._buried: dict[str, Entry] = {}
        self._revision = 0

    @classmethod
    def of(cls, *entries: Entry, tasks: Iterable[Task] = ()) -> MemoryStore:
        """A log that already holds these, with an empty history."""
        return cls({held.id: held for held in entries}, {task.name: task for task in tasks})

    def running(self) -> tuple[Entry, ...]:
        """Running entries, oldest first."""
        return tuple(held for held in self.all() if held.running)

    def overlapping(self, span: Span) -> tuple[Entry, ...]:
        """Entries with clock time in ``span``, running ones as if they never ended."""
        return tuple(held for held in self.all() if _touches(held, span.start, span.stop))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id."""
        return self.held.get(entry_id)

    def latest(self, count: int) -> tuple[Entry, ...]:
        """The last ``count`` entries by start, newest first."""
        return self.all()[::-1][:count]

    def tasks(self) -> tuple[Task, ...]:
        """Every known task."""
        return tuple(self.known.values())

    def named(self, task: str) -> tuple[Entry, ...]:
        """Every entry of that task, whatever its case."""
        return tuple(held for held in self.all() if held.task.casefold() == task.casefold())

    def suggestions(self) -> tuple[Entry, ...]:
        """What waits to be accepted, in order."""
        return tuple(sorted(self.waiting.values(), key=Entry.order))

    def suggested_ids(self) -> frozenset[str]:
        """Ids of every suggestion there was."""
        return frozenset(self.waiting) | self._settled

    def known_ids(self, start: datetime, stop: datetime) -> frozenset[str]:
        """Ids, deleted ones included, in the UTC months that ``[start, stop)`` touches."""
        first, last = _month(start), _month(stop - timedelta(seconds=1))
        return frozenset(
            held.id
            for held in (*self.held.values(), *self._buried.values())
            if first <= _month(held.order()[0]) <= last
        )

    def entries(self, start: datetime, stop: datetime) -> tuple[Entry, ...]:
        """What has clock time in ``[start, stop)``; amounts by UTC noon of their day."""
        return tuple(
            held
            for held in self.all()
            if _touches(held, start, stop)
            or (isinstance(held.when, Amount) and start <= held.order()[0] < stop)
        )

    def all(self) -> tuple[Entry, ...]:
        """Everything, by ``order()``."""
        return tuple(sorted(self.held.values(), key=Entry.order))

    def change(self, decide: Callable[[Book], Draft]) -> Change:
        """Decide under the lock and keep the result; a draft that changes nothing is number 0."""
        with self._lock:
            draft = decide(self)
            entries: dict[str, Entry | None] = {put.id: put for put in draft.put}
            entries |= dict.fromkeys(draft.delete)
            tasks: dict[str, Task | None] = {put.name: put for put in draft.put_tasks}
            tasks |= dict.fromkeys(draft.delete_tasks)
            waiting: dict[str, Entry | None] = dict.fromkeys(draft.drop_suggestions)
            waiting |= {put.id: put for put in draft.put_suggestions}
            self._settled |= set(draft.drop_suggestions)
            record = self._apply(draft.label, "do", entries, tasks, waiting)
            if record is None:
                return Change(0, draft.label, "do")
            self._undoable.append(record)
            self._redoable.clear()
            return record.change

    def undo(self) -> Change:
        """Take back the newest change not yet undone."""
        with self._lock:
            if not self._undoable:
                raise Refused("Nothing to undo.")
            undone = self._undoable.pop()
            self._redoable.append(undone)
            record = self._apply(
                undone.change.label,
                "undo",
                undone.entries_before,
                undone.tasks_before,
                undone.waiting_before,
            )
            assert record is not None
            return record.change

    def redo(self) -> Change:
        """Apply again what was undone last."""
        with self._lock:
            if not self._redoable:
                raise Refused("Nothing to redo.")
            redone = self._redoable.pop()
            self._undoable.append(redone)
            record = self._apply(
                redone.change.label,
                "redo",
                redone.entries_after,
                redone.tasks_after,
                redone.waiting_after,
            )
            assert record is not None
            return record.change

    def changes(self, count: int) -> tuple[Change, ...]:
        """The newest ``count`` changes, newest first, without their entries."""
        newest = self._records[::-1][:count]
        return tuple(record.change.replace(before=(), after=()) for record in newest)

    def stamp(self) -> tuple[object, ...]:
        """Differs once anything was changed."""
        return (len(self._records),)

    def _apply(
        self,
        label: str,
        kind: str,
        entries: Mapping[str, Entry | None],
        tasks: Mapping[str, Task | None],
        waiting: Mapping[str, Entry | None],
    ) -> _Record | None:
        waiting_before = {key: self.waiting.get(key) for key in waiting}
        entries_before = {key: self.held.get(key) for key in entries}
        tasks_before = {key: self.known.get(key) for key in tasks}
        entries_after = {key: put and self._revised(put) for key, put in entries.items()}
        tasks_after = {key: put and self._revised(put) for key, put in tasks.items()}
        if not (
            _differ(entries_before, entries_after)
            or _differ(tasks_before, tasks_after)
            or _differ(waiting_before, waiting)
        ):
            return None
        if kind == "do":
            self._buried |= {
                key: gone for key, gone in entries_before.items() if gone and not entries_after[key]
            }
        _set(self.held, entries_after)
        _set(self.known, tasks_after)
        _set(self.waiting, waiting)
        change = Change(
            len(self._records) + 1, label, kind, _some(entries_before), _some(entries_after)
        )
        record = _Record(
            change,
            entries_before,
            entries_after,
            tasks_before,
            tasks_after,
            waiting_before,
            waiting,
        )
        self._records.append(record)
        return record

    def _revised(self, put: Stored) -> Stored:
        self._revision += 1
        return put.replace(revised=f"{self._revision:013}-0000-memory")


def _touches(held: Entry, start: datetime, stop: datetime) -> bool:
    if isinstance(held.when, OpenSpan):
        return held.when.start < stop
    return isinstance(held.when, Span) and held.when.start < stop and start < held.when.stop


def _month(instant: datetime) -> tuple[int, int]:
    return (instant.year, instant.month)


def _some(entries: Mapping[str, Entry | None]) -> tuple[Entry, ...]:
    return tuple(sorted((held for held in entries.values() if held), key=Entry.order))


def _set(held: dict[str, Stored], changed: Mapping[str, Stored | None]) -> None:
    for key, value in changed.items():
        if value is None:
            held.pop(key, None)
        else:
            held[key] = value


def _differ(before: Mapping[str, Stored | None], after: Mapping[str, Stored | None]) -> bool:
    return any(
        (old and old.replace(revised="")) != (new and new.replace(revised=""))
        for old, new in ((before[key], after[key]) for key in before)
    )
