"""The numbers and rows of a day as of one moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.fakes import NOW, ZONE, MemoryStore, at, entry
from tests.pilot.stage import morning
from tests.unit.widgets.test_assemble import state_of
from tracker.domain.entry import Entry
from tracker.domain.settings import Settings
from tracker.domain.span import Amount
from tracker.domain.task import Task
from widgets.figures import NO_FIGURES, blocks, figures, rows, window
from widgets.rows import EntryRow, GapRow, matches
from widgets.state import EMPTY, elapsed, forgotten


def clocks(log: MemoryStore, *, now: datetime = NOW, day: date | None = None) -> list[str]:
    return [
        f"{row.clock} {row.entry.task if isinstance(row, EntryRow) else row.words}"
        for row in rows(state_of(log, now=now, day=day), now)
    ]


def test_the_drawn_example_of_the_panel() -> None:
    """42 minutes 17 of invoicing at $45, an hour worth $256.41: $180.70 against $52.95."""
    shown = figures(state_of(morning()), NOW)
    assert shown.compared is not None
    assert shown.compared.by_you == pytest.approx(180.70, abs=0.005)
    assert shown.compared.handed_off == pytest.approx(52.95, abs=0.005)
    assert shown.compared.difference == pytest.approx(127.74, abs=0.006)
    assert (shown.compared_name, shown.compared_category) == ("Invoicing", "Invoicing")


def test_the_day_on_and_in_the_business() -> None:
    shown = figures(state_of(morning()), NOW)
    assert shown.on == 65 * 60
    assert shown.inside == 35 * 60 + 42 * 60 + 17
    assert shown.total == shown.on + shown.inside
    assert shown.untracked == 5 * 60
    assert shown.coverage == pytest.approx(shown.total / (shown.total + 300))


def test_the_week_of_busywork_in_hours_and_money() -> None:
    state = state_of(morning())
    shown = figures(state, NOW)
    assert shown.busywork_seconds == (35 + 42 + 150) * 60 + 17
    assert shown.busywork_money == pytest.approx(shown.busywork_seconds / 3600 * state.hour_value)
    assert [day.total for day in shown.days[:4]] == [0, 9000, 3600, shown.total]
    assert sum(task.seconds for task in shown.tasks) == sum(day.total for day in shown.days)


def test_while_nothing_runs_the_days_busywork_is_compared() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "09:00"),
        entry("Invoicing", "09:00", "09:30"),
        entry("Proposal", "07:00", "08:00"),
    )
    shown = figures(state_of(log), NOW)
    assert shown.compared is not None
    assert shown.compared_name == "Busywork"
    assert shown.compared.by_you == pytest.approx(1.5 * 256.4103, abs=0.001)


def test_where_no_price_is_known_there_is_no_comparison_only_the_category() -> None:
    log = MemoryStore.of(entry("Invoicing", "09:15"))
    shown = figures(state_of(log, settings=Settings(currency="EUR")), NOW)
    assert shown.compared is not None
    assert shown.compared.handed_off is None
    assert shown.compared_category == "Invoicing"


def test_before_the_log_is_read_there_is_nothing() -> None:
    assert figures(EMPTY, NOW) is NO_FIGURES


def test_rows_have_the_gaps_between_them() -> None:
    assert clocks(morning()) == [
        "07:30-08:05 Email triage",
        "08:05-09:10 Proposal",
        "09:10-09:15 5 min unaccounted",
        "09:15-now Invoicing",
    ]


def test_the_time_since_the_last_stop_is_a_gap_today_and_only_today() -> None:
    log = MemoryStore.of(
        entry("Email", "08:00", "09:00", entry_id="a"),
        entry("Email", "08:00", "09:00", day="2026-11-18", entry_id="b"),
    )
    assert clocks(log)[-1] == "09:00-09:57 57 min unaccounted"
    assert clocks(log, day=date(2026, 11, 18)) == ["08:00-09:00 Email"]
    assert clocks(log, now=at("09:04")) == ["08:00-09:00 Email"]


def test_an_entry_over_midnight_is_cut_at_it_on_both_days() -> None:
    night = Entry(
        id="n",
        task="Release",
        when=entry("x", "22:00", "23:00", day="2026-11-18").when.replace(  # type: ignore[union-attr]
            stop=at("01:30")
        ),
        zone=ZONE,
    )
    log = MemoryStore.of(night)
    assert clocks(log)[0] == "  …  -01:30 Release"
    assert clocks(log, day=date(2026, 11, 18)) == ["22:00-… Release"]
    today, before = (rows(state_of(log, day=day), NOW)[0] for day in (None, date(2026, 11, 18)))
    assert isinstance(today, EntryRow)
    assert isinstance(before, EntryRow)
    assert (today.seconds, before.seconds) == (5400, 7200)


def test_amounts_have_no_clock_and_leave_no_gaps() -> None:
    log = MemoryStore.of(
        Entry(id="a", task="Reading", when=Amount(date(2026, 11, 19), 1500), zone=ZONE)
    )
    assert clocks(log) == ["on the day Reading"]
    assert blocks(state_of(log), NOW) == ()
    assert figures(state_of(log), NOW).total == 1500


def test_overlaps_are_marked_and_never_a_negative_gap() -> None:
    log = MemoryStore.of(
        entry("A", "08:00", "09:00", entry_id="a"),
        entry("B", "08:30", "08:45", entry_id="b"),
        entry("C", "09:00", "09:57", entry_id="c"),
    )
    shown = rows(state_of(log), NOW)
    assert [row.doubled for row in shown if isinstance(row, EntryRow)] == [False, True, False]
    assert not any(isinstance(row, GapRow) for row in shown)


def test_the_strip_covers_the_day_in_whole_hours() -> None:
    log = MemoryStore.of(entry("A", "06:20", "07:10"), entry("B", "19:10", "20:30", entry_id="b"))
    state = state_of(log, now=at("21:00"))
    seen = window(state, blocks(state, at("21:00")))
    assert (seen.start, seen.stop) == (at("06:00").timestamp(), at("21:00").timestamp())
    assert seen.hours[0][1] == "06"
    empty = window(state_of(MemoryStore()), ())
    assert (empty.start, empty.stop) == (at("08:00").timestamp(), at("18:00").timestamp())


def test_the_strip_of_a_day_on_which_clocks_go_back_has_the_hour_twice() -> None:
    log = MemoryStore.of(entry("A", "00:30", "06:00", day="2026-10-25"))
    state = state_of(log, day=date(2026, 10, 25))
    labels = [label for _, label in window(state, blocks(state, NOW)).hours]
    assert labels[:5] == ["00", "01", "02", "02", "03"]


def test_elapsed_is_now_minus_start_and_never_less_than_nothing() -> None:
    running = entry("A", "09:15")
    assert elapsed(running, NOW) == "0:42:17"
    assert elapsed(running, NOW + timedelta(hours=30)) == "30:42:17"
    assert elapsed(running, NOW - timedelta(hours=5)) == "0:00:00"


@pytest.mark.parametrize(
    ("start", "day", "looks_forgotten"),
    [("09:15", "2026-11-19", False), ("23:50", "2026-11-18", True), ("00:05", "2026-11-19", False)],
)
def test_a_timer_from_before_today_looks_forgotten(
    start: str, day: str, *, looks_forgotten: bool
) -> None:
    state = state_of(MemoryStore.of(entry("A", start, day=day)))
    assert forgotten(state, NOW) is looks_forgotten
    assert forgotten(state, at("10:05:01")) is True or start == "09:15"


def test_find_looks_at_every_word_of_an_entry_and_never_at_gaps() -> None:
    shown = rows(state_of(morning()), NOW)
    found = [row for row in shown if matches(row, "ACME batch")]
    assert [row.entry.id for row in found if isinstance(row, EntryRow)] == ["inv"]
    assert [row for row in shown if matches(row, "unaccounted")] == []
    assert [row for row in shown if matches(row, "@northwind #sales")] != []


def test_a_task_the_owner_rated_changes_its_side() -> None:
    log = morning()
    log.known["Invoicing"] = Task("Invoicing", only_me=True)
    last = rows(state_of(log), NOW)[-1]
    assert isinstance(last, EntryRow)
    assert last.side == "other"
