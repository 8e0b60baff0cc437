"""Where the cells of a row go: the same columns in every section, fewer of them on less width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.domain.value import Value
from widgets.fitting import bar, first_that_fits, left, right
from widgets.handoff.prose import sentences
from widgets.tones import COST, FAINT, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.fitting import Piece
    from widgets.handoff.board import Board, Row, Section
    from widgets.handoff.prose import Line

SCORE = 4
LEAST_SCORE = 3
MOST_HOURS = 8
LEAST_NAME = 12
MOST_NAME = 28


class Columns(Value):
    """Cells of each column; 0 leaves it out.

    Attributes:
        middle: A bar and the score of a candidate, or the label of what is kept.
        money: Price of an hour bought back, or what the owner's hours are worth.
    """

    name: int
    middle: int
    hours: int
    money: int
    words: int


def plan(board: Board, width: int) -> Columns:
    """Columns for lines of ``width`` cells: money is left out before words, words are never."""
    rows = board.rows
    longest = max((cell_len(row.task) for row in rows), default=0)
    name = max(LEAST_NAME, min(longest + 2, MOST_NAME))
    words = max((cell_len(row.words) for row in rows), default=0) + 2
    coins = max((cell_len(_money(board, row)) for row in rows), default=0) + 2
    short = max((cell_len(row.label) for row in rows), default=0)
    small = max(cell_len("good first one"), short) + 2
    tight = max(cell_len(_FEW["good first one"]), short) + 2
    slim = max(7, 1 + max((cell_len(_hours(row)) for row in rows), default=0))
    least = max((cell_len(row.task) + 1 - _spared(row) for row in rows), default=0)
    least = max(LEAST_NAME, min(least, MOST_NAME))
    for needed, middle, hours, paid, said in (
        (name, 20, MOST_HOURS, coins, max(words, small)),
        (name, 14, MOST_HOURS, coins, max(words, small)),
        (name, 14, MOST_HOURS, coins, small),
        (name, 14, MOST_HOURS, 0, max(words, small)),
        (least, LEAST_SCORE, slim, 0, small),
        (least, LEAST_SCORE, slim, 0, tight),
    ):
        rest = width - middle - hours - paid - said
        if rest >= needed:
            break
    wide = max(LEAST_NAME, min(rest, max(needed, MOST_NAME if width > 80 else needed)))
    return Columns(wide, middle, hours, paid, width - wide - middle - hours - paid)


def _spared(row: Row) -> int:
    """Cells of the score that the name of what has none may fill."""
    return 0 if row.section == "candidates" else LEAST_SCORE


def pieces(board: Board, row: Row, columns: Columns) -> list[Piece]:
    """The cells of ``row``, as wide as the columns together."""
    dim = row.fits is False
    small = columns.middle <= SCORE
    name = columns.name + (columns.middle if small and row.section != "candidates" else 0)
    shown: list[Piece] = [
        (left(row.task, name - 1) + " ", QUIET if dim else ""),
        *([] if name > columns.name else _middle(row, columns.middle, dim=dim)),
        (right(_hours(row), columns.hours), QUIET if dim else "bold"),
    ]
    if columns.money:
        style = "bold" if row.section == "kept" else QUIET
        shown.append((right(_money(board, row), columns.money), style))
    label = row.words if row.section == "candidates" else row.label
    fewer = (_FEW[label],) if label in _FEW else (row.label,) if row.label else ()
    words = first_that_fits((label if small else row.words, *fewer), columns.words - 2)
    tone = row.tone if row.section == "candidates" or small else QUIET
    return [*shown, ("  ", ""), (left(words, columns.words - 2), FAINT if dim else tone)]


_FEW = {"good first one": "good first", "if reinvested": "reinvested", "over budget": "too much"}
"""What to do, where there is very little room."""


def _hours(row: Row) -> str:
    """Hours a month; nothing where nothing is known of them."""
    unknown = row.verdict.verdict == "too-little-data" and not row.hours
    return "" if unknown else f"{row.hours:.1f} h"


def _middle(row: Row, width: int, *, dim: bool) -> list[Piece]:
    if row.section != "candidates":
        return [(left(f"{row.label}" if width > SCORE else "", width), row.tone)]
    score = (right(f"{row.verdict.score:.0f}", min(width, SCORE)), QUIET if dim else "bold")
    room = width - SCORE
    if room <= 0:
        return [score]
    fill = "$foreground 25%" if dim else ("$warning" if row.tone == COST else "$success")
    return [(left(bar(row.verdict.score / 100, room), room), fill), score]


def _money(board: Board, row: Row) -> str:
    """What the money column says: an hour bought back, or the hours at their worth."""
    if row.section == "candidates":
        numbers = row.verdict.numbers
        price = numbers.price_per_hour_first_year if numbers is not None else None
        return f"{board.money(price)}/h" if price is not None else "no price"
    if row.section == "away":
        promise = row.filed.handoff.promise if row.filed.handoff is not None else None
        return f"{board.money(promise.cash)}" if promise is not None else ""
    return board.money(row.cost) if row.section in ("kept", "early") and _hours(row) else ""


def heading(section: Section, width: int, *, here: bool) -> list[Piece]:
    """A rule with the title at its left and the sums at its right."""
    title = f" {section.title} "
    sums = first_that_fits((*section.sums, ""), width - cell_len(title) - 6)
    end = f" {sums} ─" if sums else "─"
    fill = max(0, width - 1 - cell_len(title) - cell_len(end))
    tone = f"bold {VALUE}" if here else QUIET
    return [("─", FAINT), (title, tone), ("─" * fill, FAINT), (end[:-1], QUIET), ("─", FAINT)]


def lines(board: Board, width: int) -> Sequence[Section | Row | Line]:
    """What stands on each line: notices, headings with their rows, air between them."""
    found: list[Section | Row | Line] = []
    for words in board.notices:
        found += [[(" ", ""), *line] for line in sentences(words, width - 2, QUIET)]
    for section in board.sections:
        if found:
            found.append([])
        found += [section, *section.rows]
    return found
