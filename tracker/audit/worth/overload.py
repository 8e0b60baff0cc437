"""Weeks that are too full: what to hand off just for now, and whether long hours bring growth."""

from __future__ import annotations

from tracker.audit.weekly import whole_weeks
from tracker.audit.worth.judge import guard
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from tracker.audit.survey import Survey
    from tracker.audit.worth.profile import Profile
    from tracker.domain.settings import Settings

OVER = 1.25
"""Times the usual week from which a week is too full."""
USUAL_WEEKS = 8
FULL_WEEKS = 2
"""In a row, before it is called an overload and not a busy week."""
LONG_WEEK = 48 * 3600
"""Seconds: the most hours a week that European law lets an employee work on average
(Directive 2003/88/EC, article 6)."""
MOST_NAMED = 5
LOOKED_BACK = 26
"""Weeks among which the last eight worked ones are found."""


class Relief(Value):
    """A task to hand off just for now, one-offs too.

    Attributes:
        seconds: A week, in the full weeks.
        more: Seconds a week above its usual; the whole of it where it is new.
        guarded: Why it would rather be kept (``confidential``), or empty.
    """

    task: str
    seconds: int
    more: int
    guarded: str


class Overload(Value):
    """Two full weeks in a row.

    Attributes:
        usual: Seconds: the median of the eight worked weeks before.
        weeks: Seconds of the two, in order.
        relief: What to hand off for now, what grew most first.
    """

    usual: int
    weeks: tuple[int, ...]
    relief: tuple[Relief, ...]

    @property
    def words(self) -> str:
        """One sentence."""
        hours = " and ".join(f"{seconds / 3600:.0f} h" for seconds in self.weeks)
        return f"Two full weeks ({hours}; {self.usual / 3600:.0f} h is usual)."

    def advice(self, named: Callable[[str], str] = str) -> str:
        """The sentence, and what to hand off; ``named`` makes a task's name fit to be shown."""
        names = ", ".join(named(one.task) for one in self.relief)
        return f"{self.words} Just for now, hand off: {names}." if names else self.words


def too_full(survey: Survey, settings: Settings) -> Overload | None:
    """:func:`overload` of the last two weeks that had ended by the day of ``survey``."""
    weeks = _weeks(survey, settings)
    return overload(weeks, lambda task: survey.profiles[task], survey.came)


def too_long(survey: Survey, settings: Settings) -> LongWeek | None:
    """:func:`long_week` of the last week that had ended by the day of ``survey``."""
    weeks = _weeks(survey, settings)
    return long_week(weeks[-1], weeks[:-1], lambda task: survey.profiles[task], settings)


def _weeks(survey: Survey, settings: Settings) -> list[dict[str, int]]:
    facts = [one.facts for one in survey.standings]
    return whole_weeks(facts, survey.as_of, settings.week_start, LOOKED_BACK + FULL_WEEKS)


def overload(
    weekly: Sequence[Mapping[str, int]],
    profile: Callable[[str], Profile],
    away: Collection[str] = (),
) -> Overload | None:
    """Whether the last two weeks were too full, and what to hand off just for now.

    Args:
        weekly: Seconds by task of whole weeks, oldest first; the last two are looked at. Weeks
            without any time are not usual and are left out of the median.
        profile: Of a task; what only its owner can do, sells, or grows by is not named.
        away: Tasks in other hands, by name in lower case; they are not named either.
    """
    worked = [week for week in weekly[:-FULL_WEEKS] if sum(week.values()) > 0][-USUAL_WEEKS:]
    full = weekly[-FULL_WEEKS:]
    if len(worked) < USUAL_WEEKS or len(full) < FULL_WEEKS:
        return None
    usual = median([sum(week.values()) for week in worked])
    if any(sum(week.values()) <= OVER * usual for week in full):
        return None
    relief = []
    for task in sorted({name for week in full for name in week}):
        held = guard(profile(task))
        if held not in ("", "confidential", "stop") or task.casefold() in away:
            continue
        seconds = sum(week.get(task, 0) for week in full) // FULL_WEEKS
        before = median([week.get(task, 0) for week in worked])
        relief.append(Relief(task, seconds, max(0, seconds - int(before)), held))
    relief.sort(key=lambda one: (one.guarded == "confidential", -one.more, -one.seconds, one.task))
    weeks = tuple(sum(week.values()) for week in full)
    return Overload(int(usual), weeks, tuple(relief[:MOST_NAMED]))


class LongWeek(Value):
    """A long week in which the business hardly grew.

    Attributes:
        seconds: In all.
        growth: Seconds on the business.
        needed: Seconds of productive work that the hour value counts on.
    """

    seconds: int
    growth: int
    needed: int

    @property
    def words(self) -> str:
        """One sentence."""
        return (
            f"A long week, {self.seconds / 3600:.0f} h, with {self.growth / 3600:.1f} h on the "
            f"business; your hour value counts on {self.needed / 3600:.1f} h."
        )


def long_week(
    week: Mapping[str, int],
    before: Sequence[Mapping[str, int]],
    profile: Callable[[str], Profile],
    settings: Settings,
) -> LongWeek | None:
    """A warning where a week was long and had less growth work than the hour value counts on.

    Long is over 48 hours, or over 1.25 times the median of the worked ones among ``before``
    where there are eight of them.
    """
    total = sum(week.values())
    worked = [sum(one.values()) for one in before if sum(one.values()) > 0][-USUAL_WEEKS:]
    limit: float = LONG_WEEK
    if len(worked) == USUAL_WEEKS:
        limit = min(limit, OVER * median(worked))
    growth = sum(seconds for task, seconds in week.items() if profile(task).growth >= 4)
    needed = round(settings.hours_per_day * settings.days_per_week * 3600)
    if total <= limit or growth >= needed:
        return None
    return LongWeek(total, growth, needed)


def median(values: Sequence[float]) -> float:
    """The middle one, or half-way between the middle two; of one value or more."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
