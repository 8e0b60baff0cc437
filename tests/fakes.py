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
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tracker.domain.book import Book, DayAmount, Stint
    from tracker.domain.papers import Paper

Stored = TypeVar("Stored")

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


Shelf = str
"""``entries``, ``tasks``, ``waiting`` or ``papers``: each keeps its things by a key."""
Touched = dict[Shelf, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Record:
    """One change with what undo and redo need: by shelf and key what was and what is."""

    change: Change
    before: Touched
    after: Touched


@dataclass
class MemoryStore:
    """A :class:`tracker.domain.book.Log` in memory, as strict as the one on disk.

    ``held``, ``known``, ``waiting`` and ``filed`` may be filled by a test before use;
    ``revised`` is stamped on whatever a change puts.
    """

    held: dict[str, Entry] = field(default_factory=dict)
    known: dict[str, Task] = field(default_factory=dict)
    waiting: dict[str, Entry] = field(default_factory=dict)
    filed: dict[str, Paper] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lock = threading.RLock()
        self._records: list[_Record] = []
        self._undoable: list[_Record] = []
        self._redoable: list[_Record] = []
        self._settled: set[str] = set()
        self._buried: dict[str, Entry] = {}
        self._revision = 0

    @classmethod
    def of(
        cls, *entries: Entry, tasks: Iterable[Task] = (), papers: Iterable[Paper] = ()
    ) -> MemoryStore:
        """A log that already holds these, with an empty history."""
        return cls(
            {held.id: held for held in entries},
            {task.name: task for task in tasks},
            filed={paper.id: paper for paper in papers},
        )

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

    def papers(self) -> tuple[Paper, ...]:
        """Every paper, by id."""
        return tuple(self.filed[key] for key in sorted(self.filed))

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

    def stints(self, start: int, stop: int) -> tuple[list[Stint], list[DayAmount]]:
        """The same as plain tuples, epoch seconds."""
        first, last = (datetime.fromtimestamp(second, UTC) for second in (start, stop))
        stints: list[Stint] = []
        amounts: list[DayAmount] = []
        for held in self.entries(first, last):
            when = held.when
            if isinstance(when, Amount):
                amounts.append((when.day.isoformat(), when.seconds, held.task, held.project))
                continue
            stop_at = int(when.stop.timestamp()) if isinstance(when, Span) else None
            stints.append((int(when.start.timestamp()), stop_at, held.task, held.project))
        return stints, amounts

    def stints_by_year(
        self, start: int, stop: int
    ) -> Iterator[tuple[list[Stint], list[DayAmount]]]:
        """The same, one at a time."""
        stints, amounts = self.stints(start, stop)
        for stint in stints:
            yield [stint], []
        for amount in amounts:
            yield [], [amount]

    def all(self) -> tuple[Entry, ...]:
        """Everything, by ``order()``."""
        return tuple(sorted(self.held.values(), key=Entry.order))

    def change(self, decide: Callable[[Book], Draft]) -> Change:
        """Decide under the lock and keep the result; a draft that changes nothing is number 0."""
        with self._lock:
            draft = decide(self)
            self._settled |= set(draft.drop_suggestions)
            record = self._apply(
                draft.label,
                "do",
                {
                    "entries": {
                        **{put.id: put for put in draft.put},
                        **dict.fromkeys(draft.delete),
                    },
                    "tasks": {
                        **{put.name: put for put in draft.put_tasks},
                        **dict.fromkeys(draft.delete_tasks),
                    },
                    "waiting": {
                        **dict.fromkeys(draft.drop_suggestions),
                        **{put.id: put for put in draft.put_suggestions},
                    },
                    "papers": {
                        **dict.fromkeys(draft.drop_papers),
                        **{put.id: put for put in draft.put_papers},
                    },
                },
            )
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
            return self._again(undone.change.label, "undo", undone.before)

    def redo(self) -> Change:
        """Apply again what was undone last."""
        with self._lock:
            if not self._redoable:
                raise Refused("Nothing to redo.")
            redone = self._redoable.pop()
            self._undoable.append(redone)
            return self._again(redone.change.label, "redo", redone.after)

    def changes(self, count: int) -> tuple[Change, ...]:
        """The newest ``count`` changes, newest first, without their entries."""
        newest = self._records[::-1][:count]
        return tuple(record.change.replace(before=(), after=()) for record in newest)

    def stamp(self) -> tuple[object, ...]:
        """Differs once anything was changed."""
        return (len(self._records),)

    def _again(self, label: str, kind: str, touched: Touched) -> Change:
        record = self._apply(label, kind, touched)
        assert record is not None
        return record.change

    def _apply(self, label: str, kind: str, touched: Touched) -> _Record | None:
        shelves = {
            "entries": self.held,
            "tasks": self.known,
            "waiting": self.waiting,
            "papers": self.filed,
        }
        before = {
            shelf: {key: shelves[shelf].get(key) for key in changed}
            for shelf, changed in touched.items()
        }
        after = {
            shelf: {key: put and self._revised(put) for key, put in changed.items()}
            for shelf, changed in touched.items()
        }
        if not any(_differ(before[shelf], after[shelf]) for shelf in touched):
            return None
        if kind == "do":
            self._buried |= {
                key: gone
                for key, gone in before["entries"].items()
                if gone and not after["entries"][key]
            }
        for shelf, changed in after.items():
            _set(shelves[shelf], changed)
        change = Change(
            len(self._records) + 1, label, kind, _some(before["entries"]), _some(after["entries"])
        )
        self._records.append(_Record(change, before, after))
        return self._records[-1]

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


def _set(held: dict[str, Any], changed: Mapping[str, Any]) -> None:
    for key, value in changed.items():
        if value is None:
            held.pop(key, None)
        else:
            held[key] = value


def _differ(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return any(
        (old and old.replace(revised="")) != (new and new.replace(revised=""))
        for old, new in ((before[key], after[key]) for key in before)
    )
