"""What came of a hand-off against what was promised when the trial began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from widgets.fitting import first_that_fits, left, right
from widgets.handoff.prose import Line, sentences, wrapped
from widgets.handoff.stage_lines import short
from widgets.tones import COST, QUIET

if TYPE_CHECKING:
    from tracker.audit.worth.realised import Realised
    from widgets.handoff.board import Board, Row

NOTHING = "-"


def realised_lines(board: Board, row: Row, width: int) -> list[Line]:
    """Promised and so far, side by side; then what it came to, and warnings first of all.

    Nothing before a trial has begun.
    """
    came = row.came
    if came is None:
        return []
    lines: list[Line] = []
    for warning in came.warnings:
        lines += sentences(f"! {warning}", width, f"bold {COST}", "")
    return [*lines, *_table(came, board, width), *_sums(came, board, width)]


def in_a_line(board: Board, row: Row, width: int) -> list[Line]:
    """The same where there is room for two lines: the worst warning, or hours and cash."""
    came = row.came
    if came is None:
        return []
    promise = came.promise
    promised = f"promised {promise.freed_hours:.1f} h" if promise is not None else ""
    back = f"{came.hours_back_a_month:.1f} h back a month"
    cash = f"invoiced {board.money(came.cash)}" if came.cash else "no invoice yet"
    if came.warnings:
        return sentences(f"! {came.warnings[0]}", width, f"bold {COST}", "")
    words = " · ".join(part for part in (back, promised, cash) if part)
    return wrapped([(words, QUIET)], width)


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
    label = min(20, max(11, width - 24))
    room = max(8, *(cell_len(text) for _, *texts in rows for text in texts)) + 2
    lines: list[Line] = [
        [(left("a month", label), QUIET), (right("promised", room), QUIET),
         (right("so far", room), QUIET)]
    ]  # fmt: skip
    for name, promised, real in rows:
        words = first_that_fits((name, "per hour back"), label - 1)
        lines.append(
            [(left(words, label), QUIET), (right(promised, room), ""), (right(real, room), "bold")]
        )
    return lines


def _sums(came: Realised, board: Board, width: int) -> list[Line]:
    paid = f"Paid {board.money(came.cash)}" if came.cash else "No invoice yet ($ logs one)"
    own = f"oversight {came.oversight_hours:.1f} h, redo {came.redo_hours:.1f} h of yours"
    lines = sentences(f"{paid} since {short(came.since)}; {own}.", width, QUIET)
    if came.repaid_on is not None:
        lines += sentences(
            f"At this pace it is repaid by {short(came.repaid_on)} {came.repaid_on.year}.",
            width, QUIET,
        )  # fmt: skip
    if came.quality is not None:
        late = f", {came.late} late" if came.late else ", none late"
        times = f"{came.checks} check" + ("s" if came.checks > 1 else "")
        lines += sentences(f"Quality {came.quality:.1f} of 5 in {times}{late}.", width, QUIET)
    if came.growth_before is not None and came.growth_after is not None:
        lines += sentences(
            f"Growth work: {came.growth_before:.1f} h a week before, "
            f"{came.growth_after:.1f} h since.",
            width, QUIET,
        )  # fmt: skip
    return lines


def _money(amount: float | None, board: Board) -> str:
    return NOTHING if amount is None else board.money(amount)
