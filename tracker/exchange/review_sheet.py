"""A review as a sheet of finished texts, for Markdown, HTML and the terminal alike.

Made from the document alone (:mod:`tracker.audit.review.document`), so that a review closed a year
ago prints as it was seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.audit.review.document import see_of
from tracker.audit.review.words import against_words, busiest_words, coverage_words
from tracker.domain.format import duration, money
from tracker.exchange.review_tables import Table, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.audit.review.picture import Heat, See

    Document = Mapping[str, Any]

SIDE_WORDS = {"on": "on the business", "busywork": "busywork", "in": "in the business"}
_FIGURES = {"on": "On the business", "busywork": "Busywork", "untracked": "Unaccounted for"}
_VERDICTS = {
    "candidate": "hand it off",
    "candidate-if-reinvested": "hand it off, if the hours are put to use",
    "automate": "let software do it",
    "stop": "stop it",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is printed, in order.

    Attributes:
        facts: Name, figure, and what it compares with; the last may be empty.
        notes: Plain sentences about the figures.
        trend: Name, seconds on the business, seconds of busywork; oldest first.
        decisions: Task, what to do, why.
        plan: When, what, how long.
    """

    title: str
    dates: str
    facts: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    heat: Heat
    trend: tuple[tuple[str, int, int], ...]
    decisions: tuple[tuple[str, str, str], ...]
    trials: tuple[tuple[str, str], ...]
    plan: tuple[tuple[str, str, str], ...]
    last_intention: str
    intention: str
    differences: tuple[str, ...]
    made: str


def sheet(document: Document, *, made: str = "", now: Document | None = None) -> Sheet:
    """The document as texts.

    Args:
        document: Of a review, closed or not.
        made: When it is printed, in words.
        now: Of a closed one, what the log says today: where it differs that is said.
    """
    see, currency = see_of(document), str(document["currency"])
    first, last = (date.fromisoformat(document[name]) for name in ("from", "to"))
    return Sheet(
        title=str(document["title"]),
        dates=_dates(first, last),
        facts=_facts(see, currency),
        notes=_notes(document, see, currency),
        tables=tables(see, currency),
        heat=see.heat,
        trend=tuple((it.id, it.on_seconds, it.busywork_seconds) for it in see.trend),
        decisions=tuple(_decision(one, currency) for one in document.get("decide", ())),
        trials=tuple((one["task"], one["words"]) for one in document.get("trials", ())),
        plan=tuple(_planned(one) for one in document.get("plan", ())),
        last_intention=str(document["last_intention"]),
        intention=str(document["intention"]),
        differences=_differences(document, now),
        made=made,
    )


def _dates(first: date, last: date) -> str:
    """``16-22 November 2026``, ``28 December 2026 - 3 January 2027``."""
    if first.year != last.year:
        return f"{first.day} {first:%B} {first.year} - {last.day} {last:%B} {last.year}"
    if first.month != last.month:
        return f"{first.day} {first:%B} - {last.day} {last:%B} {last.year}"
    return f"{first.day}-{last.day} {last:%B} {last.year}"


def _facts(see: See, currency: str) -> tuple[tuple[str, str, str], ...]:
    """The figures at the top."""
    compared = {it.name: against_words(it) for it in see.against}
    figures = {it.name: it.seconds for it in see.against}
    facts = [
        ("Logged", duration(see.total_seconds), compared["total"]),
        ("Worth at your hour value", money(see.worth.value, currency), ""),
    ]
    facts += [(words, duration(figures[name]), compared[name]) for name, words in _FIGURES.items()]
    if see.coverage is not None:
        facts.append(("Accounted for", f"{100 * see.coverage:.0f} %", ""))
    return tuple(facts)


