"""Weeks that are too full, and long weeks that bring no growth."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.audit.worth.cases import profile
from tracker.audit.worth.overload import long_week, median, overload
from tracker.domain.settings import Settings

HOUR = 3600
RATED: dict[str, dict[str, Any]] = {
    "Client work": {"core": True, "growth": 5},
    "Pitches": {"growth": 5},
    "Salaries": {"confidential": True},
}


def who(task: str) -> Any:
    return profile(task=task, **RATED.get(task, {}))


def week(**hours: float) -> dict[str, int]:
    return {name.replace("_", " "): round(given * HOUR) for name, given in hours.items()}


USUAL = [week(Client_work=25, Email=5, Salaries=2)] * 8
"""32 hours a week; 40 are a quarter more."""


def test_two_full_weeks_name_what_grew() -> None:
    full = week(Client_work=27, Email=9, Office_move=6, Salaries=5)
    found = overload([*USUAL, full, full], who)
    assert found is not None
    assert (found.usual, found.weeks) == (32 * HOUR, (47 * HOUR, 47 * HOUR))
    assert [(one.task, one.more // HOUR) for one in found.relief] == [
        ("Office move", 6),
        ("Email", 4),
        ("Salaries", 3),
    ]
    assert found.relief[2].guarded == "confidential"
    assert found.words == "Two full weeks (47 h and 47 h; 32 h is usual)."


@pytest.mark.parametrize(
    ("first", "second", "full"), [(41, 41, True), (40, 41, False), (41, 40, False), (60, 20, False)]
)
def test_it_takes_both_weeks_above_a_quarter_more(first: int, second: int, *, full: bool) -> None:
    weeks = [*USUAL, week(Email=first), week(Email=second)]
    assert (overload(weeks, who) is not None) == full


def test_weeks_off_are_not_usual() -> None:
    full = week(Email=50)
    assert overload([*USUAL[:4], {}, {}, *USUAL[:4], full, full], who) is not None
    assert overload([*USUAL[:7], {}, full, full], who) is None, "eight worked weeks are needed"
    assert overload([], who) is None


def test_a_long_week_without_growth_is_warned_of() -> None:
    long = week(Client_work=40, Email=12)
    short = week(Email=52, Pitches=3)
    found = long_week(short, (), who, Settings())
    assert found is not None
    assert (found.seconds, found.growth, found.needed) == (55 * HOUR, 3 * HOUR, 15 * HOUR)
    assert found.words == (
        "A long week, 55 h, with 3.0 h on the business; your hour value counts on 15.0 h."
    )
    assert long_week(long, (), who, Settings()) is None, "client work is growth here"
    assert long_week(week(Email=48), (), who, Settings()) is None
    assert long_week(week(Email=41), USUAL, who, Settings()) is not None
    assert long_week(week(Email=40), USUAL, who, Settings()) is None


def test_the_middle_one() -> None:
    assert (median([3, 1, 2]), median([4, 1, 2, 3]), median([7])) == (2, 2.5, 7)
