"""What came of a hand-off against what was promised when the trial began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.domain.value import Value
from widgets.fitting import bar, first_that_fits, left, right
from widgets.handoff.prose import Line, sentences
from widgets.handoff.stage_lines import short
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.audit.worth.realised import Realised
    from tracker.audit.worth.verdict import Verdict
    from widgets.handoff.board import Board, Row

NOTHING = "-"
PROMISED, BETTER, WORSE = "┃", "▲", "▼"
"""Where on a bar the promise is; which way reality went, told by shape as well as by colour."""


def realised_blocks(board: Board, row: Row, width: int, *, bars: bool) -> list[list[Line]]:
    """Warnings, promised and so far side by side, then what it came to; each a block of lines.

    The most telling first, so that what does not fit can be left out from the end. Nothing
    before a trial has begun. ``bars`` draws each figure too, with the promise marked on it.
    """
    came = row.came
    if came is None:
        return []
    warned = [
        line
        for warning in came.warnings
        for line in sentences(f"! {warning}", width, f"bold {COST}", "")
    ]
    early = sentences(_early(came), width, QUIET, "") if came.too_early else []
    table = _table(came, board, width, bars=bars)
    return [block for block in (warned, early, table, *_sums(came, board, width)) if block]


def answer(row: Row, verdict: Verdict) -> tuple[str, str] | None:
    """Whether it pays, and the style of that; ``None`` while its owner still does it.

    In the first week there is no telling, whatever has been paid.
    """
    came = row.came
    if came is None:
        return None
    if came.too_early:
        return _early(came), QUIET
    lost = verdict.numbers is not None and verdict.numbers.net_saving <= 0
    if came.pays is False or (lost and came.cash_a_month is not None):
        return "It does not pay as it is.", COST
    if came.cash_a_month is None:
        return "In other hands; no invoice yet.", COST
    if came.warnings:
        return "It pays, but look after it.", COST
    return "It pays.", VALUE


def _early(came: Realised) -> str:
    return f"{came.too_early[:1].upper()}{came.too_early[1:]}."


class _Figure(Value):
    """One thing that was promised and what it is.

    Attributes:
        more: Whether more of it is better.
    """

    name: str
    promised: float | None
    real: float | None
    show: Callable[[float], str]
    more: bool = False

    @property
    def better(self) -> bool | None:
        """Whether it went as promised or better; ``None`` where there is nothing to compare."""
        if self.promised is None or self.real is None:
            return None
        return (self.real >= self.promised) is self.more or self.real == self.promised

    def words(self, amount: float | None) -> str:
        """``amount`` as it is shown."""
        return NOTHING if amount is None else self.show(amount)

    @property
    def difference(self) -> str:
        """How far reality is from the promise, with a sign."""
        if self.promised is None or self.real is None:
            return ""
        size = self.show(abs(self.real - self.promised))
        if size == self.show(0):
            return "as promised"
        mark = BETTER if self.better else WORSE
        return f"{mark} {'+' if self.real > self.promised else '-'}{size}"


def _figures(came: Realised, board: Board) -> list[_Figure]:
    promise = came.promise
    return [
        _Figure("hours back", promise.freed_hours if promise else None, came.hours_back_a_month,
                lambda hours: f"{hours:.1f} h", more=True),
        _Figure("cash out", promise.cash if promise else None, came.cash_a_month, board.money),
        _Figure("an hour back costs", promise.price_per_hour if promise else None,
                came.price_per_hour, board.money),
    ]  # fmt: skip


LEAST_DIFFERENCE = 13
"""Cells of the column that says how far reality is from the promise."""


def _table(came: Realised, board: Board, width: int, *, bars: bool) -> list[Line]:
    figures = _figures(came, board)
    words = [text for it in figures for text in (it.words(it.promised), it.words(it.real))]
    room = max(8, *(cell_len(text) for text in words)) + 1
    apart = max(LEAST_DIFFERENCE, *(cell_len(it.difference) + 2 for it in figures))
    if width < 20 + 2 * room + apart:
        apart = 0
    label = max(8, min(20, width - 2 * room - apart))
    lines: list[Line] = [
        [(left("a month", label), QUIET), (right("promised", room), QUIET),
         (right("so far", room), QUIET), (right("difference" if apart else "", apart), QUIET)]
    ]  # fmt: skip
    for it in figures:
        tone = {True: VALUE, False: COST, None: ""}[it.better]
        name = first_that_fits((it.name, it.name.split(" back")[0]), label)
        lines.append([
            (left(name, label), QUIET),
            (right(it.words(it.promised), room), ""),
            (right(it.words(it.real), room), f"bold {tone}".strip()),
            (right(it.difference if apart else "", apart), tone),
        ])  # fmt: skip
        if bars and it.promised is not None and it.real is not None:
            lines.append(_bar(it, label, width - label))
    return lines


def _bar(figure: _Figure, label: int, width: int) -> Line:
    """What it is, with a mark where it was to be."""
    promised, real = max(0.0, figure.promised or 0.0), max(0.0, figure.real or 0.0)
    most = max(promised, real) or 1.0
    at = min(width - 1, round(promised / most * (width - 1)))
    drawn = left(bar(real / most, width), width)
    fill = "$success" if figure.better else "$warning"
    return [
        (" " * label, ""), (drawn[:at], fill), (PROMISED, "bold"), (drawn[at + 1 :], fill)
    ]  # fmt: skip


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
