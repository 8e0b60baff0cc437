"""A file that was read, as the import form shows it: pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tracker.calendar.format import DAY_NAMES, MONTH_NAMES
from tracker.calendar.local import local_day
from tracker.calendar.local import zone as zone_named
from tracker.domain.format import duration
from tracker.domain.span import Amount, OpenSpan, Span
from widgets.import_state import Likeness, NewTask, Part, Preview, SampleRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from tracker.audit.categorise import Catalogue
    from tracker.domain.entry import Entry
    from tracker.domain.task import Task
    from tracker.exchange.plan import Parsed, Plan
    from tracker.exchange.row import Reject
    from tracker.exchange.summary import Summary
    from widgets.import_state import File

SAMPLE = 30
"""First rows that are shown."""

LISTED = 300
"""Sentences of one kind that are shown; the command line lists all."""


class Here:
    """The owner's days and clock."""

    def __init__(self, zone: str, day_start: int) -> None:
        """In the zone of that IANA name; a day begins ``day_start`` minutes after midnight."""
        self._zone = zone_named(zone)
        self._day_start = day_start

    def day(self, entry: Entry) -> date:
        """The day that ``entry`` begins on."""
        if isinstance(entry.when, Amount):
            return entry.when.day
        return self.day_of(entry.when.start)

    def day_of(self, instant: datetime) -> date:
        """The day that ``instant`` is in."""
        return local_day(instant, self._zone, self._day_start)

    def clock(self, instant: datetime) -> str:
        """``09:15``."""
        return f"{instant.astimezone(self._zone):%H:%M}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 entry``, ``1,204 entries``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def preview_of(
    file: File,
    parsed: Parsed,
    made: Plan,
    known: Iterable[Task],
    catalogue: Catalogue,
    *,
    here: Here,
) -> Preview:
    """What ``made`` would bring, and what is to be asked about it."""
    entries = sorted(
        (*made.draft.put, *made.draft.put_suggestions), key=lambda entry: entry.order()
    )
    tasks = _tasks(made, catalogue)
    days = [here.day(entry) for entry in (entries[:1] + entries[-1:])]
    return Preview(
        file=file,
        format=(parsed.format, parsed.title),
        added=made.summary.added,
        duplicates=made.summary.duplicates,
        rejected=len(made.summary.rejected),
        seconds=made.summary.seconds,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        rows=tuple(_row(entry, here) for entry in entries[:SAMPLE]),
        parts=_parts(made.summary),
        tasks=tasks,
        alike=_alike(known, tasks),
        suggested=bool(made.draft.put_suggestions),
    )


def _row(entry: Entry, here: Here) -> SampleRow:
    day, when = here.day(entry), entry.when
    clock = length = ""
    if isinstance(when, OpenSpan):
        clock = f"{here.clock(when.start)}-now"
    else:
        length = duration(when.seconds)
    if isinstance(when, Span):
        clock = f"{here.clock(when.start)}-{here.clock(when.stop)}"
    return SampleRow(
        f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
        clock,
        entry.task,
        entry.project,
        " ".join(f"#{tag}" for tag in entry.tags),
        length,
    )


def _tasks(made: Plan, catalogue: Catalogue) -> tuple[NewTask, ...]:
    """The new tasks, those with the most time first."""
    entries: Counter[str] = Counter(entry.task for entry in made.draft.put)
    seconds: Counter[str] = Counter()
    for entry in made.draft.put:
        if not isinstance(entry.when, OpenSpan):
            seconds[entry.task] += entry.when.seconds
    given = {task.name: task.category for task in made.draft.put_tasks}
    tasks = [
        NewTask(
            name,
            seconds[name],
            entries[name],
            given.get(name) or catalogue.guess(name).name,
            settled=bool(given.get(name)),
        )
        for name in made.summary.tasks
    ]
    return tuple(sorted(tasks, key=lambda task: (-task.seconds, task.name.casefold())))


def _alike(known: Iterable[Task], tasks: Sequence[NewTask]) -> tuple[Likeness, ...]:
    from tracker.exchange.likeness import Name, alike

    entries = {task.name: task.entries for task in tasks}
    new = [Name(task.name, known=False, seconds=task.seconds) for task in tasks]
    return tuple(
        Likeness(
            found.name.text,
            entries[found.name.text],
            tuple(other.text for other in found.others),
            tuple(other.known for other in found.others),
        )
        for found in alike((task.name for task in known), new)
    )


def _parts(summary: Summary) -> tuple[Part, ...]:
    rejected = [_rejected(reject) for reject in summary.rejected]
    long = [f"line {line}: {task}, {duration(seconds)}" for line, task, seconds in summary.long]
    rates = [
        f"{', '.join(filter(None, rate[:3]))}: {rate.rate:.2f} {rate.currency}".strip()
        for rate in summary.rates
    ]
    headings = (
        ("Rejected", rejected),
        ("Please check", list(summary.warnings)),
        ("Very long, perhaps a forgotten timer", long),
        ("Cost of an hour there, not kept here", rates),
    )
    return tuple(
        Part(heading, tuple(sentences[:LISTED]), max(0, len(sentences) - LISTED))
        for heading, sentences in headings
        if sentences
    )


def _rejected(reject: Reject) -> str:
    file = f"{reject.file}, " if reject.file else ""
    return f"{file}line {reject.line}: {reject.reason}"
