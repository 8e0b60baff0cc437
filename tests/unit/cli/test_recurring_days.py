"""Clock times that trip up calendars, from the file to ``recurring``: the local day must hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.unit.cli.conftest import Owner

LENGTH = timedelta(minutes=20)
Entry = dict[str, Any]


def days(first: str, last: str, weekdays: Iterable[int]) -> list[date]:
    """Every day of these weekdays (0 Monday), both ends included."""
    begin, kept = date.fromisoformat(first), set(weekdays)
    count = (date.fromisoformat(last) - begin).days + 1
    held = (begin + timedelta(days=n) for n in range(count))
    return [day for day in held if day.weekday() in kept]


def entries(task: str, on: Iterable[date], clock: str, zone: str, *, fold: int = 0) -> list[Entry]:
    """Twenty minutes from that wall-clock time on; ``fold`` 1 means the second of two."""
    at = time.fromisoformat(clock).replace(fold=fold)
    starts = [datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC) for day in on]
    return [
        {"task": task, "start": s.isoformat(), "stop": (s + LENGTH).isoformat(), "zone": zone}
        for s in starts
    ]


def recurring(
    ww: Owner, held: list[Entry], as_of: str, *, zone: str, settings: str = ""
) -> dict[str, Any]:
    """Import these and ask what recurs: task -> row."""
    ww.settings(f'zone = "{zone}"\n{settings}')
    file = ww.folder / "log.json"
    file.write_text(json.dumps({"version": 1, "tasks": [], "entries": held}))
    said = ww.done("import", "json", str(file), "--json").json
    assert said["added"] == len(held)
    rows = ww.done("recurring", "--as-of", as_of, "--json").json
    return {row["task"]: row for row in rows}


def desk(first: str, last: str, zone: str, weekdays: Iterable[int] = range(5)) -> list[Entry]:
    """What makes a log dense: something on every working day."""
    return entries("Desk", days(first, last, weekdays), "10:00", zone)


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("Europe/Berlin", "23:30"),
        ("Europe/Berlin", "00:30"),
        ("America/New_York", "01:30"),
        ("America/Santiago", "23:30"),
        ("Australia/Lord_Howe", "23:50"),
        ("Pacific/Auckland", "00:05"),
        ("Africa/Casablanca", "02:30"),
    ],
)
@pytest.mark.parametrize("weekday", [5, 6])
def test_a_weekly_day_stays_that_day_over_both_clock_changes(
    ww: Owner, zone: str, clock: str, weekday: int
) -> None:
    """On Saturdays or Sundays, when clocks change, close to midnight, over a year and more."""
    slots = days("2025-09-01", "2026-11-10", [weekday])
    held = desk("2025-09-01", "2026-11-10", zone) + entries("Backup", slots, clock, zone)

    row = recurring(ww, held, "2026-11-10", zone=zone)["Backup"]

    assert row["cadence"] == "weekly"
    assert row["status"] == "established"
    assert row["occurrences"] == len(slots)
    assert row["next_due"] == (slots[-1] + timedelta(days=7)).isoformat()


def test_the_hour_that_comes_twice_is_one_day(ww: Owner) -> None:
    zone = "Europe/Berlin"
    sundays = days("2026-05-03", "2026-11-10", [6])
    held = desk("2026-05-01", "2026-11-10", zone)
    held += entries("Backup", sundays, "02:10", zone)
    held += entries("Backup", [date(2026, 10, 25)], "02:10", zone, fold=1)

    row = recurring(ww, held, "2026-11-10", zone=zone)["Backup"]

    assert (row["cadence"], row["occurrences"]) == ("weekly", len(sundays))


def test_after_midnight_is_the_day_before_where_the_day_starts_at_four(ww: Owner) -> None:
    """Friday nights, before and after midnight, over both changes of the clock."""
    zone = "Europe/Berlin"
    fridays = days("2026-01-02", "2026-11-10", [4])
    after = [friday + timedelta(days=1) for friday in fridays]
    held = desk("2026-01-01", "2026-11-10", zone)
    held += entries("Closing", fridays, "23:30", zone)
    held += entries("Closing", after, "00:30", zone)

    row = recurring(ww, held, "2026-11-10", zone=zone, settings='day_start = "04:00"\n')["Closing"]

    assert (row["cadence"], row["status"]) == ("weekly", "established")
    assert row["occurrences"] == len(fridays)
    assert row["next_due"] == "2026-11-13"


def test_the_day_the_calendar_skipped(ww: Owner) -> None:
    """Samoa went from 29 to 31 December 2011; its Fridays and workdays go on."""
    zone = "Pacific/Apia"
    skipped = date(2011, 12, 30)
    workdays = [day for day in days("2011-09-01", "2012-02-02", range(5)) if day != skipped]
    fridays = [day for day in workdays if day.weekday() == 4]
    held = entries("Desk", workdays, "00:10", zone) + entries("Payroll", fridays, "23:30", zone)

    rows = recurring(ww, held, "2012-02-02", zone=zone)

    assert (rows["Desk"]["cadence"], rows["Desk"]["occurrences"]) == ("daily", len(workdays))
    assert (rows["Payroll"]["cadence"], rows["Payroll"]["occurrences"]) == ("weekly", len(fridays))
    assert rows["Payroll"]["next_due"] == "2012-02-03"


def test_a_week_that_starts_on_sunday_changes_no_answer(tmp_path: Any) -> None:
    zone = "America/New_York"
    held = desk("2026-03-01", "2026-11-10", zone)
    held += entries("Email", days("2026-03-01", "2026-11-10", range(5)), "09:00", zone)
    held += entries("Payroll", days("2026-03-01", "2026-11-10", [0]), "15:00", zone)
    held += entries("Church", days("2026-03-01", "2026-11-10", [6]), "15:00", zone)

    def said(start: str) -> dict[str, Any]:
        owner = Owner(tmp_path / start)
        return recurring(owner, held, "2026-11-10", zone=zone, settings=f'week_start = "{start}"\n')

    monday, sunday = said("monday"), said("sunday")

    names = ("cadence", "confidence", "status", "occurrences", "since", "next_due")
    for task, row in monday.items():
        assert [row[name] for name in names] == [sunday[task][name] for name in names]
    assert [monday[task]["cadence"] for task in ("Email", "Payroll", "Church")] == [
        "daily", "weekly", "weekly",
    ]  # fmt: skip


def test_a_log_of_three_days(ww: Owner) -> None:
    held = desk("2026-11-09", "2026-11-11", "Europe/Berlin")

    row = recurring(ww, held, "2026-11-11", zone="Europe/Berlin")["Desk"]

    assert row["cadence"] == "none"
    assert row["status"] in {"none", "tentative"}
    assert row["next_due"] is None


def test_a_task_alone_in_its_log_is_not_daily(ww: Owner) -> None:
    """Without other work nobody can tell a day off from a day without this task."""
    zone = "Europe/Berlin"
    fridays = days("2026-03-01", "2026-11-10", [4])

    row = recurring(ww, entries("Payroll", fridays, "15:00", zone), "2026-11-10", zone=zone)

    assert row["Payroll"]["cadence"] == "weekly"
    assert row["Payroll"]["next_due"] == "2026-11-13"
