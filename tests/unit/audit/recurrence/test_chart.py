"""Cells: what was done, late, missed, due, and what is not yet."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.audit.recurrence.chart import Track, cells, weeks

AS_OF = date(2026, 11, 19)  # a Thursday
FRIDAYS = tuple(date(2026, 10, 2) + timedelta(days=7 * week) for week in range(8))


def track(slots: tuple[date, ...] = FRIDAYS, **changes: object) -> Track:
    plain = Track(
        slots,
        floating=False,
        grace=2,
        as_of=AS_OF,
        next_due=date(2026, 11, 20),
        paused_until=None,
        period=7,
    )
    return plain.replace(**changes)


def states(days: list[date], of: Track, count: int = 8) -> str:
    return " ".join(cell.state for cell in cells(days, of, count))


def test_the_nearest_occurrence_serves_a_slot() -> None:
    days = [
        date(2026, 10, 2),  # on its Friday
        date(2026, 10, 8),  # a day early
        date(2026, 10, 18),  # two days late, within the grace
        date(2026, 10, 26),  # three days late
        # 30 October is missed
        date(2026, 11, 6),
        date(2026, 11, 7),  # once more: the nearer one counts
        date(2026, 11, 13),
    ]
    assert states(days, track()) == "done done done late missed done done open"


def test_a_slot_is_due_until_its_grace_is_over_and_then_missed() -> None:
    done = list(FRIDAYS[:6])
    assert states(done, track(as_of=date(2026, 11, 13))) == "done done done done done done due open"
    assert states(done, track(as_of=date(2026, 11, 15)))[-8:] == "due open"
    assert states(done, track(as_of=date(2026, 11, 16)))[-11:] == "missed open"


def test_before_the_first_time_nothing_is_missed() -> None:
    assert states([date(2026, 11, 13)], track()) == " ".join(["before"] * 6 + ["done", "open"])


def test_few_slots_are_filled_up_in_front() -> None:
    found = cells([FRIDAYS[5], FRIDAYS[6]], track(FRIDAYS[5:]), 8)
    assert [cell.state for cell in found] == ["before"] * 5 + ["done", "done", "open"]
    assert found[4].day == FRIDAYS[5] - timedelta(days=7)


def test_a_pause_misses_nothing() -> None:
    done = list(FRIDAYS[:4])
    paused = track(paused_until=date(2026, 12, 1))
    assert states(done, paused) == "done done done done paused paused paused paused"


def test_one_slot_ahead_is_shown_and_no_more() -> None:
    later = (*FRIDAYS, date(2026, 11, 27), date(2026, 12, 4))
    assert cells(FRIDAYS[:7], track(later), 4)[-1].day == date(2026, 11, 20)


def test_a_floating_period_is_served_on_any_day_of_it() -> None:
    mondays = tuple(date(2026, 10, 26) + timedelta(days=7 * week) for week in range(5))
    floating = track(mondays, floating=True, next_due=date(2026, 11, 20))
    days = [date(2026, 11, 1), date(2026, 11, 13)]
    assert states(days, floating, 4) == "missed done open open"
    assert states(days, floating.replace(next_due=AS_OF), 4) == "missed done due open"


def test_weeks_of_what_is_expected_on_no_day() -> None:
    found = weeks([date(2026, 11, 3), date(2026, 11, 17)], AS_OF, 0, 4)
    assert [cell.state for cell in found] == ["before", "done", "open", "done"]
    assert found[-1].day == date(2026, 11, 16)
    assert weeks([], AS_OF, 6, 1)[0].day == date(2026, 11, 15)


def test_nothing_expected_shows_nothing() -> None:
    assert cells([AS_OF], track(())) == ()
