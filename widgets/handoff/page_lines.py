"""Both sides of a task's page as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from widgets.fitting import left
from widgets.handoff.brief_fields import PARTS, text_of, time_words
from widgets.handoff.money_lines import bars, cash_words, holds_while
from widgets.handoff.prose import Line, sentences, wrapped
from widgets.handoff.quote_text import extras_of, price_of, source_of
from widgets.handoff.realised_lines import answer, realised_blocks
from widgets.handoff.stage_lines import dates, stage_line, stage_of, what_next
from widgets.handoff.verdict_lines import in_full
from widgets.tones import COST, FAINT, QUIET, VALUE

if TYPE_CHECKING:
    from tracker.audit.worth.verdict import Verdict
    from widgets.handoff.board import Board, Row


def titled(title: str, width: int) -> list[Line]:
    """A heading with a rule after it, and air before."""
    rule = "─" * max(0, width - cell_len(title) - 1)
    return [[], [(title, f"bold {VALUE}"), (f" {rule}", FAINT)]]


def verdict_side(board: Board, row: Row, verdict: Verdict, width: int) -> list[Line]:
    """What to do and why, the money, and where it holds."""
    lines = in_full(verdict, board, width, answer(row, verdict))
    numbers = verdict.numbers
    if numbers is None:
        return lines
    lines += titled("In money", width)
    lines += [*bars(numbers, board, width), cash_words(numbers, board, width)]
    lines += titled("Holds while", width)
    lines += holds_while(numbers, board, width)
    return lines


def papers_side(board: Board, row: Row, width: int) -> list[Line]:
    """The way it has gone, what came of it, the quotes, the brief."""
    lines: list[Line] = [
        [("Stage ", f"bold {VALUE}"), ("─" * (width - 6), FAINT)],
        stage_line(stage_of(row), width),
        *dates(row.filed.handoff, width),
        *what_next(row, width),
    ]
    blocks = realised_blocks(board, row, width, bars=True)
    if blocks:
        lines += titled("Realised against promised", width)
        lines += [line for block in blocks for line in block]
    return lines + _quotes(row, width) + _brief(row, width)


def _quotes(row: Row, width: int) -> list[Line]:
    lines = titled("Quotes", width)
    if not row.filed.quotes:
        return [*lines, *sentences("None yet: Q adds one.", width, QUIET)]
    counting = row.quote
    for quote in row.filed.quotes:
        counts = quote == counting
        lines += wrapped(
            [("✓ " if counts else "  ", VALUE), (price_of(quote), "bold" if counts else "")],
            width, 2,
        )  # fmt: skip
        rest = ", ".join(part for part in (source_of(quote), extras_of(quote)) if part)
        lines += wrapped([("  ", ""), (rest, QUIET)], width - 2, 2)
    return lines


def _brief(row: Row, width: int) -> list[Line]:
    brief = row.filed.brief
    lines = titled("Brief", width)
    if brief is None:
        return [*lines, *sentences("Nothing is written yet: b begins it.", width, COST)]
    label = LABEL if width >= 56 else 0
    for part in (*PARTS, None):
        title = part.title if part is not None else "Time it takes"
        text = text_of(brief, part) if part is not None else time_words(row.standing)
        items = [one for one in text.split("\n") if one.strip()]
        if part is not None and part.field == "steps":
            items = [f"{at} {item}" for at, item in enumerate(items, 1)]
        if not items and part is not None and part.field not in NEEDED:
            continue
        if not label:
            lines.append([(title, "bold")])
        head: Line = [(left(title, label), "bold")] if label else []
        for said in items or ["not written yet"]:
            tone = QUIET if items else COST
            for line in wrapped([(said, tone)], width - max(label, 2)):
                lines.append([*(head or [(" " * max(label, 2), "")]), *line])
                head = []
    return lines


LABEL = max(len(part.title) for part in PARTS) + 2
NEEDED = ("goals", "objectives", "success", "expectations", "steps")
