"""What an hour is worth, and what the same work costs handed to someone else.

The model and its names are those of the audit (its quantities are per task and month;
here they are per stretch of work, for the panel beside the timer):

- ``hour_value`` V: income goal over productive hours a year.
- ``effort_factor`` e: hours another needs for one of ours; 0.8 where our skill is 2 or
  less, 1.25 where it is 4 or more, else 1.
- ``redo_share`` r: 10 % of handed-off work is done again.
- ``oversight_share`` o: a tenth of the time stays with the owner, who checks the work;
  responsibility is not handed off, so it is never 0.

All money is in the owner's currency, all time in seconds unless a name says hours.
"""

from __future__ import annotations

from tracker.domain.task import MARKS, RATINGS
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from tracker.audit.categorise import Catalogue
    from tracker.domain.papers import Quote
    from tracker.domain.settings import Settings
    from tracker.domain.task import Category, Task

REDO_SHARE = 0.10
OVERSIGHT_SHARE = 0.10
YOURS = "yours"
"""The source of a rate that the owner gave."""


class HourValue(Value):
    """The worth of the owner's hour, with what it rests on.

    Attributes:
        income_goal: A year's.
        productive_hours: A year's: hours a day x days a week x weeks a year.
        value: V, exact.
        rounded: V to two significant digits, for "roughly $260".
        floor: V0, what an hour is worth if it is used like the average logged one;
            ``None`` where the logged hours of a year are not known.
    """

    income_goal: float
    productive_hours: float
    value: float
    rounded: float
    floor: float | None = None


class Profile(Value):
    """A task as the owner rated it, with the category's word where they did not.

    Attributes:
        category: Name of its category; ``other`` where nothing fits.
        assumed: Names of the ratings and marks, and ``category`` and ``rate``, that the owner
            has not given.
        rate: Typical price of an hour from someone else, or ``None`` where none is known in
            the owner's currency.
        rate_source: ``yours``, a quote's source, or where the estimate comes from; empty without
            a rate.
        effort_factor: Vendor hours for one of ours, where a quote says; else skill decides.
        redo_share: Where a quote says; else :data:`REDO_SHARE`.
    """

    task: str
    category: str
    tedium: int
    growth: int
    skill: int
    like: int
    necessary: bool
    only_me: bool
    core: bool
    confidential: bool
    expert: bool
    assumed: tuple[str, ...]
    rate: float | None
    rate_source: str
    effort_factor: float | None = None
    redo_share: float | None = None


class Comparison(Value):
    """A stretch of work by the owner against the same work handed off and checked.

    Attributes:
        by_you: Its time at the owner's hour value.
        handed_off: Rate, redo and the owner's oversight; ``None`` where no rate is known.
        difference: What doing it yourself costs on top; negative where it is cheaper.
    """

    by_you: float
    handed_off: float | None
    difference: float | None


class Balance(Value):
    """Seconds spent on the business (growth 4 or 5) and in it (everything else)."""

    on: int
    within: int


class Busywork(Value):
    """Time that went into busywork, and what it was worth at the hour value."""

    seconds: int
    money: float


def hour_value(
    income_goal: float, hours_per_day: float, days_per_week: float, weeks_per_year: float
) -> float:
    """V: what an hour must earn for the goal to be met in the productive hours."""
    return income_goal / (hours_per_day * days_per_week * weeks_per_year)


def hour_value_floor(value: float, income_goal: float, logged_hours_per_year: float) -> float:
    """V0: the goal over all logged hours, and never more than ``value``; hours above 0."""
    return min(value, income_goal / logged_hours_per_year)


def worth_of_an_hour(settings: Settings, logged_hours_per_year: float | None = None) -> HourValue:
    """V with what it rests on; the floor where logged hours are known and above 0."""
    value = settings.hour_value
    return HourValue(
        income_goal=settings.income_goal,
        productive_hours=settings.hours_per_day * settings.days_per_week * settings.weeks_per_year,
        value=value,
        rounded=roughly(value),
        floor=hour_value_floor(value, settings.income_goal, logged_hours_per_year)
        if logged_hours_per_year
        else None,
    )