def _notes(document: Document, see: See, currency: str) -> tuple[str, ...]:
    notes = [coverage_words(see), _on_and_in(see), _handed_off(see, currency)]
    notes += [_all_handed_off(see, currency), busiest_words(see)]
    notes += _uneven(see)
    notes += document["warnings"]
    if document["overload"]:
        names = ", ".join(one["task"] for one in document["overload"]["relief"])
        notes.append(f"Just for now, hand off: {names}." if names else "")
    return tuple(note for note in notes if note)


def _on_and_in(see: See) -> str:
    if not see.total_seconds:
        return ""
    on, within = duration(see.on_seconds), duration(see.in_seconds)
    share = f"{100 * see.on_seconds / see.total_seconds:.0f} %"
    return f"{on} on the business ({share}), {within} in it."


def _handed_off(see: See, currency: str) -> str:
    """What busywork cost against what it would have cost."""
    busywork = see.busywork
    if not busywork.seconds:
        return ""
    cost = f"{duration(busywork.seconds)} of busywork, worth {money(busywork.value, currency)}"
    if not busywork.priced_seconds:
        return f"{cost}; no rate is known for it."
    there = f"handed off it would have cost {money(busywork.handed_off, currency)}"
    if busywork.unpriced:
        there += f" for the {duration(busywork.priced_seconds)} that have a rate"
    if busywork.saved <= 0:
        return f"{cost}; {there}: doing it yourself was cheaper."
    back = duration(busywork.given_back_seconds)
    return f"{cost}; {there}, freed {back} and saved {money(busywork.saved, currency)}."


def _all_handed_off(see: See, currency: str) -> str:
    """The same of all that has a rate, where that is more than busywork."""
    worth = see.worth
    if worth.priced_seconds <= see.busywork.priced_seconds:
        return ""
    return (
        f"In all, {duration(worth.priced_seconds)} have a rate: "
        f"{money(worth.priced_value, currency)} of your time, "
        f"{money(worth.handed_off, currency)} handed off."
    )


def _uneven(see: See) -> list[str]:
    """What keeps the rows from being plain clock time."""
    notes = []
    if see.twice_seconds:
        notes.append(f"{duration(see.twice_seconds)} count twice: entries overlap.")
    if see.amount_seconds and see.amount_seconds != see.total_seconds:
        notes.append(f"{duration(see.amount_seconds)} are logged without clock times.")
    return notes


def _decision(one: Document, currency: str) -> tuple[str, str, str]:
    what = _VERDICTS.get(one["verdict"], one["verdict"].replace("-", " "))
    if one["good_first"]:
        what += ", a good first one"
    if one["why"] == "changed":
        was = _VERDICTS.get(one["was"], one["was"].replace("-", " "))
        what += f" (was: {was})"
    elif one["why"] == "again":
        what += " (asked again)"
    figures = [f"{one['own_hours']:.1f} h a month"]
    if one["price_per_hour"] is not None:
        figures.append(f"{money(one['price_per_hour'], currency)} for each hour bought back")
    return one["task"], what, ", ".join(figures)


def _planned(one: Document) -> tuple[str, str, str]:
    at = date.fromisoformat(one["day"])
    when = f"{at:%a} {at.day} {at:%b}"
    if one["overdue"]:
        when = f"overdue since {when}"
    elif one["loose"]:
        when = f"around {when}"
    times = f" ({one['times']} times)" if one["times"] > 1 else ""
    return when, f"{one['task']}{times}", duration(one["seconds"]) if one["seconds"] else ""


def _differences(document: Document, now: Document | None) -> tuple[str, ...]:
    from tracker.audit.review.document import differences

    if now is None:
        return ()
    return tuple(
        f"{_figure(it.name)}: {duration(it.then)} then, {duration(it.now)} now."
        for it in differences(document, now)
        if duration(it.then) != duration(it.now)
    )


def _figure(name: str) -> str:
    if name.startswith("task:"):
        return name.removeprefix("task:")
    return {
        "total_seconds": "Logged",
        "on_seconds": "On the business",
        "in_seconds": "In the business",
        "untracked_seconds": "Unaccounted for",
    }[name]
