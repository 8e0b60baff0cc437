"""Dates and times as people's spreadsheets write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.exchange.wallclock import Days, seconds_of_day, wall_clock


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:00:00", 0),
        ("09:15:30", 33330),
        ("23:59:59", 86399),
        ("24:00:00", 86400),
        ("9:15", 33300),
        (" 09:15 ", 33300),
        ("09.15", 33300),
        ("09:15:30.250", 33330),
        ("12:00 AM", 0),
        ("12:30:00 AM", 1800),
        ("12:00 PM", 43200),
        ("11:59:59 PM", 86399),
        ("1:05pm", 47100),
        ("1:05 p.m.", 47100),
        ("1:05\u202fPM", 47100),
        ("9.15 a.m.", 33300),
    ],
)
def test_times_of_day(text: str, seconds: int) -> None:
    assert seconds_of_day(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "", "9", "noon", "25:00", "24:00:01", "09:60", "09:15:60", "13:00 PM", "9:5", "9:15:3",
        "-9:15", "+9:15:00", "\u0660\u0669:\u0661\u0665:\u0660\u0660", "09:15:00:00",
        "09:15 xm", "09:15 mp", "1_:15:00", "am",
        "99999999999:15", "::::::::",
    ],
)  # fmt: skip
def test_no_times_of_day(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a time of day"):
        seconds_of_day(text)


def days(*cells: str, order: str = "") -> Days:
    return Days(order, lambda: cells)


@pytest.mark.parametrize("text", ["2026-02-19", "2026/02/19", "2026.2.19", "19.02.26"])
def test_dates(text: str) -> None:
    assert days(text).read(text) == date(2026, 2, 19)


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (["03/04/2026", "13/04/2026"], date(2026, 4, 3)),
        (["03/04/2026", "04/13/2026"], date(2026, 3, 4)),
        (
            ["03/04/2026", "13/04/2026", "2026-04-13", "40/40/2026", "words", "1/2"],
            date(2026, 4, 3),
        ),
    ],
)
def test_the_whole_file_decides_the_order(cells: list[str], day: date) -> None:
    assert days(*cells).read("03/04/2026") == day


@pytest.mark.parametrize("cells", [["03/04/2026"], ["03/04/2026", "13/04/2026", "04/13/2026"]])
def test_an_open_order_is_asked_for(cells: list[str]) -> None:
    with pytest.raises(ImportRefused, match="--date-order dmy or --date-order mdy"):
        days(*cells).read("03/04/2026")
    assert days(*cells, order="dmy").read("03/04/2026") == date(2026, 4, 3)
    assert days(*cells, order="mdy").read("03/04/2026") == date(2026, 3, 4)


def test_year_first_needs_no_order() -> None:
    assert days("2026-03-04", "03/04/2026").read("2026-03-04") == date(2026, 3, 4)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-02-30", "2026-13-01", "1/2", "0000-01-01", "20260219", "1/2/x"]
)
def test_no_dates(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a date"):
        days(text, order="dmy").read(text)


@pytest.mark.parametrize("text", ["1969-12-31", "9999-12-31"])
def test_years_that_no_log_has(text: str) -> None:
    with pytest.raises(InvalidValue, match="outside 1970-2999"):
        days(text).read(text)


def test_an_order_that_is_none() -> None:
    with pytest.raises(ImportRefused, match="dmy or mdy"):
        days(order="ymd")


def test_an_order_that_does_not_fit_rejects_the_date() -> None:
    with pytest.raises(InvalidValue, match="13/04/2026"):
        days("13/04/2026", order="mdy").read("13/04/2026")


@pytest.mark.parametrize(
    ("day", "clock", "instant", "said"),
    [
        ((2026, 7, 1), "09:00", "2026-07-01T13:00", ""),
        ((2026, 3, 8), "01:59", "2026-03-08T06:59", ""),
        ((2026, 3, 8), "02:30", "2026-03-08T07:30", "never happens"),
        ((2026, 3, 8), "03:00", "2026-03-08T07:00", ""),
        ((2026, 11, 1), "01:30", "2026-11-01T05:30", "happens twice"),
        ((2026, 11, 1), "02:00", "2026-11-01T07:00", ""),
        ((2026, 11, 1), "24:00", "2026-11-02T05:00", ""),
    ],
)
def test_instants_in_new_york(
    day: tuple[int, int, int], clock: str, instant: str, said: str
) -> None:
    found, warning = wall_clock("America/New_York").instant(date(*day), seconds_of_day(clock))
    assert found == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert bool(warning) == bool(said)
    assert said in warning


def test_a_midnight_that_never_happens() -> None:
    found, warning = wall_clock("America/Sao_Paulo").instant(date(2018, 11, 4), 0)
    assert found == datetime(2018, 11, 4, 3, tzinfo=UTC)
    assert "read as 01:00" in warning


def test_the_second_pass_of_an_hour_is_said() -> None:
    sunday = date(2025, 10, 26)
    span, warning = wall_clock("Europe/Berlin").span(
        (sunday, seconds_of_day("02:45")), (sunday, seconds_of_day("02:15"))
    )
    assert span.seconds == 1800
    assert "02:45 happens twice in Europe/Berlin (clocks go back): the first" in warning
    assert "02:15 happens twice in Europe/Berlin (clocks go back): the second" in warning


@pytest.mark.parametrize(("start", "stop"), [("02:45", "02:15"), ("02:30", "02:30")])
def test_in_an_hour_that_never_happens_backwards_stays_backwards(start: str, stop: str) -> None:
    sunday = date(2026, 3, 29)
    with pytest.raises(InvalidValue, match="not after the start"):
        wall_clock("Europe/Berlin").span(
            (sunday, seconds_of_day(start)), (sunday, seconds_of_day(stop))
        )
