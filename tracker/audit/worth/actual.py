"""A task in other hands, judged by what really happened instead of what was assumed."""

from __future__ import annotations

from tracker.audit.worth.realised import realised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.audit.worth.case import Case
    from tracker.audit.worth.model import Inputs
    from tracker.audit.worth.realised import Realised
    from tracker.audit.worth.verdict import Price
    from tracker.domain.papers import Handoff, Paper

    OwnTime = tuple[date, int, bool]


def actual_inputs(inputs: Inputs, found: Realised) -> Inputs:
    """``inputs`` with what really happened in place of what was assumed: e, r, o and the price.

    Own redo is time that did not come back, so it counts into o like oversight; r stays the
    share of redone work, and e is then what the vendor needed for an hour of ours, so that
    ``h e (1 + r)`` is what was billed. What has not been seen yet stays assumed, and all of it in
    the first week.
    """
    if found.too_early:
        return inputs
    changed: dict[str, float] = {}
    own = found.own_hours_a_month
    if own is not None and own > 0 and found.redo_share is not None:
        changed |= {"oversight_hours": own, "redo_share": found.redo_share}
    redo = changed.get("redo_share", inputs.redo_share)
    if found.rate is not None:
        changed |= {"rate": found.rate, "fixed_fee": 0.0, "minimum_hours": 0.0}
        if found.effort_factor is not None:
            changed["effort_factor"] = found.effort_factor / (1 + redo)
    elif found.fee is not None:
        changed |= {"rate": 0.0, "fixed_fee": found.fee, "minimum_hours": 0.0}
    return inputs.replace(**changed)


def handed_over(
    case: Case, handoff: Handoff, papers: Iterable[Paper], own: Iterable[OwnTime]
) -> Case:
    """The case of a task in other hands: what it was, judged by what really happened.

    In the first week nothing has happened yet that says what a month takes or costs: it is
    judged by what was promised and assumed until then.

    Its own hours are those of the promise, for the log holds only what is left of them.
    """
    if case.as_of is None:
        return case
    promise = handoff.promise
    whole = promise.own_hours / case.share if promise is not None else case.own_hours
    kept = case.replace(
        own_hours=whole,
        cadence=case.cadence if case.cadence != "none" else "as-needed",
        status="declared",
        confidence=max(case.confidence, 0.9),
        occurrences=max(case.occurrences, 1),
        durations=(),
        automation=None,
        software=None,
    )
    found = realised(handoff, papers, own, case.as_of, case.currency, own_hours=case.handed_hours)
    if found is None or kept.handed_hours <= 0:
        return kept
    price = _actual_price(found, kept.price)
    if price is None:
        return kept
    return _with_actuals(kept.replace(price=price, person=price), found, price)


def _actual_price(found: Realised, promised: Price | None) -> Price | None:
    """What the bills come to, with what was said of the rest; what was promised without bills."""
    from tracker.audit.worth.price import plain_rate

    if found.rate is None and found.fee is None:
        return promised
    price = plain_rate(found.rate or 0.0, "bills", "your bills")
    price = price.replace(fixed_fee=found.fee or 0.0)
    if promised is None:
        return price
    return price.replace(
        setup_fee=promised.setup_fee,
        redo_share=promised.redo_share,
        oversight_hours=promised.oversight_hours,
        onboarding_hours=promised.onboarding_hours,
        saved_cash=promised.saved_cash,
    )


def _with_actuals(case: Case, found: Realised, price: Price) -> Case:
    """Actual oversight, redo and speed in place of assumptions."""
    assumed = case.inputs_at(price)
    actual = actual_inputs(assumed, found)
    seen = found.own_hours_a_month
    known = case.known
    if seen:
        known = known.replace(oversight_hours=actual.oversight_hours, redo_share=actual.redo_share)
    if found.effort_factor is not None:
        known = known.replace(effort_factor=actual.effort_factor)
    return case.replace(known=known)
