"""``recurring``: what comes back daily, weekly, monthly, quarterly, by the log or by its owner."""

from __future__ import annotations

from tracker.audit.recurrence.phrases import confidence_words, day_text, due_words
from tracker.cli.look import look
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.audit.recurrence.due_list import Due
    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.cli.context import Context

LANES = ("daily", "weekly", "monthly", "quarterly", "as-needed", "perhaps", "lapsed", "one-off")
TITLES = {
    "daily": "Daily",
    "weekly": "Weekly",
    "monthly": "Monthly",
    "quarterly": "Quarterly",
    "as-needed": "As needed",
    "perhaps": "Perhaps, not enough seen yet",
    "lapsed": "Lapsed",
    "one-off": "One-off",
}
MARKS = {
    "done": "■",
    "late": "▪",
    "missed": "□",
    "due": "!",
    "open": "◦",
    "before": "·",
    "paused": "-",
}
LEGEND = "■ done  ▪ late  □ missed  ! due  ◦ not yet  · before it began"
SHOWN = 20
"""Rows of the lanes that are only there to be complete, unless one is asked for alone."""


def recurring(context: Context) -> int:
    """Look at the log and print its chart."""
    lane = context.request.get("lane") or ""
    found = look(context, judged=False)
    if context.request.has("due"):
        return _due(context, found)
    chosen = [one for one in found.standings if lane in ("", lane_of(one), one.cadence)]
    chosen.sort(key=_order)
    if context.json:
        context.print.json([_record(one, found) for one in chosen])
    else:
        _tell(context, found, chosen, lane)
    return 0


def lane_of(standing: Standing) -> str:
    """Where it stands: every second week is among the weekly ones."""
    if standing.status == "lapsed":
        return "lapsed"
    if standing.status == "tentative":
        return "perhaps"
    if standing.cadence == "none":
        return "one-off"
    return "weekly" if standing.cadence == "biweekly" else standing.cadence


def _order(standing: Standing) -> tuple[int, float, str]:
    lane = LANES.index(lane_of(standing))
    return lane, -standing.hours_per_month, standing.task.casefold()


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _record(one: Standing, found: Survey) -> dict[str, object]:
    """One task in the stable shape of ``recurring --json``."""
    from tracker.line.rhythm import write_cadence

    return {
        "task": one.task,
        "cadence": one.cadence,
        "pattern": one.pattern,
        "confidence": round(one.confidence, 4),
        "status": one.status,
        "occurrences": one.occurrences,
        "since": _iso(one.since),
        "last": _iso(one.last),
        "next_due": _iso(one.next_due),
        "loose": one.loose,
        "due": one.due,
        "done_today": one.done_today,
        "hours_per_month": round(one.hours_per_month, 4),
        "value_per_month": round(one.hours_per_month * found.hour.value, 2),
        "per_month": round(one.per_month, 4),
        "usual_seconds": one.usual_seconds,
        "fastest_seconds": one.fastest_seconds,
        "slowest_seconds": one.slowest_seconds,
        "tentative": one.found.tentative,
        "decide_after": _iso(one.found.decide_after),
        "reasons": list(one.found.reasons),
        "declared": None if one.declared is None else write_cadence(one.declared),
        "disagreement": one.disagreement,
        "paused_until": _iso(one.paused_until),
        "cells": [{"day": cell.day.isoformat(), "state": cell.state} for cell in one.cells],
    }


def _tell(context: Context, found: Survey, chosen: Sequence[Standing], lane: str) -> None:
    from tracker.domain.format import money

    out = context.print
    if not chosen:
        out.line(
            "Nothing logged yet. Start with: ww start TASK"
            if not found.standings
            else f"Nothing here. All that is logged: ww recurring{_same_day(context)}"
        )
        return
    shown, left = _shown(chosen, lane)
    layout = _layout(out.columns)
    lines = out.table(
        [_row(one, found, layout) for one in shown],
        layout.right,
        layout.styles,
        stretch=layout.stretch,
    )
    current = ""
    for one, line in zip(shown, lines, strict=True):
        if lane_of(one) != current:
            if current:
                out.line()
            current = lane_of(one)
            out.line(_heading(context, chosen, current, found))
        out.line(line)
        if one.disagreement:
            out.line("  " + out.paint(out.name(one.disagreement), "cost"))
    for name, count in left:
        out.line(f"and {count} more: ww recurring --lane {name}")
    hours = sum(one.hours_per_month for one in chosen)
    worth = money(hours * found.hour.value, found.currency, 0)
    out.line()
    out.line(f"{hours:.1f} h a month come back, worth {worth} of your time.")
    out.line(out.paint(LEGEND, "dim"))


def _same_day(context: Context) -> str:
    given = context.request.get("as-of")
    return "" if given is None else f" --as-of {given}"


