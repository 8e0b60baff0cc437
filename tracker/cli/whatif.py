"""``whatif``: the whole model from flags alone; no log is read."""

from __future__ import annotations

from tracker.audit.worth.case import Case
from tracker.audit.worth.defaults import TIMES_A_MONTH
from tracker.cli.supposing import LOGGED_MOST, Flags, known_of, settings_with
from tracker.domain.errors import InvalidValue, UsageError
from tracker.domain.limits import MOST_HOURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.defaults import Known
    from tracker.audit.worth.profile import Profile
    from tracker.audit.worth.verdict import Price, Verdict
    from tracker.cli.context import Context
    from tracker.cli.options import Request
    from tracker.domain.settings import Settings

RATINGS = {"tedium": 4, "growth": 1, "skill": 3, "like": 3}
"""What a routine task is assumed to be where its ratings are not given."""
_SHOWN = (
    ("own_hours", "Your own time", "hours"),
    ("cost_in_house", "By you", "money"),
    ("cost_outsourced", "Handed off, checked", "money"),
    ("net_saving", "Saved", "money"),
    ("cash", "Cash out", "money"),
    ("freed_hours", "Given back", "hours"),
)


def whatif(context: Context) -> int:
    """Reckon and print."""
    from tracker.audit.worth.judge import judge

    case, settings = case_from(context.request, context.settings)
    verdict = judge(case)
    if context.json:
        context.print.json(_record(verdict, settings))
    else:
        _tell(context, case, verdict)
    return 0


def case_from(request: Request, settings: Settings) -> tuple[Case, Settings]:
    """The case that the flags describe, and the settings with the flags laid over them.

    Raises:
        UsageError: A flag that is no number, or no time given.
        InvalidValue: A number outside what makes sense.
    """
    flags = Flags(request)
    settings = settings_with(request, settings)
    currency = request.get("currency")
    if currency is not None:
        settings = settings.replace(currency=currency.upper())
    cadence = request.get("cadence") or "weekly"
    price = _price(flags)
    logged = flags.amount("logged-hours", most=LOGGED_MOST)
    value = settings.hour_value
    case = Case(
        task="what if",
        profile=_profile(request, flags),
        cadence=cadence,
        status="none" if cadence == "none" else "established",
        confidence=_or(flags.amount("confidence", most=1.0), 1.0),
        own_hours=_own_hours(request, flags, cadence),
        hour_value=value,
        currency=settings.currency,
        hour_value_floor=min(value, settings.income_goal / logged) if logged else None,
        price=price,
        person=price,
        known=_known(flags),
        occurrences=_occurrences(flags),
        has_procedure=True,
    )
    return case, settings


def _or(given: float | None, otherwise: float) -> float:
    return otherwise if given is None else given


def _own_hours(request: Request, flags: Flags, cadence: str) -> float:
    """H: as given, or the duration by how often it comes."""
    own, duration = flags.hours("own-hours", MOST_HOURS), flags.hours("duration", 24.0)
    if own == 0 or duration == 0:
        raise InvalidValue("What takes no time costs nothing: --own-hours or --duration is over 0.")
    if own is not None:
        return own
    if duration is None or request.get("cadence") is None:
        raise UsageError(
            "Say how long it takes: --cadence weekly --duration 2.5h, or --own-hours 10 a month."
        )
    if cadence == "none":
        return duration
    if cadence not in TIMES_A_MONTH:
        raise UsageError("What comes as needed has no fixed rhythm: say --own-hours a month.")
    return duration * TIMES_A_MONTH[cadence]


def _price(flags: Flags) -> Price | None:
    """What was given; ``None`` where neither a rate nor a fee was."""
    from tracker.audit.worth.price import plain_rate

    rate, fee = flags.amount("rate"), flags.amount("fee")
    if rate is None and fee is None:
        return None
    return plain_rate(rate or 0.0, "quote", "as given").replace(
        fixed_fee=fee or 0.0,
        minimum_hours=_or(flags.hours("minimum", MOST_HOURS), 0.0),
        setup_fee=_or(flags.amount("setup"), 0.0),
    )


def _known(flags: Flags) -> Known:
    """E is 1 and r is 0 unless said; oversight and onboarding are the model's defaults."""
    known = known_of(flags)
    return known.replace(
        effort_factor=_or(known.effort_factor, 1.0),
        redo_share=_or(known.redo_share, 0.0),
        saved_cash=_or(known.saved_cash, 0.0),
    )


def _occurrences(flags: Flags) -> int:
    """How often it was seen; enough where nobody says."""
    return int(_or(flags.amount("occurrences", most=1e6), 1e6))


def _profile(request: Request, flags: Flags) -> Profile:
    """The ratings and marks of the flags."""
    from tracker.audit.worth.profile import Profile

    given = {name: flags.rating(name) for name in RATINGS}
    return Profile(
        task="what if",
        category="",
        necessary=request.get("necessary") != "no",
        only_me=_yes(request, "only-me"),
        core=_yes(request, "core"),
        confidential=_yes(request, "confidential"),
        expert=_yes(request, "expert"),
        assumed=tuple(name for name, rating in given.items() if rating is None),
        rate=None,
        rate_source="",
        **{name: rating or RATINGS[name] for name, rating in given.items()},
    )


def _yes(request: Request, name: str) -> bool:
    """A mark: ``--core`` and ``--core yes`` are the same."""
    return request.get(name) in ("", "yes")


def _record(verdict: Verdict, settings: Settings) -> dict[str, object]:
    """The stable shape of ``whatif --json``: a row of ``audit --json`` without a task."""
    from tracker.audit.worth.record import verdict_record

    row = verdict_record(verdict)
    for name in ("task", "needs_procedure", "good_first", "within_budget", "stage", "evidence"):
        del row[name]
    return {**row, "currency": settings.currency}


def _tell(context: Context, case: Case, verdict: Verdict) -> None:
    from tracker.domain.format import money

    out = context.print
    out.line(out.paint(verdict.headline, "bold"))
    out.line(verdict.explanation)
    numbers = verdict.numbers
    if numbers is not None:
        out.line("")
        for name, label, kind in _SHOWN:
            amount = getattr(numbers, name)
            text = f"{amount:,.2f} h" if kind == "hours" else money(amount, case.currency)
            out.line(f"{label + ', a month':<30}{text:>16}")
        gain = money(numbers.first_year_gain, case.currency)
        out.line(f"{'Gained in the first year':<30}{gain:>16}")
    out.line("")
    met = ", ".join(f"{part.name} {'yes' if part.met else 'no'}" for part in verdict.parts)
    out.line(f"{met}. Score {verdict.score:.2f} of 100 ({verdict.verdict}).")
    if verdict.flips:
        out.line(f"What would change it soonest: {verdict.flips}.")
    if verdict.assumed:
        out.line(f"Assumed: {'; '.join(verdict.assumed)}.")
