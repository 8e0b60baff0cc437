"""What an import would do to the log: pure, and the same for every format.

An imported row gets an id made from the row itself, so that the same row is the same entry
however often, in whatever order, encoding or column layout its file comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from tracker.domain.book import Draft
from tracker.domain.entry import Entry
from tracker.domain.errors import InvalidValue
from tracker.domain.papers import Paper
from tracker.domain.span import LONGEST_SPAN, Amount, OpenSpan, Span
from tracker.domain.task import Task
from tracker.exchange.naming import Names
from tracker.exchange.papers_in import settled
from tracker.exchange.row import CostRate, Reject, Row
from tracker.exchange.summary import LONG_SECONDS, Summary, nothing_good

_MARGIN = timedelta(days=2)
"""Around the covered range when known ids are asked for: a zone read differently the time
before moves an entry by up to 26 hours, perhaps into another month."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file that was read.

    Attributes:
        format, title: Name and words for the format it is in.
        recognised: Whether that was found by content and not said.
        zone: IANA name of the zone of times that carry none.
        rows, rejects, tasks, papers: What the file holds, in its order.
        warnings: About the file as a whole.
        rates: What hours cost, where the file says so.
    """

    format: str
    title: str
    recognised: bool
    zone: str
    rows: tuple[Row, ...]
    rejects: tuple[Reject, ...] = ()
    tasks: tuple[Task, ...] = ()
    warnings: tuple[str, ...] = ()
    rates: tuple[CostRate, ...] = ()
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What of the log an import has to know.

    Attributes:
        ids: Ids of entries, deleted ones too, in the months of a half-open range.
        tasks: Every task.
        running: Every running entry.
        papers: Every paper; may be left out where the file has none.
    """

    ids: Callable[[datetime, datetime], frozenset[str]]
    tasks: tuple[Task, ...] = ()
    running: tuple[Entry, ...] = ()
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do to the log, and the account of it."""

    draft: Draft
    summary: Summary

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do: everything was there already."""
        draft = self.draft
        return not (draft.put or draft.put_tasks or draft.put_papers)


def _silent() -> None:
    """Nobody counts along."""


def plan(
    parsed: Parsed,
    known: Known,
    *,
    now: datetime,
    rename: Mapping[str, str] | None = None,
    tick: Callable[[], None] = _silent,
) -> Plan:
    """What importing a file would do; the whole of it is one draft, one step to undo.

    Args:
        parsed: The file.
        known: The log, as it stands under the lock.
        now: Aware instant; later rows are rejected.
        rename: Task names of the file -> names in the log.
        tick: Called for each row, for progress; whatever it raises ends the planning.

    Raises:
        ImportRefused: Rows were rejected and no row was good: nothing is to be changed.
    """
    names = Names(known.tasks, rename)
    for task in parsed.tasks:
        names.merge(task)
    rows = _identified(parsed)
    sieve = _Sieve(f"import:{parsed.format}", names, _there(rows, known), known.running, now)
    for row in rows:
        tick()
        sieve.take(*row)
    rejected = sorted((*parsed.rejects, *sieve.rejects), key=lambda it: (it.file, it.line))
    papers, left_out = settled(parsed.papers, known.papers, names)
    if rejected and not (sieve.put or sieve.duplicates or parsed.tasks or parsed.papers):
        raise nothing_good(rejected)
    label = f"imported {len(sieve.put)} entries ({parsed.format})"
    draft = Draft(label, put=tuple(sieve.put), put_tasks=names.put, put_papers=papers)
    summary = _summary(parsed, sieve, names, rejected)
    warnings = (*summary.warnings, *left_out, *_unused(parsed, names))
    return Plan(draft, replace(summary, warnings=warnings, papers=len(papers)))


def _summary(parsed: Parsed, sieve: _Sieve, names: Names, rejected: Sequence[Reject]) -> Summary:
    """What came of the rows."""
    return Summary(
        format=parsed.format,
        read=len(parsed.rows) + len(parsed.rejects),
        added=len(sieve.put),
        duplicates=sieve.duplicates,
        rejected=tuple(rejected),
        seconds=sum(seconds for _, _, seconds in sieve.lengths),
        start=min((entry.order()[0] for entry in sieve.put), default=None),
        stop=max((_end(entry) for entry in sieve.put), default=None),
        zone=parsed.zone,
        tasks=names.new,
        warnings=(*parsed.warnings, *sieve.warnings),
        long=tuple(length for length in sieve.lengths if length[2] > LONG_SECONDS),
        rates=parsed.rates,
    )


def _unused(parsed: Parsed, names: Names) -> Iterator[str]:
    """Names to be changed that no row has."""
    for old in names.unused([row.what.task for row in parsed.rows]):
        yield f"No row is called {old!r}: nothing was renamed."


def _digest(key: str) -> str:
    """80 bits in hex: among a million entries two meet once in a trillion logs."""
    return blake2b(key.encode(), digest_size=10).hexdigest()


