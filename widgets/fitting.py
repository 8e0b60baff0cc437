"""Text made to fit: measured in terminal cells, never in characters.

A Chinese character fills two cells and a combining mark none, so ``len`` would cut
columns crooked. What does not fit ends in an ellipsis and never wraps.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"

LEAST = 7
"""Cells under which the beginning of a further piece says nothing."""

_JOINER = "\u200d"
"""At the end of a text it would swallow the cell of whatever is drawn next to it."""

Piece = tuple[str, str]
"""Text and the style (a Textual style string, or a component class) it is shown in."""


def fit(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, an ellipsis where something is left out."""
    if width <= 0:
        return ""
    text = text.rstrip(_JOINER)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip(f" {_JOINER}") + ELLIPSIS


def left(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, against the left edge."""
    fitted = fit(text, width)
    return fitted + " " * (width - cell_len(fitted))


def right(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells, against the right edge."""
    fitted = fit(text, width)
    return " " * (width - cell_len(fitted)) + fitted


def fit_pieces(pieces: list[Piece], width: int) -> list[Piece]:
    """``pieces`` side by side in at most ``width`` cells; the last is shortened, or left out."""
    kept: list[Piece] = []
    room = width
    for text, style in pieces:
        if room <= 0:
            break
        fitted = fit(text, room)
        if kept and fitted != text and room < LEAST:
            break
        kept.append((fitted, style))
        room -= cell_len(fitted)
        if fitted != text:
            break
    return kept


def pieces_width(pieces: list[Piece]) -> int:
    """The cells that ``pieces`` fill."""
    return sum(cell_len(text) for text, _ in pieces)


def spread(start: list[Piece], end: list[Piece], width: int) -> list[Piece]:
    """``start`` at the left and ``end`` at the right of a line of ``width`` cells.

    Where both do not fit, ``start`` gives way; where not even ``end`` does, it is shortened.
    """
    end = fit_pieces(end, width)
    room = width - pieces_width(end)
    start = fit_pieces(start, room - 1)
    return [*start, (" " * (room - pieces_width(start)), ""), *end]


def first_that_fits(wordings: tuple[str, ...], width: int) -> str:
    """The first of ``wordings`` that fits in ``width`` cells; the last, shortened, if none does."""
    return next((words for words in wordings if cell_len(words) <= width), fit(wordings[-1], width))


_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(share: float, width: int) -> str:
    """A bar over ``share`` (0-1) of ``width`` cells, in eighths of a cell; never invisible."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    if share > 0:
        eighths = max(1, eighths)
    full, part = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[part] if part else "")
