"""Repeating events of a calendar, one by one, and never for ever.

``recurring-ical-events`` knows the rules (RRULE, RDATE, EXDATE, RECURRENCE-ID); what is here keeps
it from rules that would take for ever: those are refused before it sees them.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event
from recurring_ical_events import of

from tracker.domain.errors import InvalidValue

MOST = 20_000
"""Occurrences of one series: five a weekday for more than ten years."""
YEARS = 10
"""Occurrences further back are left out."""
FREQUENCIES = ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_A_DAY = 24
_RARE = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYEASTER")
"""With a short frequency these can ask for a day that never comes, and the search has no end."""
_LONGEST_INTERVAL = 1000
_STEP = timedelta(days=366)


def _given(event: Event, name: str) -> Any:
    """A property whose kind is known by its name alone."""
    return event[name]


def time_of(event: Event, name: str) -> Any:
    """The date, time or length in a property; raises KeyError or ValueError."""
    return _given(event, name).dt


def params_of(event: Event, name: str) -> Mapping[str, Any]:
    """The parameters of a property."""
    found: Mapping[str, Any] = _given(event, name).params
    return found


def repeats(event: Event) -> bool:
    """Whether it is more than one occurrence, or one of another event's."""
    return any(name in event for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def rules_of(event: Event) -> list[Any]:
    """Its repetition rules."""
    found: Any = event.get("RRULE", [])
    return found if isinstance(found, list) else [found]


def occurrences(events: Sequence[Event], start: datetime, now: datetime) -> Iterator[Event]:
    """Everything that a repeating event comes to between ten years ago and now.

    Args:
        events: The event and its exceptions: all of one UID.
        start: Aware instant of the first of them.
        now: Aware instant.

    Raises:
        InvalidValue: A rule is wrong, or makes more than :data:`MOST` of them.
        ValueError and its like: The libraries cannot make sense of it.
    """
    back = now - timedelta(days=YEARS * 365.25)
    for event in events:
        _bound(event, back, now)
    calendar = Calendar()
    for event in events:
        calendar.add_component(event)
    first = max(start, back) - timedelta(days=2)
    with warnings.catch_warnings():
        # COUNT and UNTIL together are against the letter of the standard, and bound the work.
        warnings.simplefilter("ignore")
        query = of(calendar, keep_recurrence_attributes=False)
        seen: set[tuple[str, str]] = set()
        while first <= now:
            until = min(first + _STEP, now + timedelta(days=1))
            for found in query.between(first, until):
                key = (
                    str(found.get("RECURRENCE-ID", "")),
                    _given(found, "DTSTART").to_ical().decode(),
                )
                if key in seen:
                    continue
                seen.add(key)
                yield found
            first += _STEP


def _bound(event: Event, back: datetime, now: datetime) -> None:
    """Refuse rules that have no end in sight; let the others end now."""
    rules = rules_of(event)
    if len(rules) > 1:
        raise InvalidValue("It has several rules of repetition at once: give it one.")
    for rule in rules:
        if not hasattr(rule, "get"):
            raise InvalidValue("Its rule of repetition cannot be read.")
        _check(rule)
        times = _times(rule, time_of(event, "DTSTART"), back, now)
        if times > MOST:
            raise InvalidValue(f"It repeats more than {MOST:,} times: that is no log.")
        if not times:
            del event["RRULE"]  # It never takes place again: nothing is left to search for.
        elif _ends_later(rule, now):
            rule["UNTIL"] = [_until(event, now)]


def _check(rule: Any) -> None:
    frequency = str((rule.get("FREQ") or [""])[0]).upper()
    if frequency in ("MINUTELY", "SECONDLY"):
        raise InvalidValue("It repeats every minute or second: that is no log.")
    if frequency not in FREQUENCIES:
        raise InvalidValue("Its rule of repetition has no frequency such as WEEKLY.")
    interval = (rule.get("INTERVAL") or [1])[0]
    if not isinstance(interval, int) or not 1 <= interval <= _LONGEST_INTERVAL:
        raise InvalidValue(f"It repeats at an interval outside 1 to {_LONGEST_INTERVAL}.")
    if frequency in ("HOURLY", "DAILY", "WEEKLY") and any(name in rule for name in _RARE):
        raise InvalidValue(f"A {frequency} rule with days of a month or year is not supported.")
    times = _A_DAY if frequency == "HOURLY" else 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        if not (name == "BYHOUR" and frequency == "HOURLY"):
            times *= max(1, len(rule.get(name) or []))
    if times > _A_DAY:
        raise InvalidValue(f"It repeats more than {_A_DAY} times a day: that is no log.")


def _times(rule: Any, start: date, back: datetime, now: datetime) -> int:
    """How often the rule alone makes it take place, counted up to just above the most."""
    parts = [(name, given) for name, given in rule.items() if name not in ("UNTIL", "COUNT")]
    text = type(rule)(parts).to_ical().decode()
    wall = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - a calendar's own clock
    stop = now.replace(tzinfo=None) + timedelta(days=1)
    until = (rule.get("UNTIL") or [stop])[0]
    stop = min(stop, datetime(until.year, until.month, until.day) + timedelta(days=2))  # noqa: DTZ001
    count: int = (rule.get("COUNT") or [MOST + 1])[0]
    series = rrulestr(f"{text};UNTIL={stop:%Y%m%dT%H%M%S}", dtstart=wall)
    found = series.xafter(back.replace(tzinfo=None), inc=True)
    return min(count, sum(1 for _ in islice(found, MOST + 1)))


def _ends_later(rule: Any, now: datetime) -> bool:
    until = (rule.get("UNTIL") or [None])[0]
    return until is None or until.year > now.year


def _until(event: Event, now: datetime) -> datetime:
    """Tomorrow, with a zone where the event has one: the two must be alike (RFC 5545, 3.3.10)."""
    tomorrow = now.astimezone(UTC) + timedelta(days=1)
    aware = getattr(time_of(event, "DTSTART"), "tzinfo", None) is not None
    return tomorrow if aware else tomorrow.replace(tzinfo=None)
