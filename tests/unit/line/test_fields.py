"""Single times and lengths, on Sunday 22 November 2026 at 14:57 in Berlin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.domain.errors import InvalidValue, Unreadable
from tracker.line import read_duration, read_time, write_duration

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 22, 13, 57, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A Berlin time of November 2026."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC) - timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", at(22, 14, 57)),
        (" 9:15 ", at(22, 9, 15)),
        ("9", at(22, 9)),
        ("915", at(22, 9, 15)),
        ("9.15", at(22, 9, 15)),
        ("2:30pm", at(22, 14, 30)),
        ("9 am", at(22, 9)),
        ("at 9", at(22, 9)),
        ("9:15:30", at(22, 9, 15, 30)),
        ("-10", at(22, 14, 47)),
        ("-10m", at(22, 14, 47)),
        ("10m ago", at(22, 14, 47)),
        ("half an hour ago", at(22, 14, 27)),
        ("yesterday 9:15", at(21, 9, 15)),
        ("9:15 yesterday", at(21, 9, 15)),
        ("mon 9", at(16, 9)),
        ("2026-11-20 9:15", at(20, 9, 15)),
        ("2026-11-20T09:15", at(20, 9, 15)),
        ("2026-11-20T08:15Z", at(20, 9, 15)),
    ],
)
def test_a_time_is_read(text: str, expected: datetime) -> None:
    assert read_time(text, now=NOW, zone=ZONE) == expected


def test_a_time_may_be_of_another_day() -> None:
    friday = date(2026, 11, 20)
    assert read_time("16:00", now=NOW, zone=ZONE, day=friday) == at(20, 16)
    assert read_time("-10m", now=NOW, zone=ZONE, day=friday) == at(22, 14, 47)
    assert read_time("yesterday 9:15", now=NOW, zone=ZONE, day=friday) == at(21, 9, 15)


def test_an_end_is_after_its_start() -> None:
    friday, late = date(2026, 11, 20), at(20, 22)
    assert read_time("1:00", now=NOW, zone=ZONE, day=friday, after=late) == at(21, 1)
    assert read_time("23:00", now=NOW, zone=ZONE, day=friday, after=late) == at(20, 23)
    assert read_time("22:00", now=NOW, zone=ZONE, day=friday, after=late) == at(21, 22)


def test_an_end_that_comes_twice_is_the_one_after_its_start() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    now = first + timedelta(hours=12)
    found = read_time("2:15", now=now, zone=ZONE, day=date(2026, 10, 25), after=first)
    assert found == first + timedelta(minutes=45)
    assert read_time("2:45", now=now, zone=ZONE, after=first) == first + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("text", "pointed", "said"),
    [
        ("", "", "Which time?"),
        ("invoicing", "invoicing", "is not a time"),
        (" 9:15 invoicing ", "9:15 invoicing", "is not a time"),
        ("9-10", "9-10", "is not a time"),
        ("25m", "25m", "is not a time"),
        ("9:15 25m", "9:15 25m", "is not a time"),
        ("9:15 @acme", "9:15 @acme", "is not a time"),
        ("9:15 // x", "9:15 // x", "is not a time"),
        ("2026-11-20", "2026-11-20", "is not a time"),
        ("2026-11-20T09:00/2026-11-20T10:00", "2026-11-20T09:00/2026-11-20T10:00", "not a time"),
        ("25:99", "25:99", "is not a time"),
        ("16:00", "16:00", "still to come"),
        ("2026-11-23 9:15", "9:15", "still to come"),
        ("2026-11-23T09:15", "2026-11-23T09:15", "still to come: it is 14:57"),
    ],
)
def test_what_is_no_time_is_pointed_at(text: str, pointed: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as refused:
        read_time(text, now=NOW, zone=ZONE)
    assert text[refused.value.start : refused.value.stop] == pointed


def test_a_time_of_a_day_to_come_is_refused() -> None:
    with pytest.raises(Unreadable, match="still to come"):
        read_time("9:15", now=NOW, zone=ZONE, day=date(2026, 11, 23))
    with pytest.raises(InvalidValue, match="outside 1970-2999"):
        read_time("9:15", now=NOW, zone=ZONE, day=date(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("25m", 1500),
        ("25", 1500),
        (" 25 min ", 1500),
        ("1h", 3600),
        ("1h30", 5400),
        ("1h30m", 5400),
        ("1h 30m", 5400),
        ("1 hour 30 minutes", 5400),
        ("1.5h", 5400),
        ("1,5h", 5400),
        ("0:45", 2700),
        ("1:30", 5400),
        ("26:00", 93_600),
        ("1:30:20", 5420),
        ("90s", 90),
        ("2H", 7200),
    ],
)
def test_a_length_is_read(text: str, seconds: int) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "1.5",
        "0",
        "0m",
        "-25m",
        "25m x",
        "25m @x",
        "1:75",
        "h",
        "9-10",
        "9000h",
        '"25m"',
        "1h ago",
    ],
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r"25m"):
        read_duration(text)


def test_lengths_are_written_without_empty_parts() -> None:
    assert [write_duration(n) for n in (0, 20, 60, 3600, 5420, 93_600)] == [
        "0m",
        "20s",
        "1m",
        "1h",
        "1h30m20s",
        "26h",
    ]
