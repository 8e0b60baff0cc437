"""What stands around a verdict: its headline, the four parts, the evidence, what is assumed."""

from __future__ import annotations

from tracker.audit.worth.defaults import known_with
from tracker.audit.worth.judge import LEAST_HOURS, LEAST_TEDIUM, MOST_GROWTH, meets_four_parts
from tracker.audit.worth.phrases import day_text, hours_text, percent, times
from tracker.audit.worth.verdict import Part
from tracker.domain.format import money

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.judge import Judged
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Price

HEADLINES = {
    "too-little-data": "Too early to say.",
    "stop": "Stop doing it.",
    "only-you": "Only you can.",
    "core": "Keep it: you sell it.",
    "growth": "Keep it: it grows.",
    "confidential": "With limited access only.",
    "one-off": "It does not come back.",
    "not-worth-it": "Too dear to hand off.",
    "not-yet": "Not yet.",
    "automate": "Automate it.",
    "candidate": "Hand it off.",
    "candidate-if-reinvested": "Hand it off, if reinvested.",
    "keep": "Keep it.",
}


def headline(case: Case, found: Judged) -> str:
    """Two to five words."""
    if (
        found.name == "keep"
        and found.price is None
        and meets_four_parts(case.profile, case.handed_hours)
    ):
        return "Ask for a price."
    return HEADLINES[found.name]


def four_parts(case: Case) -> tuple[Part, ...]:
    """The four-part test of the method, each part met or not."""
    profile, hours = case.profile, case.handed_hours

    def rated(name: str, rating: int) -> str:
        return f"{name} {rating} of 5" + (", assumed" if name in profile.assumed else "")

    return (
        Part("tedious", profile.tedium >= LEAST_TEDIUM, rated("tedium", profile.tedium)),
        Part("takes time", hours >= LEAST_HOURS, f"{hours_text(hours)} a month"),
        Part("needed", profile.necessary, "needed" if profile.necessary else "not needed"),
        Part("no growth", profile.growth <= MOST_GROWTH, rated("growth", profile.growth)),
    )


def evidence(case: Case) -> str:
    """Occurrences, first to last, the rhythm and how sure it is."""
    said = times(case.occurrences)
    if case.since is not None and case.last is not None and case.occurrences > 1:
        said += f", {day_text(case.since, case.as_of)} to {day_text(case.last, case.as_of)}"
    elif case.last is not None:
        said += f", {day_text(case.last, case.as_of)}"
    rhythm = case.cadence + (f" ({case.pattern})" if case.pattern else "")
    match case.status:
        case "declared":
            said += f"; {rhythm}, as you said"
        case "established" | "likely":
            said += f"; {rhythm}, {percent(case.confidence)} sure"
        case "tentative":
            said += f"; perhaps {case.tentative or case.cadence}"
        case "lapsed":
            said += f"; was {rhythm}, no more"
        case _:
            said += "; no rhythm"
    return said + "."


def assumptions(case: Case, found: Judged) -> tuple[str, ...]:
    """Every input that nobody has said, with its value; what matters most first."""
    said: list[str] = []
    if found.numbers is not None and found.price is not None:
        said += _money_assumed(case, found.price, found.numbers)
    profile = case.profile
    for name in ("tedium", "growth", "skill", "like", "category"):
        if name in profile.assumed:
            said.append(f"{name} {getattr(profile, name)}")
    for name in ("necessary", "only_me", "core", "confidential", "expert"):
        if name in profile.assumed and getattr(profile, name):
            said.append(f"{name.replace('_', ' ')} yes")
    return tuple(said)


def _money_assumed(case: Case, price: Price, numbers: Numbers) -> list[str]:
    said, known = [], known_with(case.known, price)
    if price.kind == "estimate":
        said.append(f"rate {money(price.rate, case.currency)} an hour ({price.source})")
    if price.kind == "software":
        said.append(f"fee {money(price.fixed_fee, case.currency)} a month ({price.source})")
    if known.redo_share is None:
        said.append(f"redo {percent(numbers.redo_share)}")
    if known.oversight_hours is None:
        said.append(f"oversight {hours_text(numbers.oversight_hours)} a month (10 %)")
    if known.onboarding_hours is None:
        said.append(f"training {hours_text(numbers.onboarding_hours)} once")
    if known.effort_factor is None:
        said.append(f"speed {numbers.effort_factor:g} h of theirs for one of yours")
    if case.hour_value_floor is None:
        said.append("all your hours are as good: how many you log a year is not known")
    return said
