"""Why a rhythm was recognised, in one to four plain sentences with figures."""

from __future__ import annotations

from datetime import date

from tracker.audit.recurrence.punctual import distances

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.change import Regime
    from tracker.audit.recurrence.evidence import Shape
    from tracker.audit.recurrence.history import History

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_TURNS = {
    "weekly": "week",
    "biweekly": "pair of weeks",
    "monthly": "month",
    "quarterly": "quarter",
}


def day_words(day: date, as_of: date) -> str:
    """``5 Jan``; with its year where that is not the year of ``as_of``."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == as_of.year else f"{text} {day.year}"


def of_named(cadence: str, shape: Shape, regime: Regime, as_of: date) -> tuple[str, ...]:
    """What speaks for a cadence that was named."""
    history = regime.history
    since = date.fromordinal(history.axis.day(history.events[0]))
    told = [_served(cadence, shape, history, day_words(since, as_of))]
    if regime.changed:
        told.append(f"Before {day_words(since, as_of)} it was logged differently.")
    told.append(_rivals(cadence, regime.evidence.odds()))
    return tuple(told)


def of_steady(kind: str, present: int, of: int, odds: dict[str, float]) -> tuple[str, ...]:
    """What speaks for as-needed: steady, but on no days of its own."""
    unit = "weeks in which you logged anything" if kind == "weeks" else "months"
    return (
        f"Logged in {present} of the last {of} {unit}.",
        f"On no fixed days: no rhythm at all is at {_percent(odds.get('none', 1.0))}.",
    )


def of_tending(cadence: str, count: int, fewest: int, odds: dict[str, float]) -> tuple[str, ...]:
    """Why it is not decided yet."""
    tends = f"It tends to be {cadence}, at {_percent(odds[cadence])}."
    if count < fewest:
        return (f"{count} of {fewest} {cadence} occurrences seen.", tends)
    return (tends, f"No rhythm at all is at {_percent(odds['none'])}: too near to decide.")


def of_none(count: int, odds: dict[str, float]) -> tuple[str, ...]:
    """Why there is no rhythm."""
    if count < 3:
        return ("Logged once." if count == 1 else "Logged on two days.", "That is too few to tell.")
    return (
        f"Logged on {count} days, in no order that would foretell the next one.",
        f"No rhythm at all is at {_percent(odds.get('none', 1.0))}.",
    )


def _served(cadence: str, shape: Shape, history: History, since: str) -> str:
    """How many turns were taken, and how punctually."""
    if cadence == "daily":
        days = "days" if history.axis.week == 7 else "working days"
        return f"Logged on {len(history.events)} of {_watched(history)} {days} since {since}."
    if shape.kind == "slots":
        return _punctual(shape, history, since)
    if shape.kind == "after":
        low, high = _middle(history)
        return f"Mostly {low} to {high} working days after the last time, since {since}."
    if shape.kind == "subset":
        return f"Nearly always on the same {len(shape.detail)} days of the week since {since}."
    return f"Once in nearly every {_TURNS[cadence]}, on no fixed day, since {since}."


def _watched(history: History) -> int:
    """Working days from the first occurrence to the last."""
    return history.events[-1] - history.events[0] + 1


def _punctual(shape: Shape, history: History, since: str) -> str:
    """Slots served, on the day and off it."""
    best = distances(shape, history)
    turns = max(best) - min(best) + 1
    exact = sum([away == 0 for away in best.values()])
    near = sum([away == 1 for away in best.values()])
    told = f"{len(best)} of {turns} turns taken since {since}, {exact} on the day itself"
    return f"{told}, {near} within a day of it." if near else f"{told}."


def _middle(history: History) -> tuple[int, int]:
    """The gaps between which half of all lie."""
    gaps = sorted(history.gaps)
    return gaps[len(gaps) // 4], gaps[(3 * len(gaps)) // 4 - (len(gaps) % 4 == 0)]


def _rivals(cadence: str, odds: dict[str, float]) -> str:
    """What else it could be."""
    others = sorted([(p, name) for name, p in odds.items() if name != cadence], reverse=True)
    share, name = others[0] if others else (0.0, "none")
    rival = "no rhythm at all" if name == "none" else name
    if share < 0.01:
        return "Nothing else comes near."
    if share < 0.10:
        return f"Nothing else comes near: {rival} is at {_percent(share)}."
    return f"It could also be {rival}, at {_percent(share)}."


def _percent(share: float) -> str:
    """``34 %``, ``under 1 %``, ``over 99 %``."""
    if share < 0.01:
        return "under 1 %"
    return "over 99 %" if share > 0.99 else f"{round(100 * share)} %"
