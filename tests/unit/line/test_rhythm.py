"""Rhythms in words, and back."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.cadence import Cadence
from tracker.domain.errors import Unreadable
from tracker.line.rhythm import read_cadence, read_declared, write_cadence
from tracker.line.until import read_until

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("daily", "daily"),
        ("Every Day", "daily"),
        ("weekdays", "weekdays"),
        ("every working day", "weekdays"),
        ("mon-fri", "weekdays"),
        ("weekly on fri", "weekly on fri"),
        ("every friday", "weekly on fri"),
        ("FRIDAYS", "weekly on fri"),
        ("once a week", "weekly"),
        ("mon, wed and fri", "weekly on mon wed fri"),
        ("mon tues thurs", "weekly on mon tue thu"),
        ("weekends", "weekly on sat sun"),
        ("every 2 weeks (on tue)", "every 2 weeks on tue"),
        ("every other friday", "every 2 weeks on fri"),
        ("every second tuesday", "every 2 weeks on tue"),
        ("fortnightly on mondays", "every 2 weeks on mon"),
        ("biweekly", "every 2 weeks"),
        ("monthly", "monthly"),
        ("monthly on the 15th", "monthly on the 15th"),
        ("15th of every month", "monthly on the 15th"),
        ("every 1st", "monthly on the 1st"),
        ("last day", "monthly on the last day"),
        ("last working day of each month", "monthly on the last business day"),
        ("second to last business day", "monthly on the 2nd last business day"),
        ("monthly on the 2nd tue", "monthly on the 2nd tue"),
        ("every second tuesday of the month", "monthly on the 2nd tue"),
        ("every first monday", "monthly on the 1st mon"),
        ("every 3 months", "every 3 months"),
        ("yearly", "every 12 months"),
        ("quarterly", "quarterly"),
        ("quarterly on the 15th", "quarterly on the 15th of the first month"),
        ("last day of the quarter", "quarterly on the last day of the last month"),
        (
            "quarterly on the last business day of the first month",
            "quarterly on the last business day of the first month",
        ),
        ("30 days after", "30 days after the last time"),
        ("every 2 weeks after it was done", "2 weeks after the last time"),
        ("when needed", "as-needed"),
        ("one-off", "none"),
        ("weekly on fri, grace 2d", "weekly on fri grace 2d"),
        ("monthly grace 1 week", "monthly grace 7d"),
    ],
)
def test_what_people_say(text: str, written: str) -> None:
    cadence = read_cadence(text)
    assert write_cadence(cadence) == written
    assert read_cadence(written) == cadence


def test_the_fields_of_the_value() -> None:
    assert read_cadence("weekly on fri grace 2d") == Cadence("week", weekdays=(4,), grace=2)
    assert read_cadence("monthly on the 2nd tue") == Cadence("month", nth=2, weekdays=(1,))
    assert read_cadence("quarterly on the last day") == Cadence("quarter", day=-1)
    assert read_cadence("every 30 days after") == Cadence("day", 30, after=True)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("every blue moon", "blue"),
        ("weekly on the 15th", "15th"),
        ("weekly on fri and sometimes", "sometimes"),
        ("monthly on the 32nd", "32nd"),
        ("monthly on the 5th tue", "5th"),
        ("monthly on friday", "friday"),
        ("every 0 days", "0"),
        ("every 100 days", "100"),
        ("twice a week", "twice a week"),
        ("daily grace soon", "grace soon"),
        ("daily grace 99", "grace 99"),
        ("every", "every"),
        ("Bookkeeping", "bookkeeping"),
    ],
)
def test_an_error_points_at_the_part(text: str, part: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_cadence(text)
    assert text[caught.value.start : caught.value.stop].lower() == part
    assert str(caught.value).endswith(".")


def test_a_pause_may_follow() -> None:
    said = read_declared("weekly on fri, paused until 5 jan", today=TODAY)
    assert write_cadence(said.cadence) == "weekly on fri"
    assert said.paused_until == date(2027, 1, 5)
    assert read_declared("daily", today=TODAY).paused_until is None
    with pytest.raises(Unreadable) as caught:
        read_declared("daily paused until whenever", today=TODAY)
    assert caught.value.start == len("daily paused until ")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 20)),
        ("thu", date(2026, 11, 26)),
        ("5 jan", date(2027, 1, 5)),
        ("January 5th", date(2027, 1, 5)),
        ("jan 5 2028", date(2028, 1, 5)),
        ("29 feb", date(2028, 2, 29)),
        ("2 weeks", date(2026, 12, 3)),
        ("in 10 days", date(2026, 11, 29)),
        ("3 months", date(2027, 2, 19)),
        ("2026-12-01", date(2026, 12, 1)),
    ],
)
def test_days_to_come(text: str, day: date) -> None:
    assert read_until(text, today=TODAY) == day


def test_a_month_later_is_clamped() -> None:
    assert read_until("a month", today=date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "text", ["", "30 feb", "yesterday", "today", "2026-11-19", "soon", "0 days"]
)
def test_what_is_no_day_to_come(text: str) -> None:
    with pytest.raises(Unreadable):
        read_until(text, today=TODAY)