Identified = tuple[Row, str, str]


def _identified(parsed: Parsed) -> list[Identified]:
    """Each row with its entry id and its origin.

    Rows that are equal in everything are told apart by counting them, so two really
    identical rows of one file stay two.
    """
    seen: dict[str, int] = {}
    found: list[Identified] = []
    for row in parsed.rows:
        if row.entry_id:
            found.append((row, row.entry_id, row.origin))
            continue
        key = f"{parsed.format}\x1f{row.origin}"
        origin = _digest(key)
        times = seen[origin] = seen.get(origin, 0) + 1
        found.append((row, origin if times == 1 else _digest(f"{key}\x1f{times}"), origin))
    return found


def _first(row: Row) -> datetime:
    if isinstance(row.when, Amount):
        return datetime(row.when.day.year, row.when.day.month, row.when.day.day, 12, tzinfo=UTC)
    return row.when.start


def _end(entry: Entry) -> datetime:
    return entry.when.stop if isinstance(entry.when, Span) else entry.order()[0]


def _there(rows: Iterable[Identified], known: Known) -> frozenset[str]:
    """Ids the log has or had around the time the rows cover; it is asked once."""
    running = frozenset(entry.id for entry in known.running)
    starts = [_first(row) for row, _, _ in rows]
    if not starts:
        return running
    return running | known.ids(min(starts) - _MARGIN, max(starts) + _MARGIN)


@dataclass(slots=True)
class _Sieve:
    """Sorts rows into entries to put, duplicates and rejects."""

    source: str
    names: Names
    there: frozenset[str]
    running: tuple[Entry, ...]
    now: datetime
    put: list[Entry] = field(default_factory=list)
    duplicates: int = 0
    rejects: list[Reject] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    lengths: list[tuple[int, str, int]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def take(self, row: Row, entry_id: str, origin: str) -> None:
        """Decide about one row."""
        try:
            self._check_id(row, entry_id)
            entry = self._entry(row, entry_id, origin)
        except InvalidValue as fault:
            self.rejects.append(Reject(row.line, str(fault), row.file))
            return
        if entry is None:
            self.duplicates += 1
            return
        self.put.append(entry)
        if not isinstance(entry.when, OpenSpan):
            self.lengths.append((row.line, entry.task, entry.when.seconds))
        if row.warning:
            self.warnings.append(f"{_place(row)}: {row.warning}")

    def _check_id(self, row: Row, entry_id: str) -> None:
        """Refuse an id that the file has used before."""
        line = self.lines.setdefault(entry_id, row.line)
        if line != row.line:
            raise InvalidValue(f"Line {line} has the same id {entry_id}.")

    def _entry(self, row: Row, entry_id: str, origin: str) -> Entry | None:
        """The entry to put; ``None`` where the log has it; raises InvalidValue to reject."""
        before = entry_id
        if self.there and row.begun and entry_id not in self.there:
            before = _digest(f"{self.source.removeprefix('import:')}\x1f{row.begun}")
        if before in self.there:
            return self._finished(row, before)
        self._check_time(row)
        task = self.names.of(row.what.task)
        entry = Entry(
            entry_id,
            task,
            row.when,
            row.zone,
            row.what.project,
            row.what.tags,
            row.what.note,
            row.source or self.source,
            row.billable,
            "",
            origin,
        )
        self.names.use(task)
        return entry

    def _finished(self, row: Row, entry_id: str) -> Entry | None:
        """The log's running entry with the end that the file has for it, if that is so."""
        for entry in self.running:
            if entry.id == entry_id and isinstance(row.when, Span) and row.when.stop <= self.now:
                return entry.replace(when=row.when)
        return None

    def _check_time(self, row: Row) -> None:
        """Refuse the future, and a second running timer."""
        when = row.when
        if isinstance(when, Amount):
            # Somewhere on earth it is up to 14 hours later than in UTC.
            if when.day > (self.now + timedelta(hours=14)).date():
                raise InvalidValue(f"{when.day} is in the future.")
            return
        if when.start > self.now or (isinstance(when, Span) and when.stop > self.now):
            raise InvalidValue("It is in the future: check the date, and the zone (--zone).")
        if isinstance(when, OpenSpan):
            self._check_running(when)

    def _check_running(self, when: OpenSpan) -> None:
        if self.now - when.start > LONGEST_SPAN:
            raise InvalidValue(
                f"It has been running since {when.start:%Y-%m-%d}, longer than an entry can be: "
                "give it an end."
            )
        for entry in (*self.running, *self.put):
            if entry.running:
                raise InvalidValue(
                    f"It is still running, and so is {entry.task} in your log: "
                    "stop one of them, then import again."
                )


def _place(row: Row) -> str:
    return f"{row.file}, line {row.line}" if row.file else f"Line {row.line}"
