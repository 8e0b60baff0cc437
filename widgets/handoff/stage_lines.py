"""How far a task is on its way to other hands, with dates; and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.papers import STAGES
from widgets.fitting import pieces_width
from widgets.handoff.placing import AWAY
from widgets.handoff.prose import Line, wrapped
from widgets.tones import COST, FAINT, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.papers import Brief, Handoff
    from widgets.handoff.board import Row

WAY = STAGES[:-1]
"""The way there; what is taken back left it."""


def stage_of(row: Row) -> str:
    """Where the task stands: what its owner said, else what the verdict makes of it."""
    if row.filed.handoff is not None:
        return row.filed.stage
    return "candidate" if row.verdict.is_candidate else "mine"


def next_stage(stage: str) -> str:
    """The stage after ``stage``; from what was taken back it begins again; empty at the end."""
    if stage == "taken-back":
        return "candidate"
    at = WAY.index(stage)
    return WAY[at + 1] if at + 1 < len(WAY) else ""


def stage_before(stage: str) -> str:
    """One step back; from other hands it is taken back; empty where there is none."""
    if stage in ("trial", "handed-off"):
        return "taken-back"
    if stage == "taken-back":
        return "mine"
    return WAY[WAY.index(stage) - 1] if WAY.index(stage) else ""


def stage_line(stage: str, width: int) -> Line:
    """The stages side by side; where that is too wide, the ones next to where it stands."""
    names = [*WAY] if stage != "taken-back" else ["trial", "taken-back"]
    at = names.index(stage)
    for first, last in ((0, len(names)), (1, len(names)), (at - 1, at + 3), (at - 1, at + 2),
                        (at, at + 2), (at, at + 1)):  # fmt: skip
        if first > at:
            continue
        line = _line(names, at, max(0, first), min(len(names), last))
        if pieces_width(line) <= width:
            break
    return line


def _line(names: list[str], at: int, first: int, last: int) -> Line:
    line: Line = [("… ", FAINT)] if first > 0 else []
    for place in range(first, last):
        if place > first:
            line.append((" ━ ", VALUE) if place <= at else (" ─ ", FAINT))
        words = names[place].replace("-", " ")
        if place == at:
            tone = COST if names[place] in ("trial", "taken-back") else VALUE
            line.append((f"● {words}", f"bold {tone}"))
        else:
            line.append((words, QUIET if place < at else FAINT))
    return [*line, (" …", FAINT)] if last < len(names) else line


def dates(handoff: Handoff | None, width: int) -> list[Line]:
    """Every stage entered with its day, oldest first, in as many lines as it takes."""
    if handoff is None:
        return []
    parts = [
        f"{_words(move.stage)} {short(move.day)}".replace(" ", "\u00a0") for move in handoff.moves
    ]
    if handoff.to:
        parts.insert(0, f"to {handoff.to}")
    line = "\u00a0· ".join(parts)
    return wrapped([(line, QUIET)], width)


def what_next(row: Row, width: int) -> list[Line]:
    """What the next key press would do, or what is missing before it."""
    stage = stage_of(row)
    brief = row.filed.brief
    following = next_stage(stage)
    if brief is None and stage not in AWAY and row.verdict.is_candidate:
        words = "b writes the brief: what you expect and how it is done."
    elif brief is not None and brief.questions_open and following in ("briefed", "trial"):
        words = f"Before it is {_words(following)}: {_and(brief.questions_open)} (b writes them)."
    elif following:
        words = f"] goes on to: {_words(following)}."
    else:
        words = "$ logs an invoice, * how good it was, [ takes it back."
    return wrapped([(words, QUIET)], width)


def way_ahead(row: Row, width: int) -> list[Line]:
    """Every stage on lines of its own: its day, what the next key does, what lies ahead.

    For whoever has the room; where it stands is marked by shape as well as by colour.
    """
    stage = stage_of(row)
    at = WAY.index(stage) if stage in WAY else 0
    moves = row.filed.handoff.moves if row.filed.handoff is not None else ()
    days = {move.stage: f" {short(move.day)}" for move in moves}
    lines: list[Line] = []
    for place, name in enumerate(WAY):
        mark, tone = ("●", VALUE) if place == at else ("✓", VALUE) if place < at else ("○", FAINT)
        lines.append([
            (f"{mark} ", tone),
            (_words(name), f"bold {VALUE}" if place == at else QUIET),
            (days.get(name, "") if place <= at else "", QUIET),
        ])  # fmt: skip
        below = what_next(row, width - 2) if place == at else []
        if place > at:
            below = wrapped([(MEANING[name], FAINT)], width - 2)
        lines += [[("  ", ""), *line] for line in below]
    return lines


MEANING = {
    "candidate": "It could go: the audit says so, or you.",
    "briefed": "The brief says what you expect and how it is done.",
    "trial": "Your own time on it is oversight or redo then.",
    "handed-off": "What came of it stands beside the promise.",
}
"""What each stage asks for, in a sentence."""


def ready(brief: Brief | None) -> bool:
    """Whether the method's four questions are answered."""
    return brief is not None and not brief.questions_open


def short(day: date) -> str:
    """``19 Nov``."""
    return day_name(day).split(" ", 1)[1]


def _words(stage: str) -> str:
    return stage.replace("-", " ")


QUESTIONS = {
    "goals": "goals",
    "objectives": "objectives",
    "success": "success factors",
    "expectations": "expectations",
}


def _and(names: tuple[str, ...]) -> str:
    words = [QUESTIONS[name] for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
