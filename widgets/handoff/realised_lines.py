"""What came of a hand-off against what was promised when the trial began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from widgets.fitting import first_that_fits, left, right
from widgets.handoff.prose import Line, sentences
from widgets.handoff.stage_lines import short
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from tracker.audit.worth.realised import Realised
    from tracker.audit.worth.verdict import Verdict
    from widgets.handoff.board import Board, Row

NOTHING = "-"


def realised_blocks(board: Board, row: Row, width: int) -> list[list[Line]]:
    """Warnings, promised and so far side by side, then what it came to; each a block of lines.

    The most telling first, so that what does not fit can be left out from the end. Nothing
    before a trial has begun.
    """
    came = row.came
    if came is None:
        return []
    warned = [
        line
        for warning in came.warnings
        for line in sentences(f"! {warning}", width, f"bold {COST}", "")
    ]
    return [warned, _table(came, board, width), *_sums(came, board, width)]


def answer(row: Row, verdict: Verdict) -> tuple[str, str] | None:
    """Whether it pays, and the style of that; ``None`` while its owner still does it."""
    came = row.came
    if came is None:
        return None
    if came.cash_a_month is None:
        return "In other hands; no invoice yet.", COST
    if came.warnings or (verdict.numbers is not None and verdict.numbers.net_saving <= 0):
        return "It does not pay as it is.", COST
    return "It pays.", VALUE


def _table(came: Realised, board: Board, width: int) -> list[Line]:
    promise = came.promise
    rows = [
        ("hours back", f"{promise.freed_hours:.1f} h" if promise else NOTHING,
         f"{came.hours_back_a_month:.1f} h"),
        ("cash out", board.money(promise.cash) if promise else NOTHING,
         _money(came.cash_a_month, board)),
        ("an hour back costs", _money(promise.price_per_hour if promise else None, board),
         _money(came.price_per_hour, board)),
    ]  # fmt: skip
    room = max(8, *(cell_len(text) for _, *texts in rows for text in texts)) + 1
    label = max(8, min(20, width - 2 * room))
    lines: list[Line] = [
        [(left("a month", label), QUIET), (right("promised", room), QUIET),
         (right("so far", room), QUIET)]
    ]  # fmt: skip
    for name, promised, real in rows:
        words = first_that_fits((name, name.split(" back")[0]), label)
        lines.append(
            [(left(words, label), QUIET), (right(promised, room), ""), (right(real, room), "bold")]
        )
    return lines


def _sums(came: Realised, board: Board, width: int) -> list[list[Line]]:
    paid = f"Paid {board.money(came.cash)}" if came.cash else "No invoice yet ($ logs one)"
    own = f"oversight {came.oversight_hours:.1f} h, redo {came.redo_hours:.1f} h of yours"
    blocks = [sentences(f"{paid} since {short(came.since)}; {own}.", width, QUIET)]
    if came.repaid_on is not None:
        blocks.append(sentences(
            f"At this pace it is repaid by {short(came.repaid_on)} {came.repaid_on.year}.",
            width, QUIET,
        ))  # fmt: skip
    if came.quality is not None:
        late = f", {came.late} late" if came.late else ", none late"
        times = f"{came.checks} check" + ("s" if came.checks > 1 else "")
        blocks.append(sentences(f"Quality {came.quality:.1f} of 5 in {times}{late}.", width, QUIET))
    if came.growth_before is not None and came.growth_after is not None:
        blocks.append(sentences(
            f"Growth work: {came.growth_before:.1f} h a week before, "
            f"{came.growth_after:.1f} h since.",
            width, QUIET,
        ))  # fmt: skip
    return blocks


def _money(amount: float | None, board: Board) -> str:
    return NOTHING if amount is None else board.money(amount)
