"""Which candidates fit under a cap: the best set, by trying all of them."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.audit.worth.cases import case
from tracker.audit.worth.budget import within
from tracker.audit.worth.judge import judge
from tracker.domain.papers import Later


def candidate(name: str, hours: float, rate: float, **rest: Any) -> Any:
    found = judge(case(task=name, hours=hours, rate=rate, logged=None, **rest))
    assert found.is_candidate, found.explanation
    return found


def cents(verdict: Any) -> tuple[int, int, int]:
    numbers = verdict.numbers
    value = numbers.freed_hours * numbers.hour_value
    return round(numbers.cash * 100), round(value * 100), round(verdict.score * 10_000)


def best_by_trying(verdicts: list[Any], cap: float) -> tuple[int, int]:
    """Value and score of the best set of all."""
    found = (0, 0)
    for size in range(len(verdicts) + 1):
        for chosen in combinations(verdicts, size):
            costs = [cents(verdict) for verdict in chosen]
            if sum(cost for cost, _, _ in costs) <= round(cap * 100):
                found = max(found, (sum(c[1] for c in costs), sum(c[2] for c in costs)))
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(3, 40), st.integers(0, 60)), max_size=8),
    st.integers(1, 3000),
)
def test_no_set_is_better(made: list[tuple[int, int]], cap: int) -> None:
    verdicts = [
        candidate(f"t{number}", tenths / 4, float(rate))
        for number, (tenths, rate) in enumerate(made)
    ]
    found = within(verdicts, cap)
    picked = [verdict for verdict in verdicts if verdict.task in found.chosen]
    costs = [cents(verdict) for verdict in picked]
    assert found.cash <= cap
    assert (sum(c[1] for c in costs), sum(c[2] for c in costs)) == best_by_trying(verdicts, cap)
    assert sorted((*found.chosen, *found.left_out)) == sorted(v.task for v in verdicts)
    assert within(verdicts[::-1], cap) == found


def test_without_a_cap_all_are_in() -> None:
    verdicts = [candidate("a", 2.0, 40.0), candidate("b", 3.0, 50.0)]
    found = within(verdicts, 0)
    assert set(found.chosen) == {"a", "b"}
    assert found.left_out == ()


def test_a_small_one_that_fits_beats_a_large_one_that_does_not() -> None:
    large, small = candidate("large", 8.0, 40.0), candidate("small", 2.0, 40.0)
    assert within([large, small], 400.0).chosen == ("small",)
    assert within([large, small], 1.0).chosen == ()


def test_what_costs_nothing_is_always_in_and_what_it_saves_may_be_spent() -> None:
    free = candidate("free", 2.0, 0.0)
    saves = candidate("saves", 2.0, 0.0, known={"saved_cash": 300.0})
    dear = candidate("dear", 2.0, 40.0)
    assert within([free, dear], 1.0).chosen == ("free",)
    assert set(within([saves, dear], 50.0).chosen) == {"saves", "dear"}


def test_what_is_in_other_hands_already_has_taken_its_part() -> None:
    gone = judge(case(task="gone", hours=2.0, logged=None, stage="handed-off"))
    dear = candidate("dear", 2.0, 40.0)
    found = within([gone, dear], 600.0)
    assert found.committed == round(gone.numbers.cash, 2) if gone.numbers else False
    assert found.chosen == ()
    assert within([gone, dear], 700.0).chosen == ("dear",)


def test_what_is_in_other_hands_is_paid_whatever_is_said_of_it_now() -> None:
    dear = judge(case(task="gone", rate=900.0, stage="handed-off"))
    assert not dear.is_candidate
    found = within([dear], 600.0)
    assert dear.numbers is not None
    assert found.committed == round(dear.numbers.cash, 2) > 600
    assert found.room == 0


def test_what_its_owner_keeps_takes_no_room() -> None:
    later = Later("l", "kept", "keep", "candidate", date(2026, 11, 2))
    kept = candidate("kept", 2.0, 40.0).replace(later=later)
    other = candidate("other", 2.0, 40.0)
    found = within([kept, other], round(other.numbers.cash, 2))
    assert (found.chosen, found.left_out) == (("other",), ())


@pytest.mark.parametrize(
    ("committed", "words"),
    [
        (0.0, "$700.00 a month"),
        (349.52, "$700.00 a month, of which $349.52 is spent already"),
        (-20.0, "$700.00 a month and $20.00 saved already"),
        (710.0, "$700.00 a month, less than the $710.00 that is spent already"),
    ],
)
def test_the_cap_in_words(committed: float, words: str) -> None:
    found = within([], 700.0).replace(committed=committed)
    assert found.cap_words("USD") == words


def test_thirty_candidates_are_no_trouble() -> None:
    verdicts = [
        candidate(f"t{number}", 1 + number % 7 / 3, 20.0 + number * 1.37) for number in range(30)
    ]
    found = within(verdicts, 2500.0)
    assert 2400 < found.cash <= 2500


def test_what_is_no_candidate_is_not_counted() -> None:
    found = within([judge(case(rate=900.0))], 100.0)
    assert (found.chosen, found.left_out) == ((), ())
