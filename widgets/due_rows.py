"""What is due as rows: what, how often, when; pure, and measured in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.audit.recurrence.due_list import due_list
from tracker.audit.recurrence.phrases import day_text, spoken
from tracker.domain.span import Span
from tracker.domain.value import Value
from widgets.fitting import left
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.audit.recurrence.due_list import Due
    from tracker.audit.survey import Survey
    from widgets.fitting import Piece
    from widgets.state import TodayState

SIGNS: dict[str, Piece] = {
    "now": ("●", f"bold {VALUE}"),
    "overdue": ("!", f"bold {COST}"),
    "today": ("○", f"bold {COST}"),
    "week": ("○", QUIET),
    "done": ("✓", VALUE),
}
LEAST_NAME = 14
"""Cells that a name should have before its rhythm has any."""


class DueRow(Value):
    """One line: what, how often, when.

    Attributes:
        state: ``now``, ``overdue``, ``today``, ``week`` or ``done``.
        when, brief: The same time in full, and without its weekday where it has one.
    """

    task: str
    state: str
    rhythm: str
    when: str
    brief: str

    @property
    def presses(self) -> bool:
        """Whether its time has come, or is past, and it is not done."""
        return self.state in ("overdue", "today")


def due_rows(survey: Survey, state: TodayState) -> tuple[DueRow, ...]:
    """What runs, what is overdue, due today and this week, then what is done today."""
    running = state.running.task if state.running is not None else ""
    return tuple(
        DueRow(due.task, due.state, spoken(due.cadence), *_when(due, survey, state))
        for due in due_list(survey.standings, survey.as_of, running)
    )


def _when(due: Due, survey: Survey, state: TodayState) -> tuple[str, str]:
    """In full, and in brief, where the sign says that it is overdue."""
    if due.state == "now":
        return "now", "now"
    if due.state == "done":
        done = _done_at(due.task, state)
        return done, done
    words = day_text(due.day, survey.as_of)
    brief = words.partition(" ")[2] or words
    if due.state == "overdue":
        return f"since {words}", brief
    if due.loose and (due.day - survey.as_of).days > 1:
        return f"around {brief}", f"~{brief}"
    return words, brief


def _done_at(task: str, state: TodayState) -> str:
    """``done 08:05``: when it ended last today."""
    stops = [
        entry.when.stop
        for entry in state.week_entries
        if isinstance(entry.when, Span)
        and entry.task == task
        and state.today.start <= entry.when.start.timestamp() < state.today.stop
    ]
    return f"done {state.clock(max(stops))}" if stops else "done"


def due_words(rows: Sequence[DueRow]) -> str:
    """``2 due · 1 done``; empty where neither is."""
    todo = sum(row.presses for row in rows)
    done = sum(row.state == "done" for row in rows)
    return " · ".join([*([f"{todo} due"] if todo else []), *([f"{done} done"] if done else [])])


def due_pieces(row: DueRow, rows: Sequence[DueRow], width: int) -> list[Piece]:
    """``row`` in ``width`` cells, its columns those of all ``rows``.

    The rhythm gives way first, then the weekdays, and only then the names.
    """
    longest = max(cell_len(one.task) for one in rows)
    when = max(cell_len(one.when) for one in rows)
    brief = 2 + longest + 2 + when > width
    if brief:
        when = max(cell_len(one.brief) for one in rows)
    room = width - 2 - when - 2
    rhythm = max(cell_len(one.rhythm) for one in rows)
    if brief or room - rhythm - 2 < LEAST_NAME:
        rhythm = 0
    name = max(4, min(longest, room - (rhythm + 2 if rhythm else 0)))
    style = "bold $foreground" if row.presses or row.state == "now" else QUIET
    sign, look = SIGNS[row.state]
    found = [(f"{sign} ", look), (left(row.task, name) + "  ", style)]
    if rhythm:
        found.append((left(row.rhythm, rhythm) + "  ", QUIET))
    words = row.brief if brief else row.when
    return [*found, (words, look if row.state in ("now", "overdue") else QUIET)]
