"""The one input that would change a verdict soonest, and how far it may still move."""

from __future__ import annotations

from tracker.audit.worth.defaults import known_with, onboarding, oversight
from tracker.audit.worth.judge import (
    GROWS,
    LEAST_HOURS,
    LEAST_SCORE,
    LEAST_TEDIUM,
    MOST_GROWTH,
    decide,
    meets_four_parts,
)
from tracker.audit.worth.phrases import day_text, hours_text
from tracker.audit.worth.score import WEIGHTS
from tracker.domain.format import money
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.judge import Judged
    from tracker.audit.worth.model import Inputs, Numbers

FARTHEST_DOWN, FARTHEST_UP = 0.999, 9.0
"""How far an input is followed, as a share of what it is: to a thousandth, or tenfold."""
STEPS, MORE = 8, 19
"""Halvings of that range to find out which input is nearest, and more for that one alone: its
threshold is then right to a ten-millionth.
"""

THEN = {
    "candidate": "hand it off",
    "candidate-if-reinvested": "only if the hours go into better work",
    "automate": "automate it",
    "not-yet": "it takes over a year to repay",
    "not-worth-it": "it costs more than it frees",
    "keep": "keep it",
}


class Flip(Value):
    """One input, where the verdict changes.

    Attributes:
        name: ``rate``, ``fee``, ``hour value``, ``hours``, ``oversight``, ``tedium``, ``growth``.
        now, at: Its value, and the one at which the verdict becomes another.
        distance: How far that is, as a share of ``now``; of a rating, of its whole scale.
        then: The verdict there.
    """

    name: str
    now: float
    at: float
    distance: float
    then: str


def flips(case: Case, found: Judged) -> str:
    """In words: what would change the verdict soonest; empty where nothing near would."""
    held = _HELD.get(found.name)
    if held is not None:
        return held
    match found.name:
        case "too-little-data":
            after = case.decide_after
            return "more of the log" + (f": {day_text(after, case.as_of)}" if after else "")
        case "growth":
            return f"growth: {GROWS - 1} instead of {case.profile.growth}"
        case "core" if not case.profile.core:
            return "skill: 4 instead of 5, or like: 3"
        case "core":
            return "the mark core"
        case _:
            soonest_one = soonest(case, found)
            return _text(soonest_one, case) if soonest_one is not None else _asked(case, found)


def soonest(case: Case, found: Judged) -> Flip | None:
    """The input nearest to where the verdict changes; ``None`` where none is within reach."""
    best: Flip | None = None
    if found.numbers is not None:
        best = _Money(case, found, found.numbers).soonest()
    for rating in _ratings(case, found):
        if best is None or rating.distance < best.distance:
            best = rating
    return best


class _Money:
    """The numbers of a case, to be moved one at a time.

    The formulas are those of :mod:`model` and :mod:`score`, without the values they make: a
    threshold takes some forty looks, and an audit has many tasks.
    """

    NAMES = ("rate", "fee", "hour value", "hours", "oversight")

    def __init__(self, case: Case, found: Judged, numbers: Numbers) -> None:
        self.name = found.name
        self.known = known_with(case.known, found.price)
        self.numbers = numbers
        self.floor_share = (
            numbers.hour_value_floor / numbers.hour_value if numbers.hour_value else 1.0
        )
        self.person, self.instead = _rival(case, found)
        self.four = meets_four_parts(case.profile, LEAST_HOURS)
        self.rest = found.score - 100 * (
            WEIGHTS.price * self._bargain(numbers.price_per_hour_first_year, numbers.hour_value)
            + WEIGHTS.hours * min(1.0, numbers.own_hours / 8)
        )
        self.start = {
            "rate": numbers.rate,
            "fee": numbers.fixed_fee,
            "hour value": numbers.hour_value,
            "hours": numbers.own_hours,
            "oversight": numbers.oversight_hours,
        }

    def soonest(self) -> Flip | None:
        """The nearest threshold of all."""
        nearest, same, other = "", 0.0, FARTHEST_UP
        side = 1
        for name in self.NAMES:
            for sign, farthest in ((-1, FARTHEST_DOWN), (1, FARTHEST_UP)):
                reach = min(farthest, other)
                now = self.start[name]
                if now > 0 and self.at(name, now * (1 + sign * reach)) != self.name:
                    nearest, side = name, sign
                    same, other = self._closer(name, sign, 0.0, reach, STEPS)
        if not nearest:
            return None
        share = self._closer(nearest, side, same, other, MORE)[1]
        now = self.start[nearest]
        there = now * (1 + side * share)
        return Flip(nearest, now, there, share, self.at(nearest, there))

    def _closer(
        self, name: str, sign: int, same: float, other: float, steps: int
    ) -> tuple[float, float]:
        """Two shares of ``name`` closer together: where the verdict stands, and where not."""
        now = self.start[name]
        for _ in range(steps):
            middle = (same + other) / 2
            if self.at(name, now * (1 + sign * middle)) == self.name:
                same = middle
            else:
                other = middle
        return same, other

    def at(self, name: str, given: float) -> str:
        """The verdict by money with one number changed."""
        numbers, known = self.numbers, self.known
        rate, fee = numbers.rate, numbers.fixed_fee
        value, own, watching = numbers.hour_value, numbers.own_hours, numbers.oversight_hours
        training = numbers.onboarding_hours
        match name:
            case "rate":
                rate = given
            case "fee":
                fee = given
            case "hour value":
                value = given
            case "oversight":
                watching = given
            case _:
                own = given
                watching, training = oversight(own, known), onboarding(own, known)
        billable = max(
            own * numbers.effort_factor * (1 + numbers.redo_share), numbers.minimum_hours
        )
        cash = rate * billable + fee - numbers.saved_cash
        if self.person is not None and cash >= _cash(self.person, own):
            return self.instead
        return self._verdict(value, own, own - watching, cash, training)

    def _verdict(self, value: float, own: float, freed: float, cash: float, training: float) -> str:
        saving = freed * value - cash
        if freed <= 0 or saving <= 0:
            return "not-worth-it"
        if training * value + self.numbers.setup_fee > 12 * saving:
            return "not-yet"
        year = 12 * freed - training
        price = (12 * cash + self.numbers.setup_fee) / year if year > 0 else None
        if not self.four or own < LEAST_HOURS:
            return "keep"
        if self.name == "automate":
            return "automate"
        points = self.rest + 100 * (
            WEIGHTS.price * self._bargain(price, value) + WEIGHTS.hours * min(1.0, own / 8)
        )
        if price is None or price > value or points < LEAST_SCORE:
            return "keep"
        return "candidate" if price <= value * self.floor_share else "candidate-if-reinvested"

    @staticmethod
    def _bargain(price: float | None, value: float) -> float:
        if price is None or value <= 0:
            return 0.0
        return min(1.0, max(0.0, 1 - price / value))


