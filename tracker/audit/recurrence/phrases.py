"""Standings in plain words: how sure, when next, what was declared, where the log disagrees."""

from __future__ import annotations

from tracker.domain.settings import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.audit.recurrence.finding import Finding
    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.cadence import Cadence

NAMED_AT = 0.90
"""The posterior from which the detector names a cadence, and may contradict its owner."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_LEAST = {"daily": 5, "weekly": 4, "biweekly": 4, "monthly": 3, "quarterly": 3}
"""Occurrences before a cadence can be named."""
_SPOKEN = {"biweekly": "every second week", "as-needed": "as needed", "none": "not at all"}


def day_text(day: date, as_of: date) -> str:
    """``today``, ``tomorrow``, ``yesterday``, ``Tue 24 Nov``; with the year in another one."""
    ahead = (day - as_of).days
    if -1 <= ahead <= 1:
        return ("yesterday", "today", "tomorrow")[ahead + 1]
    return f"{WEEKDAYS[day.weekday()][:3].title()} {_date(day, as_of)}"


def _date(day: date, as_of: date) -> str:
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return (
        text if abs((day - as_of).days) <= 183 or day.year == as_of.year else f"{text} {day.year}"
    )


def spoken(cadence: str) -> str:
    """The name of a cadence in plain words."""
    return _SPOKEN.get(cadence, cadence)


def due_words(standing: Standing, as_of: date) -> str:
    """``today``, ``tomorrow``, ``Tue 24 Nov``, ``around 4 Dec``, ``since Mon 16 Nov``; ``-``."""
    due = standing.next_due
    if standing.paused_until is not None and standing.paused_until > as_of:
        return f"paused until {_date(standing.paused_until, as_of)}"
    if standing.due == "today":
        return "today"
    if due is None or not standing.due:
        return "-"
    if standing.due == "overdue":
        return f"since {day_text(due, as_of)}"
    if standing.loose and (due - as_of).days > 1:
        return f"around {_date(due, as_of)}"
    return day_text(due, as_of)


def confidence_words(standing: Standing, as_of: date) -> str:
    """``declared``, ``sure``, ``likely, ...``, ``perhaps weekly: 3 of 4 seen``.

    "Right four times in five" is what the detector's ``likely`` was measured to be right.
    """
    match standing.status:
        case "declared":
            return "declared"
        case "established":
            return "sure"
        case "likely":
            return "likely, right four times in five"
        case "lapsed":
            return f"lapsed since {_month(standing.last, as_of)}"
        case "tentative":
            return _perhaps(standing, as_of)
        case _:
            return ""


def _month(day: date | None, as_of: date) -> str:
    if day is None:
        return "long ago"
    name = _LONG[day.month - 1]
    return name if (as_of - day).days < 335 else f"{name} {day.year}"


def _perhaps(standing: Standing, as_of: date) -> str:
    found = standing.found
    least = _LEAST.get(found.tentative, 0)
    said = f"perhaps {spoken(found.tentative)}" if found.tentative else "perhaps"
    if found.occurrences < least:
        said += f": {found.occurrences} of {least} seen"
    if found.decide_after is not None and found.decide_after > as_of:
        said += f", decide after {_date(found.decide_after, as_of)}"
    return said


def pattern_of(cadence: Cadence) -> str:
    """A declared cadence in the words of a found one: ``Fridays``, ``last business day``."""
    every = _every(cadence)
    if cadence.after:
        return f"{every} after the last time".removeprefix("every ")
    match cadence.unit:
        case "day":
            return "every day" if cadence.every == 1 else every
        case "weekday":
            return "weekdays" if cadence.every == 1 else every
        case "week":
            return _of_week(cadence, every)
        case "month" | "quarter":
            return _of_month(cadence, every)
        case unit:
            return spoken(unit)


def _every(cadence: Cadence) -> str:
    unit, every = cadence.unit, cadence.every
    return f"every {every} {unit}s" if every > 1 else f"every 1 {unit}"


def _of_week(cadence: Cadence, every: str) -> str:
    names = [WEEKDAYS[day].title() for day in cadence.weekdays]
    if not names:
        return "once a week" if cadence.every == 1 else every
    if len(names) == 1:
        if cadence.every > 2:
            return f"{names[0]}, {every}"
        return f"{names[0]}s" if cadence.every == 1 else f"every second {names[0]}"
    short = [name[:3] for name in names]
    listed = f"{', '.join(short[:-1])} and {short[-1]}"
    return listed if cadence.every == 1 else f"{listed}, {every}"


def _of_month(cadence: Cadence, every: str) -> str:
    unit = cadence.unit
    place = _place(cadence)
    if not place:
        return f"once a {unit}" if cadence.every == 1 else every
    if unit == "quarter":
        place += f" of the {('last', 'first', 'second', 'last')[cadence.month]} month"
    return place if cadence.every == 1 else f"{place}, {every}"


def _place(cadence: Cadence) -> str:
    if cadence.nth:
        which = ("last", "", "first", "second", "third", "fourth")[cadence.nth + 1]
        return f"{which} {WEEKDAYS[cadence.weekdays[0]].title()}"
    if cadence.business:
        return f"{_ordinal(cadence.business)} business day"
    if cadence.day < 0:
        return "last day"
    return _ordinal(cadence.day) if cadence.day else ""


def _ordinal(number: int) -> str:
    if number < 0:
        return "last" if number == -1 else f"{_ordinal(-number)} last"
    few = 0 if number % 100 in (11, 12, 13) else min(number % 10, 4) % 4
    return f"{number}{('th', 'st', 'nd', 'rd')[few]}"


def disagreement(declared: Cadence | None, found: Finding) -> str:
    """Where the log names another rhythm than its owner, at .90 or more; empty otherwise."""
    if declared is None or found.confidence < NAMED_AT:
        return ""
    if found.cadence in ("none", declared.name) or found.status not in ("established", "likely"):
        return ""
    pattern = f" ({found.pattern})" if found.pattern else ""
    return (
        f"You say {spoken(declared.name)}; the log says {spoken(found.cadence)}{pattern}, "
        f"{min(99, int(100 * found.confidence))} % sure."
    )
