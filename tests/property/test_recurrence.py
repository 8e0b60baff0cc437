"""What holds of the detector whatever the days are."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.audit.recurrence.recognise import recognise
from tracker.audit.recurrence.working import WorkingTime
from tracker.domain.cadence import CADENCES, STATUSES

AS_OF = date(2026, 11, 20)
LOG = [AS_OF - timedelta(days=n) for n in range(300)]
WORKDAYS = [day for day in LOG if day.weekday() < 5]
WORKING = WorkingTime.of(WORKDAYS, AS_OF)
YEAR = timedelta(days=364)

some = st.lists(st.sampled_from(LOG), max_size=30, unique=True)
every_so_often = st.builds(
    lambda step, start, gone: [d for n, d in enumerate(WORKDAYS[start::step]) if n not in gone],
    st.sampled_from((1, 2, 5, 10)),
    st.integers(0, 9),
    st.sets(st.integers(0, 40), max_size=5),
)
histories = st.one_of(some, every_so_often)
few = settings(max_examples=40, deadline=None)


@few
@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_the_days_does_not_matter(days: list[date], shuffled: object) -> None:
    mixed = list(days)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]

    assert recognise(mixed, WORKING, AS_OF) == recognise(sorted(days), WORKING, AS_OF)


@few
@given(histories)
def test_asking_again_gives_the_same_whatever_was_asked_before(days: list[date]) -> None:
    fresh = WorkingTime.of(WORKDAYS, AS_OF)

    assert recognise(days, WORKING, AS_OF) == recognise(days, fresh, AS_OF)


@few
@given(histories, st.integers(1, 200))
def test_what_lies_ahead_changes_nothing(days: list[date], ahead: int) -> None:
    future = [AS_OF + timedelta(days=n) for n in range(1, ahead)]
    working = WorkingTime.of([*WORKDAYS, *future], AS_OF)

    assert recognise([*days, *future], working, AS_OF) == recognise(days, WORKING, AS_OF)


@few
@given(every_so_often)
def test_weeks_are_alike_a_year_later(days: list[date]) -> None:
    working = WorkingTime.of([day + YEAR for day in WORKDAYS], AS_OF + YEAR)
    found = recognise(days, WORKING, AS_OF)
    later = recognise([day + YEAR for day in days], working, AS_OF + YEAR)

    if found.confidence > 0.95 and found.cadence in ("daily", "weekly", "biweekly"):
        assert (later.cadence, later.occurrences) == (found.cadence, found.occurrences)


@few
@given(histories)
def test_a_finding_is_whole(days: list[date]) -> None:
    found = recognise(days, WORKING, AS_OF)

    assert found.cadence in CADENCES
    assert found.status in STATUSES
    assert 0 <= found.confidence <= 1 + 1e-9
    assert found.occurrences <= len(set(days))
    assert (found.next_due is None) == (
        found.cadence in ("none", "as-needed") or found.status == "lapsed"
    )
    assert found.next_due is None or (found.last is not None and found.next_due > found.last)
    assert list(found.slots) == sorted(set(found.slots))
    assert len(found.slots) <= 60