def _rival(case: Case, found: Judged) -> tuple[Inputs | None, str]:
    """Of what is to be automated: a person's price, and the verdict if that is not dearer."""
    if found.name != "automate" or case.person is None:
        return None, ""
    inputs = case.inputs_at(case.person)
    return inputs, decide(case.replace(price=case.person, automation=None)).name


def _cash(inputs: Inputs, own: float) -> float:
    """What ``own`` hours a month cost from whoever ``inputs`` are of."""
    billable = max(own * inputs.effort_factor * (1 + inputs.redo_share), inputs.minimum_hours)
    return inputs.rate * billable + inputs.fixed_fee - inputs.saved_cash


def _ratings(case: Case, found: Judged) -> list[Flip]:
    """Tedium and growth, where a step or more of one alone makes another verdict."""
    profile = case.profile
    if found.name in ("candidate", "candidate-if-reinvested", "automate"):
        moves = (("tedium", -1), ("growth", 1))
    elif found.name == "keep":
        moves = (("tedium", 1), ("growth", -1))
    else:
        return []
    made = []
    for name, step in moves:
        now = getattr(profile, name)
        rating = now
        limit = {"tedium": LEAST_TEDIUM, "growth": MOST_GROWTH}[name]
        if found.name == "keep" and (rating - limit) * step > 0 and found.score >= LEAST_SCORE:
            continue
        while 1 <= rating + step <= 5:
            rating += step
            then = decide(case.replace(profile=profile.replace(**{name: rating}))).name
            if then != found.name:
                made.append(Flip(name, now, rating, abs(rating - now) / 4, then))
                break
    return made


def _text(flip: Flip, case: Case) -> str:
    then = THEN.get(flip.then, flip.then.replace("-", " "))
    match flip.name:
        case "tedium" | "growth":
            return f"{flip.name}: {flip.at:g} instead of {flip.now:g}, then {then}"
        case "hours" | "oversight":
            at, now = hours_text(flip.at), hours_text(flip.now)
            return f"{flip.name}: {at} a month instead of {now}, then {then}"
        case _:
            at, now = money(flip.at, case.currency), money(flip.now, case.currency)
            unit = " a month" if flip.name == "fee" else " an hour"
            return f"{flip.name}: {at}{unit} instead of {now}, then {then}"


def _asked(case: Case, found: Judged) -> str:
    """What is missing, where nothing alone changes the verdict but several things would."""
    if found.name != "keep":
        return ""
    profile, missing = case.profile, []
    if profile.tedium < LEAST_TEDIUM:
        missing.append(f"tedium: {LEAST_TEDIUM} instead of {profile.tedium}")
    if profile.growth > MOST_GROWTH:
        missing.append(f"growth: {MOST_GROWTH} instead of {profile.growth}")
    if case.handed_hours < LEAST_HOURS:
        own = hours_text(case.handed_hours)
        missing.append(f"hours: {hours_text(LEAST_HOURS)} a month instead of {own}")
    if found.price is None:
        missing.append("a price")
    return " and ".join(missing)


_HELD = {
    "stop": "the mark that it is not needed",
    "only-you": "the mark only me",
    "confidential": "the mark confidential",
    "one-off": "coming back",
}
