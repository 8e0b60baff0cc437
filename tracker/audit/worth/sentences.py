"""Why a verdict is what it is, in plain sentences, with the money to the cent."""

from __future__ import annotations

from tracker.audit.worth.judge import (
    LEAST_DAYS,
    LEAST_SCORE,
    LEAST_TIMES,
    LEAST_WEEKS,
    meets_four_parts,
)
from tracker.audit.worth.phrases import (
    asked,
    day_text,
    hours_text,
    month_text,
    percent,
    times,
)
from tracker.audit.worth.words import four_parts
from tracker.domain.format import money

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.audit.worth.case import Case
    from tracker.audit.worth.judge import Judged
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.verdict import Price

    Sayer = Callable[[Case, Judged], list[str]]


def explanation(case: Case, found: Judged, *, depends: bool) -> str:
    """The reasons in plain sentences, what someone else charges first where that decides."""
    said = _SAYERS[found.name](case, found)
    if case.share < 1 and found.numbers is not None:
        said.append(f"This counts {percent(case.share)} of it; the rest stays with you.")
    if depends:
        said.append("It depends on how long it really takes.")
    for currency in case.foreign:
        said.append(f"A quote in {currency} is not reckoned with: enter it in {case.currency} too.")
    return " ".join(said)


def _own_time(case: Case) -> str:
    worth = money(case.own_hours * case.hour_value, case.currency)
    return f"{hours_text(case.own_hours)} a month, {worth} of your time."


def _others(case: Case, price: Price) -> str:
    """The first line: what someone does it for, against the owner's hour."""
    who = f"{price.words[0].upper()}{price.words[1:]}" if price.words else "Someone else"
    if price.vendor == "service" and not price.words:
        who = "A service"
    text = asked(price, case.currency)
    by_the_hour = price.rate or not price.fixed_fee
    yours = case.hour_value if by_the_hour else case.handed_hours * case.hour_value
    return f"{who} does it for {text}, you for {money(yours, case.currency)}."


def _too_little(case: Case, _found: Judged) -> list[str]:
    extent = case.extent
    if extent is not None and (extent.days < LEAST_DAYS or extent.weeks < LEAST_WEEKS):
        days = "1 day" if extent.days == 1 else f"{extent.days} days"
        return [f"{days} logged so far: verdicts begin after two weeks and {LEAST_DAYS} of them."]
    name = case.tentative or (case.cadence if case.cadence != "none" else "")
    after = ""
    if case.decide_after is not None:
        after = f"; decide after {day_text(case.decide_after, case.as_of)}"
    least = LEAST_TIMES.get(name, 0)
    if name and case.occurrences < least:
        return [f"{case.occurrences} of {least} {name} occurrences seen{after}."]
    if name:
        return [f"{times(case.occurrences)}, perhaps {name}, not sure yet{after}."]
    return [f"{times(case.occurrences)}: too few to tell whether it comes back{after}."]


def _stop(case: Case, _found: Judged) -> list[str]:
    return [f"You marked this not needed: {_own_time(case)} Dropping it costs nothing."]


def _held(why: str) -> Sayer:
    def say(case: Case, found: Judged) -> list[str]:
        said = [why, _own_time(case)]
        if found.price is not None:
            said.append(f"Someone else would ask {asked(found.price, case.currency)}.")
        return said

    return say


def _one_off(case: Case, _found: Judged) -> list[str]:
    hire = "Hire for the peak, or do it."
    if case.status == "lapsed" and case.last is not None:
        return [f"It stopped coming back in {month_text(case.last, case.as_of)}.", hire]
    if case.status == "declared":
        return ["You said that it does not come back.", hire]
    if case.last is None:
        return ["It does not come back.", hire]
    if case.occurrences == 1:
        return [f"Happened once, in {month_text(case.last, case.as_of)}.", hire]
    since = "" if case.since is None else f" since {day_text(case.since, case.as_of)}"
    return [f"{times(case.occurrences)}{since}, without a rhythm.", hire]


def _not_worth_it(case: Case, found: Judged) -> list[str]:
    numbers, price = found.numbers, found.price
    if numbers is None or price is None:
        return []
    first = _others(case, price)
    if numbers.freed_hours <= 0:
        check = hours_text(numbers.oversight_hours)
        own = hours_text(numbers.own_hours)
        return [first, f"But checking it would take {check} of the {own} a month it takes you."]
    dear = numbers.price_per_hour_first_year
    if dear is None:
        dear = numbers.price_per_hour_running or 0.0
    yours = money(numbers.hour_value, case.currency)
    said = [first, f"An hour back would cost {money(dear, case.currency)}; yours is worth {yours}."]
    return [*said, _worth_below(case, numbers)]


