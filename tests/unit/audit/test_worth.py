"""The money of the panel, against the drawn example and the vectors of the model."""

from __future__ import annotations

import pytest

from tracker.audit.categorise import Catalogue
from tracker.audit.worth.profile import (
    Balance,
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
    roughly,
    worth_of_an_hour,
)
from tracker.domain.settings import Settings
from tracker.domain.task import Task
from tracker.store.categories import load_categories

CATALOGUE = Catalogue(load_categories())


def profile(name: str, task: Task | None = None, settings: Settings | None = None) -> Profile:
    return profile_of(name, task, CATALOGUE, settings or Settings())


@pytest.mark.parametrize(
    ("goal", "per_day", "days", "weeks", "logged", "value", "floor"),
    [
        (200000, 3, 5, 52, 2080, 256.4103, 96.1538),
        (60000, 4, 5, 48, 1920, 62.5000, 31.2500),
        (120000, 3, 5, 50, 2250, 160.0000, 53.3333),
        (45000, 5, 5, 48, 1800, 37.5000, 25.0000),
        (90000, 3, 5, 48, 2000, 125.0000, 45.0000),
    ],
)
def test_the_vectors_of_the_model(
    goal: float,
    per_day: float,
    days: float,
    weeks: float,
    logged: float,
    value: float,
    floor: float,
) -> None:
    found = hour_value(goal, per_day, days, weeks)
    assert round(found, 4) == value
    assert round(hour_value_floor(found, goal, logged), 4) == floor
    settings = Settings(
        income_goal=goal, hours_per_day=per_day, days_per_week=days, weeks_per_year=weeks
    )
    worth = worth_of_an_hour(settings, logged)
    assert (worth.value, worth.floor) == (found, hour_value_floor(found, goal, logged))


def test_the_drawn_example_to_the_cent() -> None:
    invoicing = profile("Invoicing")
    assert invoicing.rate == 45
    found = compare(42 * 60 + 17, Settings().hour_value, invoicing)
    assert found.handed_off is not None
    assert found.difference is not None
    assert round(found.by_you, 2) == 180.70
    assert round(found.handed_off, 2) == 52.95
    assert round(found.difference, 2) == 127.74


def test_roughly_keeps_two_digits() -> None:
    assert [roughly(amount) for amount in (256.41, 96.15, 37.5, 1234.0, 8.04)] == [
        260.0,
        96.0,
        38.0,
        1200.0,
        8.0,
    ]


def test_the_floor_is_unknown_without_a_log() -> None:
    assert worth_of_an_hour(Settings()).floor is None
    assert worth_of_an_hour(Settings(), 0).floor is None
    assert worth_of_an_hour(Settings()).productive_hours == 780


@pytest.mark.parametrize(("skill", "factor"), [(1, 0.8), (2, 0.8), (3, 1), (4, 1.25), (5, 1.25)])
def test_effort_goes_by_skill(skill: int, factor: float) -> None:
    assert effort_factor(skill) == factor
    found = compare(3600, 0.0, profile("Invoicing", Task("Invoicing", skill=skill)))
    assert found.handed_off == pytest.approx(45 * factor * 1.1)


def test_oversight_is_paid_with_the_owners_time() -> None:
    free = profile("Invoicing", settings=Settings(rates=(("invoicing", 0.0),)))
    assert compare(3600, 100.0, free).handed_off == pytest.approx(10.0)


def test_no_rate_means_no_comparison() -> None:
    found = compare(3600, 100.0, profile("Sketching"))
    assert (found.by_you, found.handed_off, found.difference) == (100.0, None, None)


def test_the_owners_rate_beats_the_default() -> None:
    found = profile("Invoicing", settings=Settings(rates=(("payroll", 1.0), ("invoicing", 30.0))))
    assert (found.rate, found.rate_source) == (30.0, "yours")
    assert "rate" not in found.assumed


def test_a_default_rate_is_an_estimate_with_a_source_in_its_own_currency() -> None:
    estimate = profile("Invoicing")
    assert "43-3021" in estimate.rate_source
    assert "rate" in estimate.assumed
    abroad = profile("Invoicing", settings=Settings(currency="EUR"))
    assert (abroad.rate, abroad.rate_source) == (None, "")
    paid = profile("Invoicing", settings=Settings(currency="EUR", rates=(("invoicing", 40.0),)))
    assert paid.rate == 40.0


def test_what_the_owner_said_beats_what_is_assumed() -> None:
    task = Task("Invoicing", category="payroll", tedium=1, only_me=True)
    found = profile("Invoicing", task)
    assert (found.category, found.tedium, found.only_me, found.rate) == ("payroll", 1, True, 53)
    assert not {"category", "tedium", "only_me"} & set(found.assumed)
    assert {"growth", "skill", "like", "necessary", "rate"} <= set(found.assumed)


def test_a_category_of_the_owners_own_is_kept() -> None:
    task = Task("Sketching", category="drawing")
    settings = Settings(rates=(("drawing", 25.0),))
    found = profile("Sketching", task, settings)
    assert (found.category, found.rate) == ("drawing", 25.0)


def test_on_the_business_is_growth_of_four_or_five() -> None:
    assert [on_business(profile("x", Task("x", growth=growth))) for growth in (1, 2, 3, 4, 5)] == [
        False,
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    "spared",
    [
        Task("x", tedium=2, growth=2),
        Task("x", tedium=3, growth=3),
        Task("x", tedium=5, growth=1, necessary=False),
        Task("x", tedium=5, growth=1, only_me=True),
        Task("x", tedium=5, growth=1, core=True),
    ],
)
def test_busywork_needs_every_part(spared: Task) -> None:
    assert is_busywork(profile("x", Task("x", tedium=3, growth=2)))
    assert not is_busywork(profile("x", spared))


def test_balance_and_busywork_of_a_day() -> None:
    seconds = {"Proposal": 3900, "Invoicing": 2537, "Standup": 600}
    assert day_balance(seconds, profile) == Balance(on=3900, within=3137)
    found = busywork(seconds, profile, 256.41)
    assert found.seconds == 2537
    assert found.money == pytest.approx(180.70, abs=0.01)