def roughly(amount: float) -> float:
    """``amount`` to two significant digits: 256.41 is roughly 260."""
    return float(f"{amount:.2g}")


def category_of(name: str, task: Task | None, catalogue: Catalogue) -> Category:
    """The category its owner gave it, else the one that its name says."""
    declared = task.category if task is not None else ""
    return (catalogue.named(declared) if declared else None) or catalogue.guess(name)


def profile_of(
    name: str,
    task: Task | None,
    catalogue: Catalogue,
    settings: Settings,
    quote: Quote | None = None,
) -> Profile:
    """What is known and what is assumed about the task called ``name``.

    Args:
        name: As entries spell it.
        task: Its record, or ``None`` where it has none.
        catalogue: Categories, for what the owner never rated.
        settings: The owner's currency and rates.
        quote: What someone asks an hour for it, in the owner's currency (``quoted.hourly_quotes``);
            it beats every rate.
    """
    declared = task.category if task is not None else ""
    category = category_of(name, task, catalogue)
    values: dict[str, Any] = {}
    assumed = [] if declared else ["category"]
    for field in (*RATINGS, *MARKS):
        given = getattr(task, field) if task is not None else None
        if given is None:
            assumed.append(field)
            given = getattr(category, field)
        values[field] = given
    rate, source = _rate(declared or category.name, category, settings)
    if quote is not None:
        rate, source = quote.amount, quote.source or f"quote of a {quote.vendor}"
    elif source != YOURS:
        assumed.append("rate")
    return Profile(
        task=name,
        category=declared or category.name,
        assumed=tuple(assumed),
        rate=rate,
        rate_source=source,
        effort_factor=quote.effort_factor if quote is not None else None,
        redo_share=quote.redo_share if quote is not None else None,
        **values,
    )


def _rate(name: str, category: Category, settings: Settings) -> tuple[float | None, str]:
    """The owner's rate for the category, else its default in the owner's currency."""
    for rated, amount in settings.rates:
        if rated == name:
            return amount, YOURS
    default = category.rate
    if default is not None and default.currency == settings.currency:
        return default.typical, default.source
    return None, ""


def effort_factor(skill: int) -> float:
    """Hours another needs for one of ours, by our ``skill`` from 1 to 5."""
    if skill <= 2:
        return 0.8
    return 1.25 if skill >= 4 else 1.0


def compare(seconds: float, value: float, profile: Profile) -> Comparison:
    """``seconds`` of a task at hour value ``value`` against the same work handed off.

    handed_off = hours x (rate x e x (1 + r) + o x V)
    """
    hours = seconds / 3600
    by_you = hours * value
    if profile.rate is None:
        return Comparison(by_you, None, None)
    effort = profile.effort_factor or effort_factor(profile.skill)
    redo = REDO_SHARE if profile.redo_share is None else profile.redo_share
    an_hour = profile.rate * effort * (1 + redo)
    handed_off = hours * (an_hour + OVERSIGHT_SHARE * value)
    return Comparison(by_you, handed_off, by_you - handed_off)


def on_business(profile: Profile) -> bool:
    """Whether the task moves the business forward: growth 4 or 5."""
    return profile.growth >= 4


def is_busywork(profile: Profile) -> bool:
    """Needed, tedious, no growth, and nothing keeps it with the owner.

    The four-part test of the method without its part about time, which needs a month's log.
    """
    if profile.only_me or profile.core:
        return False
    return profile.necessary and profile.tedium >= 3 and profile.growth <= 2


def day_balance(seconds: Mapping[str, int], profile: Callable[[str], Profile]) -> Balance:
    """Seconds on and in the business, from seconds by task."""
    on = sum(spent for task, spent in seconds.items() if on_business(profile(task)))
    return Balance(on, sum(seconds.values()) - on)


def busywork(
    seconds: Mapping[str, int], profile: Callable[[str], Profile], value: float
) -> Busywork:
    """Seconds of busywork and their worth at hour value ``value``, from seconds by task."""
    spent = sum(spent for task, spent in seconds.items() if is_busywork(profile(task)))
    return Busywork(spent, spent / 3600 * value)