def _worth_below(case: Case, numbers: Numbers) -> str:
    """The price under which handing it off pays within a year."""
    limit, unit = numbers.break_even_rate_first_year, "an hour"
    if not numbers.rate and numbers.fixed_fee:
        limit, unit = numbers.break_even_fee_first_year, "a month"
    if limit is None or limit <= 0:
        return "No price makes up for the training within a year."
    return f"Worth it below {money(limit, case.currency)} {unit}."


def _not_yet(case: Case, found: Judged) -> list[str]:
    numbers, price = found.numbers, found.price
    if numbers is None or price is None:
        return []
    saves = money(numbers.net_saving, case.currency)
    months = numbers.payback_months
    long = "for ever" if months is None else f"{months:.1f} months"
    spent = f"{hours_text(numbers.onboarding_hours)} of training"
    if numbers.setup_fee:
        spent += f" and {money(numbers.setup_fee, case.currency)} of set-up"
    said = f"Handing it off saves {saves} a month but takes {long} to repay {spent}."
    return [_others(case, price), said]


def _automate(case: Case, found: Judged) -> list[str]:
    numbers, price, person = found.numbers, found.price, case.person
    if numbers is None or price is None or person is None:
        return []
    said = [_others(case, price)]
    ask = asked(person, case.currency)
    said.append(f"Someone would ask {ask}: see first whether this does it.")
    return said + _bargain(case, numbers)


def _candidate(case: Case, found: Judged) -> list[str]:
    numbers, price = found.numbers, found.price
    if numbers is None or price is None:
        return []
    said = [_others(case, price), *_bargain(case, numbers)]
    if found.name == "candidate-if-reinvested" and numbers.price_per_hour_first_year:
        least = money(numbers.price_per_hour_first_year, case.currency)
        said.append(f"Only if the hours go into work worth at least {least} each.")
    if case.software is not None:
        fee = money(case.software.fixed_fee, case.currency)
        said.append(f"Try first: {case.software.words} for about {fee} a month may do it.")
    return said


def _bargain(case: Case, numbers: Numbers) -> list[str]:
    """What leaves the bank, what comes back, at what price, and how long that holds."""
    cash, currency = numbers.cash, case.currency
    costs = f"Costs {money(cash, currency)}" if cash >= 0 else f"Saves {money(-cash, currency)}"
    said = [f"{costs} a month, gives back {hours_text(numbers.freed_hours)}."]
    price = numbers.price_per_hour_first_year
    if price is not None and price > 0:
        pays, yours = money(price, currency), money(numbers.hour_value, currency)
        said.append(f"You pay {pays} per hour bought back; yours is worth {yours}.")
    if numbers.payback_months is not None:
        said.append(f"Repaid in {numbers.payback_months:.1f} months.")
    return [*said, *_holds(case, numbers)]


def _holds(case: Case, numbers: Numbers) -> list[str]:
    price, currency = numbers.price_per_hour_first_year, case.currency
    until = []
    rate, fee = numbers.break_even_rate_first_year, numbers.break_even_fee_first_year
    if numbers.rate and rate is not None:
        until.append(f"the rate passes {money(rate, currency)}")
    elif fee is not None:
        until.append(f"the fee passes {money(fee, currency)} a month")
    if price is not None and price > 0:
        until.append(f"your hour falls below {money(price, currency)}")
    return [f"Holds until {' or '.join(until)}."] if until else []


def _keep(case: Case, found: Judged) -> list[str]:
    if found.price is None and meets_four_parts(case.profile, case.handed_hours):
        return _no_price(case)
    said = [_others(case, found.price)] if found.price is not None else []
    failing = [part for part in four_parts(case) if not part.met]
    if failing:
        why = " and ".join(f"{_MISSING[part.name]} ({part.words})" for part in failing)
        return [*said, f"Kept: {why}."]
    if found.score < LEAST_SCORE:
        return [*said, f"Kept: its score is {found.score:.1f}, under {LEAST_SCORE:.0f}."]
    return [*said, "Kept: nothing is gained by handing it off."]


_MISSING = {
    "tedious": "not tedious",
    "takes time": "too little time",
    "needed": "not needed",
    "no growth": "it helps the business grow",
}


def _no_price(case: Case) -> list[str]:
    """What to ask for, and the price under which it would pay."""
    from tracker.audit.worth.unpriced import free

    said = [f"No price is known in {case.currency}: ask what someone charges and enter a quote."]
    if case.handed_hours > 0:
        said.append(_worth_below(case, free(case)))
    return [*said, _own_time(case)]


_SAYERS: dict[str, Sayer] = {
    "too-little-data": _too_little,
    "stop": _stop,
    "only-you": _held("Kept: only you."),
    "core": _held("Kept: this is what you sell."),
    "growth": _held("Kept: it grows the business."),
    "confidential": _held("Possible with limited access; never the first one."),
    "one-off": _one_off,
    "not-worth-it": _not_worth_it,
    "not-yet": _not_yet,
    "automate": _automate,
    "candidate": _candidate,
    "candidate-if-reinvested": _candidate,
    "keep": _keep,
}