def _shown(chosen: Sequence[Standing], lane: str) -> tuple[list[Standing], list[tuple[str, int]]]:
    """What is listed, and how many more there are in a lane that is cut short."""
    shown: list[Standing] = []
    left: list[tuple[str, int]] = []
    for name in LANES:
        held = [one for one in chosen if lane_of(one) == name]
        most = SHOWN if name in ("perhaps", "lapsed", "one-off") and not lane else len(held)
        shown += held[:most]
        if len(held) > most:
            left.append((name, len(held) - most))
    return shown, left


def _heading(context: Context, chosen: Sequence[Standing], lane: str, found: Survey) -> str:
    """The name of a lane, with the hours and the money of all in it."""
    from tracker.domain.format import money

    title = context.print.paint(TITLES[lane], "bold")
    hours = sum(one.hours_per_month for one in chosen if lane_of(one) == lane)
    if not hours:
        return title
    worth = money(hours * found.hour.value, found.currency, 0)
    return f"{title}  {context.print.paint(f'{hours:.1f} h a month · {worth}', 'dim')}"


class Layout(Value):
    """What of a row fits: its columns by name, see :func:`_row`.

    Attributes:
        cells: Periods shown.
        right: ``r`` where a column is flush right.
        styles: By column.
        stretch: The column that is cut where even that does not fit.
        brief: Whether only what is not sure says so.
    """

    columns: tuple[str, ...]
    cells: int
    right: str
    styles: tuple[str, ...]
    stretch: int
    brief: bool


WIDE = Layout(
    ("name", "cells", "usual", "hours", "money", "when", "words"),
    20,
    "llrrrll",
    ("", "", "dim", "bold", "cost", "", "dim"),
    stretch=0,
    brief=False,
)
MEDIUM = Layout(
    ("name", "cells", "hours", "money", "when", "words"),
    9,
    "llrrll",
    ("", "", "bold", "cost", "", "dim"),
    stretch=5,
    brief=True,
)
NARROW = Layout(("name", "cells", "hours", "when"), 6, "llrl", ("", "", "bold", ""), 0, brief=True)


def _layout(columns: int) -> Layout:
    """By the width of the terminal; where there is none, everything."""
    if not columns or columns >= 112:
        return WIDE
    return MEDIUM if columns >= 72 else NARROW


def _row(one: Standing, found: Survey, layout: Layout) -> tuple[str, ...]:
    from tracker.domain.format import duration, money

    held = {
        "name": one.task,
        "cells": "".join(MARKS[cell.state] for cell in one.cells[-layout.cells :]),
        "usual": duration(one.usual_seconds) if one.usual_seconds else "",
        "hours": "",
        "money": "",
        "when": due_words(one, found.as_of),
        "words": _words(one, found.as_of, brief=layout.brief),
    }
    if one.hours_per_month:
        held["hours"] = f"{one.hours_per_month:.1f} h"
        held["money"] = money(one.hours_per_month * found.hour.value, found.currency, 0)
    if lane_of(one) in ("one-off", "lapsed") and one.last is not None:
        held["when"] = f"last {day_text(one.last, found.as_of)}"
    return tuple(held[column] for column in layout.columns)


def _words(one: Standing, as_of: date, *, brief: bool) -> str:
    """The pattern and how sure it is."""
    sure = confidence_words(one, as_of)
    if brief and one.status == "likely":
        sure = "likely"
    elif brief and one.status in ("established", "declared"):
        sure = ""
    return ", ".join(part for part in (one.pattern, sure) if part)


def _due_record(one: Due) -> dict[str, object]:
    """A row of the Due list as JSON."""
    return {
        "task": one.task,
        "cadence": one.cadence,
        "state": one.state,
        "day": one.day.isoformat(),
        "loose": one.loose,
        "usual_seconds": one.usual_seconds,
    }


def _due(context: Context, found: Survey) -> int:
    """The Due list: overdue, today, this week, done."""
    from tracker.audit.recurrence.due_list import due_list

    running = context.log.running() if found.as_of >= context.clock.today() else ()
    due = due_list(found.standings, found.as_of, running[-1].task if running else "")
    if context.json:
        context.print.json([_due_record(one) for one in due])
        return 0
    if not due:
        context.print.line("Nothing is due this week.")
        return 0
    from tracker.audit.recurrence.due_list import when_words
    from tracker.domain.format import duration

    rows = [
        (
            {"done": "✓", "now": "●"}.get(one.state, "○"),
            one.task,
            "every second week" if one.cadence == "biweekly" else one.cadence,
            when_words(one, found.as_of),
            duration(one.usual_seconds) if one.usual_seconds else "",
        )
        for one in due
    ]
    styles = ("", "", "dim", "", "dim")
    for line in context.print.table(rows, "llllr", styles, stretch=1):
        context.print.line(line)
    return 0
