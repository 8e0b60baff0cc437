"""A verdict in full, line by line: what to do, why, the four-part test, what it rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from widgets.fitting import pieces_width
from widgets.handoff.prose import Line, sentences, wrapped
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from tracker.audit.worth.verdict import Price, Verdict
    from widgets.handoff.board import Board

TONE = {
    "candidate": VALUE,
    "automate": VALUE,
    "candidate-if-reinvested": COST,
    "stop": COST,
    "not-yet": COST,
    "not-worth-it": COST,
}
"""Style of the headline; what is simply kept is not coloured."""

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")

MET, UNMET = "✓", "✗"


def headline(verdict: Verdict, width: int, instead: tuple[str, str] | None = None) -> list[Line]:
    """The answer in two to five words, and whether it is the good first one.

    ``instead`` is another answer and its style, for what is in other hands already.
    """
    words, tone = instead or (verdict.headline, TONE.get(verdict.verdict, ""))
    line: Line = [(words, f"bold {tone}".strip())]
    if verdict.good_first:
        line.append((" A good first one.", VALUE))
    return wrapped(line, width)


def in_short(verdict: Verdict, width: int, height: int) -> list[Line]:
    """The sentences, of which those that are drawn elsewhere are left out to fit ``height``.

    First the one that says where it holds, then the one that begins with the rates, then from
    the end: what is left is always whole sentences.
    """
    said = _SENTENCE.split(verdict.explanation)
    for drop in ("Holds ", "Someone else ", ""):
        while len(said) > 1 and len(sentences(" ".join(said), width)) > height:
            found = next((one for one in reversed(said) if one.startswith(drop)), None)
            if found is None:
                break
            said.remove(found)
    lines = sentences(" ".join(said), width)
    if verdict.depends and len(lines) < height and "depends" not in " ".join(said):
        lines += sentences("It depends on how long it takes.", width, COST, "")
    return lines


def test(verdict: Verdict, width: int) -> list[Line]:
    """The four-part test: each part with a tick or a cross, as many on a line as fit."""
    lines: list[Line] = []
    line: Line = []
    for part in verdict.parts:
        piece: Line = [
            (part.name + "\u00a0", QUIET),
            (MET, VALUE) if part.met else (UNMET, f"bold {COST}"),
        ]
        if line and pieces_width(line) + 2 + pieces_width(piece) > width:
            lines.append(line)
            line = []
        line += [("  ", ""), *piece] if line else piece
    return [*lines, line] if line else lines


def rests_on(verdict: Verdict, width: int) -> list[Line]:
    """What is assumed and what would flip it: the two things to look at before believing it.

    Where an assumed rate is from is said with the price.
    """
    lines: list[Line] = []
    if verdict.assumed:
        names = (one.split(" (")[0] if one.startswith("rate ") else one for one in verdict.assumed)
        said: Line = [("assumed: ", QUIET), (", ".join(names), QUIET)]
        lines += wrapped(said, width)
    if verdict.flips:
        lines += wrapped([("flips: ", QUIET), (verdict.flips, "")], width)
    return lines


def evidence(verdict: Verdict, width: int) -> list[Line]:
    """What was seen in the log."""
    return sentences(verdict.evidence, width, QUIET, "")


def price_words(price: Price | None, board: Board) -> str:
    """The price reckoned with and where it is from, in one sentence."""
    if price is None:
        return "No price is known: Q adds one."
    each = []
    if price.rate or not price.fixed_fee:
        each.append(f"{board.money(price.rate)} an hour" if price.rate else "free")
    if price.fixed_fee:
        each.append(f"{board.money(price.fixed_fee)} a month")
    words = " and ".join(each)
    if price.kind == "estimate" and price.low is not None and price.high is not None:
        words = f"{words} ({board.money(price.low)} to {board.money(price.high)})"
    return f"Price: {words}; {price.source}"


def in_full(
    verdict: Verdict, board: Board, width: int, instead: tuple[str, str] | None = None
) -> list[Line]:
    """Everything, for a page that scrolls; ``instead`` as in :func:`headline`."""
    parts: list[Line] = []
    for part in verdict.parts:
        mark = (f"{MET} ", VALUE) if part.met else (f"{UNMET} ", f"bold {COST}")
        parts += wrapped([mark, (f"{part.name}: ", ""), (part.words, QUIET)], width, 2)
    blocks = [
        headline(verdict, width, instead) + sentences(verdict.explanation, width),
        parts,
        evidence(verdict, width) + sentences(price_words(verdict.price, board), width, QUIET, ""),
        rests_on(verdict, width),
    ]
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [[], *block] if lines else block
    return lines
