"""Sentences broken into lines of terminal cells, with money and lengths of time made bold."""

from __future__ import annotations

import re

from rich.cells import cell_len

from widgets.fitting import fit

Line = list[tuple[str, str]]
"""Pieces of text, each with its style, side by side."""

_FIGURE = re.compile(
    r"[-+]?[A-Z]{0,2}[$€£¥₹₩₪₦₱₴₫]\d[\d,]*(?:\.\d+)?"
    r"|[A-Z]{3} \d[\d,]*\.\d\d"
    r"|\d[\d,.]* (?:h|hours?|months?|%)(?![a-z])"
)
"""A sum of money, or a number of hours, months or per cent."""


def emphasised(text: str, style: str = "", strong: str = "bold") -> Line:
    """``text`` with its figures in ``strong`` over ``style``."""
    shown: Line = []
    at = 0
    for found in _FIGURE.finditer(text):
        if found.start() > at:
            shown.append((text[at : found.start()], style))
        shown.append((found.group(), f"{style} {strong}".strip()))
        at = found.end()
    if at < len(text):
        shown.append((text[at:], style))
    return shown


def wrapped(line: Line, width: int, indent: int = 0) -> list[Line]:
    """``line`` in lines of at most ``width`` cells, broken between words.

    A figure stays together with its unit, and with the full stop after it; a word longer than a
    line is shortened. Lines after the first begin ``indent`` cells in.
    """
    lines: list[Line] = [[]]
    used = 0
    for word in _words(line):
        cells = sum(cell_len(text) for text, _ in word)
        if used and used + 1 + cells > width:
            lines.append([(" " * indent, "")] if indent else [])
            used = indent
        elif used:
            lines[-1].append((" ", ""))
            used += 1
        for text, style in word:
            shown = fit(text, max(0, width - used))
            lines[-1].append((shown, style))
            used += cell_len(shown)
    return lines


_SPACE = re.compile("([ \n\t]+)")
"""What a line may be broken at; a no-break space is none."""


def _words(line: Line) -> list[Line]:
    """The words of ``line``, each of one or more pieces that nothing parts."""
    words: list[Line] = [[]]
    for text, style in line:
        for part in [text] if "bold" in style else _SPACE.split(text):
            if _SPACE.fullmatch(part):
                words.append([])
            elif part:
                words[-1].append((part, style))
    return [word for word in words if word]


def sentences(text: str, width: int, style: str = "", strong: str = "bold") -> list[Line]:
    """``text`` with its figures made bold, in lines of ``width`` cells."""
    return wrapped(emphasised(text, style, strong), width) if text else []


def plain(line: Line) -> str:
    """The text of ``line``."""
    return "".join(text for text, _ in line)
