"""What a review says in words: findings, fixes, coverage, how a period compares; plain text.

``local`` turns an instant into the owner's wall clock.
"""

from __future__ import annotations

from tracker.audit.review.finding import Double, Forgotten, Gap, Long, Odd, Repeated, Unsorted
from tracker.domain.format import duration
from tracker.domain.repair import Carve, Cut, Fill, Leave, Remove, Retime, Sort, Take
from tracker.domain.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.audit.review.finding import Finding
    from tracker.audit.review.picture import Against, See
    from tracker.domain.entry import What
    from tracker.domain.repair import Fix

    Local = Callable[[datetime], datetime]

FULL, PART = 0.9, 0.6
"""Shares of the time accounted for from which nothing, or little, need be said."""
_STOPPED = {
    "activity": "when something else began",
    "usual": "its usual length",
    "hours": "your usual end of work",
    "noon": "twelve hours off",
}
_REMOVED = {"repeated": "delete the second one", "first": "delete the first one"}


def stretch(start: datetime, stop: datetime, local: Local) -> str:
    """``Tue 17 Nov 09:00-10:30``; the second day too where it ends on another."""
    first, last = local(start), local(stop)
    end = f"{last:%H:%M}" if first.date() == last.date() else f"{last:%a %H:%M}"
    return f"{first:%a} {first.day} {first:%b} {first:%H:%M}-{end}"


def finding_words(finding: Finding, local: Local) -> str:
    """What may be wrong, in one line."""
    match finding:
        case Gap(span=span):
            return f"{stretch(span.start, span.stop, local)}: {duration(span.seconds)} unaccounted"
        case Double(first=first, second=second, span=span):
            at = stretch(span.start, span.stop, local)
            return f"{at}: {first.task} and {second.task} overlap by {duration(span.seconds)}"
        case Repeated(entry=entry):
            return f"{_at(entry.order()[0], local)}: {entry.task} is logged twice"
        case Unsorted(task=task, seconds=seconds):
            return f"{task}, {duration(seconds)}: no category fits"
        case _:
            return _of_one_entry(finding, local)


def _of_one_entry(finding: Long | Odd | Forgotten, local: Local) -> str:
    match finding:
        case Long(entry=entry, span=span):
            at = stretch(span.start, span.stop, local)
            return f"{at}: {entry.task} for {duration(span.seconds)} without a pause"
        case Odd(entry=entry, span=span, hours=hours):
            usual = f"{_minutes(hours[0])}-{_minutes(hours[1])}"
            return f"{stretch(span.start, span.stop, local)}: {entry.task}; usual is {usual}"
        case Forgotten(entry=entry):
            return f"{entry.task} has been running since {_at(entry.order()[0], local)}"


def _at(instant: datetime, local: Local) -> str:
    at = local(instant)
    return f"{at:%a} {at.day} {at:%b} {at:%H:%M}"


def _minutes(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def fix_words(fix: Fix, local: Local) -> str:
    """What a fix does, in a few words."""
    match fix:
        case Fill() | Take():
            return _filled(fix, local)
        case Sort(category=category):
            return category
        case Leave():
            return "right as it is"
        case _:
            return _changed(fix, local)


def _filled(fix: Fill | Take, local: Local) -> str:
    if isinstance(fix, Take) or fix.why == "suggested":
        return f"{_named(fix.what)} {_ends(fix.span, local)}, as suggested"
    return "a break" if fix.why == "break" else f"{_named(fix.what)}, as {fix.why}"


def _named(what: What) -> str:
    return f"{what.task} @{what.project}" if what.project else what.task


def _changed(fix: Retime | Carve | Cut | Remove, local: Local) -> str:
    match fix:
        case Retime(span=span, why=why):
            return f"{_ends(span, local)}, {_STOPPED.get(why, why)}"
        case Carve(task=task, span=span):
            return f"{task} gives way, {_ends(span, local)}"
        case Cut(at=at):
            return f"cut in two at {local(at):%H:%M}"
        case Remove(task=task, why=why):
            return _REMOVED.get(why, f"delete {task}")


def _ends(span: Span, local: Local) -> str:
    return f"{local(span.start):%H:%M}-{local(span.stop):%H:%M}"


def coverage_words(see: See) -> str:
    """How much of the time this speaks of, in one sentence."""
    if not see.total_seconds:
        return "Nothing was logged."
    if see.coverage is None:
        return "Logged without clock times: gaps cannot be told."
    percent = f"{100 * see.coverage:.0f} %"
    if see.coverage >= FULL:
        return f"{percent} of the time is accounted for."
    missing = duration(see.untracked_seconds)
    if see.coverage >= PART:
        return f"{percent} of the time is accounted for; {missing} is not."
    return (
        f"This looks at {percent} of the time only: {missing} is missing, and with it the picture "
        "could be another."
    )


def against_words(against: Against) -> str:
    """``+3h10 on the median of 8, -0h20 on the one before``; empty with nothing to compare."""
    said = []
    only = against.periods == 1
    if against.median is not None and not (only and against.median == against.last):
        said.append(f"{_signed(against.seconds - against.median)} on {_before(against)}")
    if against.last is not None:
        said.append(f"{_signed(against.seconds - against.last)} on the one before")
    return ", ".join(said)


def _before(against: Against) -> str:
    several = against.periods > 1
    return f"the median of the {against.periods} before" if several else "the only one before"


def _signed(seconds: int) -> str:
    return f"{'-' if seconds < 0 else '+'}{duration(abs(seconds))}"


def busiest_words(see: See) -> str:
    """``09:00-10:00 was the busiest hour: 4h20.``; empty without clock times."""
    if see.busiest_hour is None:
        return ""
    hour = see.busiest_hour
    time = duration(see.busiest_seconds)
    return f"{hour:02}:00-{(hour + 1) % 24:02}:00 was the busiest hour: {time}."
