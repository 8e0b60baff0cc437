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
    from tracker.audit.worth.model import Given, Numbers
    from tracker.audit.worth.verdict import Price

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
    "growth": "keep it, for it grows the business",
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


class _Offer:
    """One price of a case, its numbers to be moved.

    The formulas are those of :mod:`model`, without the values they make: a threshold takes some
    forty looks, and an audit has many tasks.
    """

    def __init__(self, case: Case, price: Price | None, given: Given) -> None:
        self.price, self.given = price, given
        self.known = known_with(case.known, price)

    def at(
        self, own: float, watching: float | None, rate: float | None, fee: float | None
    ) -> tuple[float, float, float]:
        """Cash a month, hours freed and training of ``own`` hours; ``None`` stays as it is."""
        given = self.given
        rate = given.rate if rate is None else rate
        fee = given.fixed_fee if fee is None else fee
        training, usual = given.onboarding_hours, given.oversight_hours
        if own != given.own_hours:
            training, usual = onboarding(own, self.known), oversight(own, self.known)
        watching = usual if watching is None else watching
        billable = max(own * given.effort_factor * (1 + given.redo_share), given.minimum_hours)
        return rate * billable + fee - given.saved_cash, own - watching, training


class _Money:
    """The numbers of a case, to be moved one at a time; the verdict is that of :mod:`judge`.

    Rate and fee are those of the price that is reckoned with; what a month is like and what an
    hour is worth is the same for a service that stands beside it.
    """

    NAMES = ("rate", "fee", "hour value", "hours", "oversight")

    def __init__(self, case: Case, found: Judged, numbers: Numbers) -> None:
        self.name = found.name
        self.floor_share = (
            numbers.hour_value_floor / numbers.hour_value if numbers.hour_value else 1.0
        )
        self.taken = _Offer(case, found.price, numbers)
        self.price, self.service, self.person = self._beside(case)
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

    def _beside(self, case: Case) -> tuple[_Offer, _Offer | None, _Offer | None]:
        """What counts where no service is taken, the service, and the person it has to beat."""
        if case.automation is None or case.person is None:
            return self.taken, None, None
        plain, service, person = (
            self._offer(case, one)
            for one in (case.price or case.person, case.automation, case.person)
        )
        return plain, service, person

    def _offer(self, case: Case, price: Price) -> _Offer:
        if price == self.taken.price:
            return self.taken
        return _Offer(case, price, case.inputs_at(price))

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
        value = given if name == "hour value" else self.start["hour value"]
        own = given if name == "hours" else self.start["hours"]
        service, person = self.service, self.person
        if service is not None and person is not None and self.four and own >= LEAST_HOURS:
            there = self._moved(service, name, given, own)
            cheaper = there[0] < self._moved(person, name, given, own)[0]
            if cheaper and not self._held(service, value, *there):
                return "automate"
        return self._verdict(self.price, value, own, *self._moved(self.price, name, given, own))

    def _moved(
        self, offer: _Offer, name: str, given: float, own: float
    ) -> tuple[float, float, float]:
        """Cash, hours freed and training of an offer; a price is moved of the one that counts."""
        if name == "oversight":
            return offer.at(own, given, None, None)
        if name == "rate" and offer is self.taken:
            return offer.at(own, None, given, None)
        if name == "fee" and offer is self.taken:
            return offer.at(own, None, None, given)
        return offer.at(own, None, None, None)

    @staticmethod
    def _held(offer: _Offer, value: float, cash: float, freed: float, training: float) -> str:
        """What holds an offer back; empty where it is repaid within a year."""
        saving = freed * value - cash
        if freed <= 0 or saving <= 0:
            return "not-worth-it"
        late = training * value + offer.given.setup_fee > 12 * saving
        return "not-yet" if late else ""

    def _verdict(
        self, offer: _Offer, value: float, own: float, cash: float, freed: float, training: float
    ) -> str:
        held = self._held(offer, value, cash, freed, training)
        if held:
            return held
        year = 12 * freed - training
        price = (12 * cash + offer.given.setup_fee) / year if year > 0 else None
        if not self.four or own < LEAST_HOURS:
            return "keep"
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


def _ratings(case: Case, found: Judged) -> list[Flip]:
    """Tedium and growth, where a step or more of one alone makes another verdict."""
    if found.name in ("candidate", "candidate-if-reinvested", "automate"):
        return _stepped(case, found, (("tedium", -1), ("growth", 1)))
    if found.name not in ("keep", "not-yet", "not-worth-it"):
        return []
    return _growing(case, found) + _stepped(case, found, _lacking(case, found))


def _growing(case: Case, found: Judged) -> list[Flip]:
    """Growth from which the task is kept whatever it costs: no guard holds it yet, so it would.

    Where there is no price, nothing is nearer than asking for one but a single step.
    """
    now = case.profile.growth
    if found.numbers is None and now < GROWS - 1:
        return []
    return [Flip("growth", now, GROWS, (GROWS - now) / 4, "growth")]


def _lacking(case: Case, found: Judged) -> tuple[tuple[str, int], ...]:
    """Ratings that may stand in the way of handing it off, and which way they would go.

    Where it is the money, they do so only for a service, which is taken where all else is met.
    """
    if found.name != "keep" and case.automation is None:
        return ()
    low = found.name == "keep" and found.score < LEAST_SCORE
    lacks = (
        (("tedium", 1), low or case.profile.tedium < LEAST_TEDIUM),
        (("growth", -1), low or case.profile.growth > MOST_GROWTH),
    )
    return tuple(move for move, lacking in lacks if lacking)


def _stepped(case: Case, found: Judged, moves: tuple[tuple[str, int], ...]) -> list[Flip]:
    """The first step of each rating, moved one way, that makes another verdict."""
    profile = case.profile
    made = []
    for name, step in moves:
        now = getattr(profile, name)
        rating = now
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
