"""Standings whatever was done and declared: nothing is due twice, lost or in two states."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.test_rhythm import CADENCES
from tracker.audit.recurrence.chart import CELLS
from tracker.audit.recurrence.due_list import due_list
from tracker.audit.recurrence.standing import Facts, Standing
from tracker.audit.recurrence.standings import standings
from tracker.domain.cadence import CADENCES as NAMES
from tracker.domain.cadence import Cadence
from tracker.domain.task import Task

START = date(2026, 1, 1)
AHEAD = st.sets(st.integers(0, 300), max_size=12).map(sorted)
STATES = {"done", "late", "missed", "due", "open", "before", "paused"}


def stand(cadence: Cadence, ahead: list[int], as_of: date, paused: date | None) -> Standing:
    days = tuple(START + timedelta(days=number) for number in ahead)
    days = tuple(day for day in days if day <= as_of)
    (standing,) = standings(
        [Facts("A", days, (600,) * len(days))],
        {"A": Task("A", cadence=cadence, paused_until=paused)},
        {},
        as_of=as_of,
        week_start=6,
    )
    return standing


@settings(max_examples=200)
@given(CADENCES, AHEAD, st.integers(0, 330), st.none() | st.integers(0, 400))
def test_any_declared_rhythm(
    cadence: Cadence, ahead: list[int], now: int, pause: int | None
) -> None:
    as_of = START + timedelta(days=now)
    paused = None if pause is None else START + timedelta(days=pause)
    one = stand(cadence, ahead, as_of, paused)
    assert one.cadence in NAMES
    assert len(one.cells) <= CELLS
    assert {cell.state for cell in one.cells} <= STATES
    assert [cell.day for cell in one.cells] == sorted({cell.day for cell in one.cells})
    assert (one.next_due is None) <= (one.due == "")
    if one.next_due is not None:
        assert one.last is None or one.next_due > one.last
        assert paused is None or one.next_due >= paused
        assert (one.due in ("week", "later")) <= (one.next_due > as_of or one.cadence == "daily")
    assert len(due_list([one], as_of)) <= 1
    assert one.hours_per_month >= 0


@settings(max_examples=100)
@given(CADENCES, AHEAD, st.integers(0, 300))
def test_doing_what_is_due_makes_it_no_longer_due(
    cadence: Cadence, ahead: list[int], now: int
) -> None:
    as_of = START + timedelta(days=now)
    before = stand(cadence, ahead, as_of, None)
    after = stand(cadence, sorted({*ahead, now}), as_of, None)
    assert after.done_today
    assert after.due not in ("overdue", "today")
    if before.next_due is not None and after.next_due is not None:
        assert after.next_due > as_of
