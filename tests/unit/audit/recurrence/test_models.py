"""The models are probabilities: over all that could have happened they sum to one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from math import exp, log

import pytest

from tracker.audit.recurrence.daily import daily
from tracker.audit.recurrence.evidence import weigh
from tracker.audit.recurrence.history import History
from tracker.audit.recurrence.irregular import irregular
from tracker.audit.recurrence.mixtures import extras, spilled, total, turns
from tracker.audit.recurrence.renewal import renewal
from tracker.audit.recurrence.slotted import Kernels, slotted
from tracker.audit.recurrence.subset import subset
from tracker.audit.recurrence.working import Axis, WorkingTime

LOG = [date(2026, 1, 5) + timedelta(days=n) for n in range(320)]
SPAN = 9


def axis() -> Axis:
    return WorkingTime.of([day for day in LOG if day.weekday() < 5], LOG[-1]).axis(5)


def all_histories(known: Axis) -> Iterator[History]:
    """Whatever may follow a first occurrence within :data:`SPAN` working days."""
    first = known.at(LOG[0].toordinal())
    later = range(first + 1, first + SPAN + 1)
    for count in range(SPAN + 1):
        for days in combinations(later, count):
            yield History(known, [first, *days], first + SPAN)


@pytest.mark.parametrize(
    "model", [daily, irregular, lambda history: subset(history)[0]], ids=["daily", "none", "subset"]
)
def test_a_model_sums_to_one(model: Callable[[History], float]) -> None:
    assert sum(exp(model(history)) for history in all_histories(axis())) == pytest.approx(1)


def test_gaps_about_a_period_sum_to_one() -> None:
    whole = sum(exp(renewal("weekly", history)) for history in all_histories(axis()))
    assert whole == pytest.approx(1, abs=0.01)


def test_no_rhythm_promises_more_than_a_probability() -> None:
    """Slots weigh their phases by the first occurrence, which is nearly exact."""
    whole = sum(exp(slotted("weekly", history)[0]) for history in all_histories(axis()))
    assert 0.5 < whole < 1.2


@pytest.mark.parametrize("cadence", ["weekly", "biweekly", "monthly", "quarterly"])
def test_a_kernel_sums_to_one_over_both_sides(cadence: str) -> None:
    for chances in Kernels(cadence).chances:
        assert chances[0] + 2 * sum(chances[1:]) == pytest.approx(1, abs=1e-5)


def test_sums_on_the_log_scale() -> None:
    assert total([log(0.25), log(0.5)]) == pytest.approx(log(0.75))
    assert total([-5000.0, -5000.0]) == pytest.approx(-5000 + log(2))
    assert total([]) < -1e8


def test_turns_and_extras_are_probabilities_of_one_order() -> None:
    assert exp(turns(1, 0)) + exp(turns(0, 1)) == pytest.approx(1)
    assert exp(spilled(1, 0)) + exp(spilled(0, 1)) == pytest.approx(1)
    assert exp(extras(0, 0, 0, 1)) + exp(extras(1, 0, 0, 1)) == pytest.approx(1)


def fridays(known: Axis, moved: int = 0) -> History:
    days = [day.toordinal() for day in LOG if day.weekday() == 4]
    events = [known.at(day) - (moved if n % 3 == 0 else 0) for n, day in enumerate(days)]
    return History(known, events, known.end)


def test_what_is_punctual_speaks_louder() -> None:
    known = axis()
    exact = weigh(fridays(known))
    careless = weigh(fridays(known, moved=2))

    assert exact.best == careless.best == "weekly"
    assert (
        exact.logs["weekly"] - exact.logs["none"] > careless.logs["weekly"] - careless.logs["none"]
    )


def test_a_rough_look_comes_near_a_full_one() -> None:
    history = fridays(axis(), moved=1)

    assert slotted("weekly", history, rough=True)[0] == pytest.approx(
        slotted("weekly", history)[0], abs=3
    )


def test_the_odds_sum_to_one() -> None:
    assert sum(weigh(fridays(axis())).odds().values()) == pytest.approx(1)
