"""Why a rhythm was recognised, in one to four plain sentences with figures."""

from __future__ import annotations

from datetime import date

from tracker.audit.recurrence.phrases import spoken
from tracker.audit.recurrence.punctual import distances, shown
from tracker.audit.recurrence.subset import by_weekday
from tracker.domain.settings import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.recurrence.change import Regime
    from tracker.audit.recurrence.evidence import Shape
    from tracker.audit.recurrence.history import History

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_TURNS = {
    "weekly": "week",
    "biweekly": "two weeks",
    "monthly": "month",
    "quarterly": "quarter",
}
_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


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
        f"Done in {present} of the last {of} {unit}.",
        f"It keeps to no fixed days: that is {_percent(odds.get('none', 1.0))} likely.",
    )


def of_tending(cadence: str, count: int, fewest: int, odds: dict[str, float]) -> tuple[str, ...]:
    """Why it is not decided yet."""
    tends = f"So far it looks {_adverb(cadence)}: that is {_percent(odds[cadence])} likely."
    if count < fewest:
        return (f"{count} of {fewest} {cadence} occurrences seen.", tends)
    return (tends, f"Mere chance is {_percent(odds['none'])} likely: too near to decide.")


def of_none(count: int, odds: dict[str, float]) -> tuple[str, ...]:
    """Why there is no rhythm."""
    if count < 3:
        return ("Done once." if count == 1 else "Done on two days.", "That is too few to tell.")
    chance = odds.get("none", 1.0)
    if chance < EVEN:
        return (f"Done on {count} days: too few, or too long ago, to tell when the next one is.",)
    return (
        f"Done on {count} days, in no order that would foretell the next one.",
        f"That there is no rhythm in them is {_percent(chance)} likely.",
    )


EVEN = 0.5
"""Below this something else is likelier than no rhythm, only not sure enough to be named."""


def _adverb(cadence: str) -> str:
    """``weekly``; ``like every second week``."""
    return "like every second week" if cadence == "biweekly" else cadence


def _served(cadence: str, shape: Shape, history: History, since: str) -> str:
    """How many turns were taken, and how punctually."""
    days = "days" if history.axis.week == 7 else "working days"
    if cadence == "daily":
        return f"Done on {len(history.events)} of {_watched(history)} {days} since {since}."
    if shape.kind == "slots":
        return _punctual(cadence, shape, history, since)
    if shape.kind == "after":
        low, high = _middle(history)
        apart = f"{low} to {high}" if low < high else f"{low}"
        return f"Mostly {apart} {days} after the last time, since {since}."
    if shape.kind == "subset":
        return _on_weekdays(shape, history, since)
    return f"Once in nearly every {_TURNS[cadence]}, on no fixed day, since {since}."


def _watched(history: History) -> int:
    """Working days from the first occurrence to the last."""
    return history.events[-1] - history.events[0] + 1


def _on_weekdays(shape: Shape, history: History, since: str) -> str:
    """How often it was one of its weekdays, and how many of these there were."""
    seen, known = by_weekday(history)
    first = history.axis.weekday[history.events[0]]
    seen[first], known[first] = seen[first] + 1, known[first] + 1
    days = [int(day) for day in shape.detail]
    names = [WEEKDAYS[day][:3].title() for day in days]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    done, of = sum([seen[day] for day in days]), sum([known[day] for day in days])
    other = sum(seen) - done
    rest = f", and {other} times on another day" if other > 1 else ", and once on another day"
    return f"Done on {done} of {of} {listed} since {since}{rest if other else ''}."


def _punctual(cadence: str, shape: Shape, history: History, since: str) -> str:
    """Slots served, on the day and off it."""
    best = distances(shape, history)
    done, turns = len(best), max(best) - min(best) + 1
    exact = sum([away == 0 for away in best.values()])
    near = sum([away == 1 for away in best.values()])
    day = "the day"
    if shown(shape.detail, history) < exact:
        day += " or the working day before"
    if exact == done:
        return (
            f"Done {_on_what(cadence, shape.detail, done, turns)} since {since}, always on {day}."
        )
    parts = [f"{exact} on {day}"] if exact else []
    if near:
        parts.append(f"{near} a day early or late")
    if done > exact + near:
        parts.append(f"{done - exact - near} {'more than that' if near else 'early or late'}")
    return f"Done {_in_what(cadence, done, turns)} since {since}: {', '.join(parts)}."


def _on_what(cadence: str, detail: tuple[str | int, ...], done: int, turns: int) -> str:
    """``on 11 of 12 Fridays``, ``on 3 of 3 last Fridays``; by periods where no weekday is meant."""
    count = f"{done} of {turns}"
    if detail[0] == "week":
        return f"on {count} {WEEKDAYS[int(detail[1])].title()}s"
    if detail[0] == "fortnight":
        return f"on {count} {WEEKDAYS[int(detail[1]) % 7].title()}s, every second one,"
    if detail[0] == "nth":
        return f"on {count} {_PLACES[int(detail[1])]} {WEEKDAYS[int(detail[2])].title()}s"
    return _in_what(cadence, done, turns)


def _in_what(cadence: str, done: int, turns: int) -> str:
    """``in 11 of 12 months``; every second week there is no short word for."""
    count = f"{done} of {turns}"
    return f"{count} times" if cadence == "biweekly" else f"in {count} {_TURNS[cadence]}s"


def _middle(history: History) -> tuple[int, int]:
    """The gaps between which half of all lie."""
    gaps = sorted(history.gaps)
    return gaps[len(gaps) // 4], gaps[(3 * len(gaps)) // 4 - (len(gaps) % 4 == 0)]


def _rivals(cadence: str, odds: dict[str, float]) -> str:
    """What else it could be."""
    others = sorted([(p, name) for name, p in odds.items() if name != cadence], reverse=True)
    share, name = others[0] if others else (0.0, "none")
    likely = f"{_percent(share)} likely"
    if share >= 0.10:
        rival = "mere chance" if name == "none" else spoken(name)
        return f"It could also be {rival}: that is {likely}."
    if share < 0.01 or name == "none":
        return f"No other rhythm comes near, and mere chance is {likely}."
    return f"No other rhythm comes near: {spoken(name)} is {likely}."


def _percent(share: float) -> str:
    """``34 %``, ``under 1 %``, ``over 99 %``."""
    if share < 0.01:
        return "under 1 %"
    return "over 99 %" if share > 0.99 else f"{round(100 * share)} %"
