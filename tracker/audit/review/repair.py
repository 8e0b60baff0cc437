"""Finding what may be wrong with the log of a week, the gravest first.

Forgotten timers, entries that repeat or overlap, entries over four hours or at odd hours, gaps
inside the working day, tasks without a category.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime, timedelta

from tracker.audit.categorise import OTHER
from tracker.audit.gaps import gaps, working_window
from tracker.audit.review.finding import Double, Forgotten, Gap, Long, Odd, Repeated, Unsorted
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.audit.review.finding import Finding
    from tracker.audit.review.frame import Frame
    from tracker.audit.review.habits import Habits
    from tracker.audit.worth.profile import Profile
    from tracker.domain.entry import Entry

SHORTEST_GAP = 600
"""Seconds; what is shorter is not asked about, but counts as untracked."""
LONG = 4 * 3600
"""Seconds; few keep at one thing for longer without a pause."""
MARGIN = 120
"""Minutes before the usual first start and after the usual last stop that are not odd yet."""
ALIKE = 0.9
"""Share of the shorter of two entries of a task that both must cover to be one entry twice."""
NEAREST = 3
"""Categories that are offered for a task without one."""
_NOON = timedelta(hours=12)


class Week(Value):
    """What is looked at.

    Attributes:
        entries: With clock time in the period or an amount on a day of it; by ``order()``.
        waiting: Suggestions.
        habits: From before it.
        profile: Task name to what is known of it.
        fits: Whether the words of a task name put it anywhere.
        settled: Keys of findings that are right as they are.
    """

    frame: Frame
    entries: tuple[Entry, ...]
    waiting: tuple[Entry, ...]
    habits: Habits
    profile: Callable[[str], Profile]
    fits: Callable[[str], bool]
    settled: frozenset[str] = frozenset()

    @property
    def now(self) -> datetime:
        """The instant it is."""
        return _instant(self.frame.now)

    def day(self, second: int) -> int | None:
        """The place of its day in the frame; ``None`` outside it."""
        day = bisect_right(self.frame.midnights, second) - 1
        return day if 0 <= day < len(self.frame.days) else None

    def day_ends(self, instant: datetime) -> datetime | None:
        """Where the day of ``instant`` ends; ``None`` where it is outside the period."""
        day = self.day(int(instant.timestamp()))
        return None if day is None else _instant(self.frame.midnights[day + 1])

    def work_ends(self, instant: datetime) -> datetime | None:
        """The usual end of work on the day of ``instant``; ``None`` where nothing is usual."""
        day = self.day(int(instant.timestamp()))
        if day is None or self.habits.hours is None:
            return None
        return _instant(self.frame.midnights[day] + self.habits.hours[1] * 60)


def findings(week: Week) -> tuple[Finding, ...]:
    """Everything that may be wrong, less what its owner settled."""
    return tuple(
        finding
        for way in (_forgotten, _overlapping, _strange, _gaps, _unsorted)
        for finding in way(week)
        if finding.key not in week.settled
    )


def _instant(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)


def _forgotten(week: Week) -> Iterator[Finding]:
    """Timers that were started on a day that is over."""
    for entry in week.entries:
        if _is_forgotten(week, entry):
            yield Forgotten(entry, _stops(week, entry))


def _is_forgotten(week: Week, entry: Entry) -> bool:
    if not isinstance(entry.when, OpenSpan):
        return False
    ends = week.day_ends(entry.when.start)
    return ends is not None and ends <= week.now


def _stops(week: Week, entry: Entry) -> tuple[tuple[datetime, str], ...]:
    """Where a timer may have ended: at the last sign of anything else that day, or as usual."""
    start = entry.order()[0]
    ends = week.day_ends(start) or week.now
    stops: list[tuple[datetime | None, str]] = [
        (_last_sign(week, entry, start, ends), "activity"),
        (start + timedelta(seconds=week.habits.length(entry.task)), "usual"),
        (week.work_ends(start), "hours"),
    ]
    found: dict[datetime, str] = {}
    for at, why in stops:
        if at is not None and start < at <= week.now:
            found.setdefault(at, why)
    return tuple(found.items())


def _last_sign(week: Week, entry: Entry, start: datetime, ends: datetime) -> datetime | None:
    """Where something else began after ``start``; else the end of the last thing suggested."""
    begun = [
        other.when.start
        for other in week.entries
        if other.id != entry.id and isinstance(other.when, (Span, OpenSpan))
        if start < other.when.start < ends
    ]
    if begun:
        return min(begun)
    seen = [
        min(other.when.stop, ends)
        for other in week.waiting
        if isinstance(other.when, Span) and other.when.start < ends and other.when.stop > start
    ]
    return max(seen, default=None)


def _timed(week: Week) -> list[tuple[Entry, Span]]:
    """Entries with the clock time they cover until now, without forgotten timers; by start."""
    timed = [
        (entry, span)
        for entry in week.entries
        if (span := entry.span_at(week.now)) is not None and not _is_forgotten(week, entry)
    ]
    return sorted(timed, key=lambda pair: (pair[1].start, pair[1].stop, pair[0].id))


def _overlapping(week: Week) -> Iterator[Finding]:
    """Pairs of entries that cover the same time."""
    open_: list[tuple[Entry, Span]] = []
    for entry, span in _timed(week):
        open_ = [pair for pair in open_ if pair[1].stop > span.start]
        for other, before in open_:
            both = Span(span.start, min(before.stop, span.stop))
            if _alike(other, entry, both.seconds, min(before.seconds, span.seconds)):
                kept, again = _fuller(other, entry)
                yield Repeated(kept, again)
            else:
                yield Double(other, entry, both)
        open_.append((entry, span))


def _alike(first: Entry, second: Entry, both: int, shorter: int) -> bool:
    same = first.task.casefold() == second.task.casefold()
    return same and both >= ALIKE * shorter


def _fuller(first: Entry, second: Entry) -> tuple[Entry, Entry]:
    """The one that says more, and the other; of two alike the first stays, a timer above all."""

    def weight(entry: Entry) -> tuple[bool, int]:
        said = bool(entry.project) + bool(entry.note) + bool(entry.tags)
        return entry.running, said

    return (second, first) if weight(second) > weight(first) else (first, second)


def _strange(week: Week) -> Iterator[Finding]:
    """Entries over four hours, and entries at odd hours; not both of one."""
    timed = _timed(week)
    for entry, span in timed:
        if span.start < _instant(week.frame.start) or entry.running:
            continue
        if span.seconds > LONG:
            ends = week.work_ends(span.start)
            inside = ends if ends is not None and span.start < ends < span.stop else None
            yield Long(entry, span, week.habits.length(entry.task), inside)
        elif week.habits.hours is not None and _odd_share(week, span) > 0.5:
            yield Odd(entry, span, week.habits.hours, _half_a_day_off(week, span, timed))


def _odd_share(week: Week, span: Span) -> float:
    """The share of a span that lies outside the usual hours and their margin."""
    start = int(span.start.timestamp())
    day = week.day(start)
    if day is None or week.habits.hours is None:
        return 0.0
    began, ended = week.habits.hours
    first = week.frame.midnights[day] + (began - MARGIN) * 60
    last = week.frame.midnights[day] + (ended + MARGIN) * 60
    inside = min(start + span.seconds, last) - max(start, first)
    return 1 - max(0, inside) / span.seconds


def _half_a_day_off(week: Week, span: Span, timed: Sequence[tuple[Entry, Span]]) -> Span | None:
    """The same times twelve hours earlier or later, where that is usual, past and free."""
    for by in (_NOON, -_NOON):
        moved = Span(span.start + by, span.stop + by)
        free = all(it.stop <= moved.start or it.start >= moved.stop for _, it in timed)
        if free and moved.stop <= week.now and not _odd_share(week, moved):
            return moved if week.day(int(moved.start.timestamp())) is not None else None
    return None


def _gaps(week: Week) -> Iterator[Finding]:
    """What ``report`` counts as untracked, in pieces of ten minutes or more."""
    timed = _timed(week)
    stints = [
        (int(span.start.timestamp()), int(span.stop.timestamp()), entry.task, "")
        for entry, span in timed
    ]
    for start, stop in zip(week.frame.midnights, week.frame.midnights[1:], strict=False):
        window = working_window(stints, start, stop, week.frame.now)
        if window is None:
            continue
        for first, last in gaps(stints, *window, week.frame.now, at_least=SHORTEST_GAP):
            yield _gap(week, timed, Span(_instant(first), _instant(last)))


def _gap(week: Week, timed: Sequence[tuple[Entry, Span]], span: Span) -> Gap:
    before = [(it.stop, entry) for entry, it in timed if it.stop <= span.start]
    after = [entry for entry, it in timed if it.start >= span.stop]
    return Gap(
        span,
        max(before, key=lambda pair: pair[0])[1] if before else None,
        after[0] if after else None,
        tuple(
            entry
            for entry in week.waiting
            if isinstance(entry.when, Span)
            and entry.when.start < span.stop
            and entry.when.stop > span.start
        ),
    )


def _unsorted(week: Week) -> Iterator[Finding]:
    """Tasks that no category fits and nobody has said one for, the most hours first."""
    seconds: dict[str, int] = {}
    for entry in week.entries:
        length = (
            entry.when.seconds if isinstance(entry.when, Amount) else entry.seconds_at(week.now)
        )
        seconds[entry.task] = seconds.get(entry.task, 0) + length
    for task in sorted(seconds, key=lambda name: (-seconds[name], name)):
        if "category" in week.profile(task).assumed and not week.fits(task):
            yield Unsorted(task, seconds[task], _near(week, task, seconds))


def _near(week: Week, task: str, seconds: dict[str, int]) -> tuple[str, ...]:
    """Categories of what is done for the same projects, then of the most hours; other last."""
    projects = {entry.project for entry in week.entries if entry.task == task and entry.project}
    beside = {entry.task for entry in week.entries if entry.project in projects}
    order = sorted(seconds, key=lambda name: (name not in beside, -seconds[name], name))
    found = dict.fromkeys(week.profile(name).category for name in order if name != task)
    return (*[name for name in found if name != OTHER][:NEAREST], OTHER)
