"""Identities of the money model that hold for all inputs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.audit.categorise import Catalogue
from tracker.audit.worth.profile import (
    Profile,
    busywork,
    compare,
    day_balance,
    effort_factor,
    hour_value,
    hour_value_floor,
    is_busywork,
    on_business,
    profile_of,
)
from tracker.domain.settings import Settings
from tracker.domain.task import MARKS, RATINGS, Task
from tracker.store.categories import load_categories

CATALOGUE = Catalogue(load_categories())
RATING = st.none() | st.integers(min_value=1, max_value=5)
MARK = st.none() | st.booleans()
TASKS = st.builds(
    Task,
    name=st.sampled_from(["Invoicing", "Email", "Client work", "Sketching"]),
    category=st.sampled_from(["", "payroll", "seo", "unheard-of"]),
    tedium=RATING,
    growth=RATING,
    skill=RATING,
    like=RATING,
    necessary=MARK,
    only_me=MARK,
    core=MARK,
)
RATES = st.floats(min_value=0, max_value=500)
VALUES = st.floats(min_value=0.01, max_value=5000)
SECONDS = st.integers(min_value=0, max_value=10**7)


def profile(task: Task, rate: float | None = None) -> Profile:
    names = ("invoicing", "email", "delivery", "other", "payroll", "seo", "unheard-of")
    rates = () if rate is None else tuple((name, rate) for name in names)
    return profile_of(task.name, task, CATALOGUE, Settings(rates=rates))


@given(TASKS)
def test_what_is_said_is_kept_and_the_rest_is_named_as_assumed(task: Task) -> None:
    found = profile(task)
    for field in (*RATINGS, *MARKS):
        given_value = getattr(task, field)
        assert (given_value is None) == (field in found.assumed)
        if given_value is not None:
            assert getattr(found, field) == given_value
    assert ("category" in found.assumed) == (not task.category)


@given(TASKS, SECONDS, VALUES, RATES)
def test_the_difference_is_the_difference_and_grows_with_time(
    task: Task, seconds: int, value: float, rate: float
) -> None:
    found = compare(seconds, value, profile(task, rate))
    assert found.handed_off is not None
    assert found.difference == found.by_you - found.handed_off
    twice = compare(2 * seconds, value, profile(task, rate))
    assert twice.by_you == pytest.approx(2 * found.by_you)
    assert twice.handed_off == pytest.approx(2 * found.handed_off)


@given(TASKS, VALUES, RATES)
def test_handing_off_pays_up_to_the_break_even_rate(task: Task, value: float, rate: float) -> None:
    """Nothing is saved at exactly the rate of (1 - oversight) V / (e (1 + redo))."""
    effort = effort_factor(profile(task).skill)
    even = 0.9 * value / (effort * 1.1)
    at_even = compare(3600, value, profile(task, even)).difference
    assert at_even == pytest.approx(0, abs=value * 1e-9)
    difference = compare(3600, value, profile(task, rate)).difference
    assert difference is not None
    if abs(rate - even) > 1e-6:
        assert (difference > 0) == (rate < even)


@given(
    st.floats(min_value=1, max_value=1e9),
    st.floats(min_value=0.1, max_value=24),
    st.floats(min_value=0.1, max_value=7),
    st.floats(min_value=1, max_value=53),
    st.floats(min_value=1, max_value=8784),
)
def test_hour_values_meet_the_goal(
    goal: float, per_day: float, days: float, weeks: float, logged: float
) -> None:
    value = hour_value(goal, per_day, days, weeks)
    assert value * per_day * days * weeks == pytest.approx(goal)
    floor = hour_value_floor(value, goal, logged)
    assert floor <= value
    assert floor * logged <= goal * (1 + 1e-9)
    settings = Settings(
        income_goal=goal, hours_per_day=per_day, days_per_week=days, weeks_per_year=weeks
    )
    assert settings.hour_value == pytest.approx(value)


@given(st.lists(st.tuples(TASKS, SECONDS), max_size=6, unique_by=lambda pair: pair[0].name), VALUES)
def test_time_is_on_the_business_or_in_it(work: list[tuple[Task, int]], value: float) -> None:
    profiles = {task.name: profile(task) for task, _ in work}
    seconds = {task.name: spent for task, spent in work}
    balance = day_balance(seconds, profiles.__getitem__)
    busy = busywork(seconds, profiles.__getitem__, value)
    assert balance.on + balance.within == sum(seconds.values())
    assert busy.seconds <= balance.within
    assert busy.money == pytest.approx(busy.seconds / 3600 * value)
    assert not any(is_busywork(found) and on_business(found) for found in profiles.values())
