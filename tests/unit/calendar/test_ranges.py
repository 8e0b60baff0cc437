"""Range words and ISO periods, as they are seen from Sunday 22 November 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.calendar.ranges import FIRST_DAY, LAST_DAY, read_range
from tracker.domain.errors import Unreadable
from tracker.domain.period import week_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last", "label"),
    [
        ("today", "2026-11-22", "2026-11-23", "today"),
        ("Yesterday", "2026-11-21", "2026-11-22", "yesterday"),
        ("week", "2026-11-16", "2026-11-23", "this week"),
        ("this week", "2026-11-16", "2026-11-23", "this week"),
        ("last week", "2026-11-09", "2026-11-16", "last week"),
        ("  LAST   Week ", "2026-11-09", "2026-11-16", "last week"),
        ("month", "2026-11-01", "2026-12-01", "this month"),
        ("last month", "2026-10-01", "2026-11-01", "last month"),
        ("quarter", "2026-10-01", "2027-01-01", "this quarter"),
        ("last quarter", "2026-07-01", "2026-10-01", "last quarter"),
        ("year", "2026-01-01", "2027-01-01", "this year"),
        ("last year", "2025-01-01", "2026-01-01", "last year"),
        ("2026-W47", "2026-11-16", "2026-11-23", "2026-W47"),
        ("2026w47", "2026-11-16", "2026-11-23", "2026-W47"),
        ("2026-W53", "2026-12-28", "2027-01-04", "2026-W53"),
        ("w40", "2026-09-28", "2026-10-05", "2026-W40"),
        ("2026-11", "2026-11-01", "2026-12-01", "2026-11"),
        ("2026-12", "2026-12-01", "2027-01-01", "2026-12"),
        ("2026-Q4", "2026-10-01", "2027-01-01", "2026-Q4"),
        ("q1", "2026-01-01", "2026-04-01", "2026-Q1"),
        ("2026", "2026-01-01", "2027-01-01", "2026"),
        ("2026-11-01", "2026-11-01", "2026-11-02", "2026-11-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01", "2024-02-29"),
        ("2026-11-01..2026-11-15", "2026-11-01", "2026-11-16", "2026-11-01..2026-11-15"),
        ("2026-11-01 .. 2026-11-15", "2026-11-01", "2026-11-16", "2026-11-01..2026-11-15"),
        ("2026-11-01 to 2026-11-15", "2026-11-01", "2026-11-16", "2026-11-01..2026-11-15"),
        ("from 2026-11-01 to today", "2026-11-01", "2026-11-23", "2026-11-01..today"),
        ("2026-W40..2026-W47", "2026-09-28", "2026-11-23", "2026-W40..2026-W47"),
        ("2026-09..2026-10", "2026-09-01", "2026-11-01", "2026-09..2026-10"),
        ("friday", "2026-11-20", "2026-11-21", "friday 2026-11-20"),
        ("Fri", "2026-11-20", "2026-11-21", "friday 2026-11-20"),
        ("sunday", "2026-11-22", "2026-11-23", "sunday 2026-11-22"),
        ("last sunday", "2026-11-15", "2026-11-16", "sunday 2026-11-15"),
        ("mon..fri", "2026-11-16", "2026-11-21", "monday 2026-11-16..friday 2026-11-20"),
        ("november", "2026-11-01", "2026-12-01", "2026-11"),
        ("last november", "2025-11-01", "2025-12-01", "2025-11"),
        ("december", "2025-12-01", "2026-01-01", "2025-12"),
        ("mar 2024", "2024-03-01", "2024-04-01", "2024-03"),
        ("last 7 days", "2026-11-16", "2026-11-23", "last 7 days"),
        ("last 1 day", "2026-11-22", "2026-11-23", "last 1 day"),
        ("past 2 weeks", "2026-11-02", "2026-11-16", "last 2 weeks"),
        ("last 3 months", "2026-08-01", "2026-11-01", "last 3 months"),
        ("last 2 quarters", "2026-04-01", "2026-10-01", "last 2 quarters"),
    ],
)
def test_a_range_is_read(text: str, first: str, last: str, label: str) -> None:
    found = read_range(text, today=TODAY)
    assert (found.first.isoformat(), found.last.isoformat(), found.label) == (first, last, label)


def test_everything_and_open_ends() -> None:
    assert read_range("all", today=TODAY).first == FIRST_DAY
    assert read_range("ALL", today=TODAY).last == LAST_DAY
    assert read_range("2026-11-01..", today=TODAY).last == LAST_DAY
    assert read_range("since monday", today=TODAY).first == date(2026, 11, 16)
    assert read_range("..2026-11-15", today=TODAY).first == FIRST_DAY


def test_the_week_may_start_on_sunday_and_is_called_after_the_days_it_has() -> None:
    assert read_range("week", today=TODAY, week_start=6).first == TODAY
    assert read_range("last week", today=TODAY, week_start=6).first == date(2026, 11, 15)
    assert read_range("2026-W47", today=TODAY, week_start=6).first == date(2026, 11, 15)


@pytest.mark.parametrize("week_start", range(7))
@pytest.mark.parametrize("back", range(0, 800, 29))
def test_the_name_of_a_week_leads_to_that_week(week_start: int, back: int) -> None:
    week = week_of(TODAY - timedelta(days=back), week_start)
    found = read_range(week.id, today=TODAY, week_start=week_start)
    assert (found.first, found.last) == (week.first, week.last)


def test_a_range_knows_its_instants() -> None:
    found = read_range("2026-10-25", today=TODAY)
    start, stop = found.instants("Europe/Berlin", 240)
    assert start == datetime(2026, 10, 25, 3, tzinfo=UTC)
    assert stop == datetime(2026, 10, 26, 3, tzinfo=UTC)
    assert found.days == 1
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        start, stop = read_range("all", today=TODAY).instants(zone)
        assert (start.year, stop.year) == (1970, 2999)


@pytest.mark.parametrize(
    ("text", "start", "stop"),
    [
        ("", 0, 0),
        ("  ", 2, 2),
        ("foo", 0, 3),
        (" foo ", 1, 4),
        ("2026-13", 0, 7),
        ("2026-1", 0, 6),
        ("2026-Q5", 0, 7),
        ("2026-Q0", 0, 7),
        ("2026-W54", 0, 8),
        ("2026-W0", 0, 7),
        ("2025-02-29", 0, 10),
        ("1969", 0, 4),
        ("3000-01", 0, 7),
        ("last", 0, 4),
        ("this yesterday", 0, 14),
        ("last 0 days", 0, 11),
        ("last 5 minutes", 0, 14),
        ("last many weeks", 0, 15),
        ("today..nonsense", 7, 15),
        ("nonsense..today", 0, 8),
        ("2026-11-15..2026-11-01", 0, 22),
        ("..", None, None),
    ],
)
def test_what_is_no_range_is_pointed_at(text: str, start: int | None, stop: int | None) -> None:
    if start is None:
        assert read_range(text, today=TODAY).label == "all"
        return
    with pytest.raises(Unreadable) as refused:
        read_range(text, today=TODAY)
    assert (refused.value.start, refused.value.stop) == (start, stop)


def test_a_refusal_says_what_can_be_typed() -> None:
    with pytest.raises(Unreadable, match=r'"foo" is not a range of days: type today, last week'):
        read_range("foo", today=TODAY)
    with pytest.raises(Unreadable, match="swap its two ends"):
        read_range("today..yesterday", today=TODAY)
