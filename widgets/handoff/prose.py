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

    A figure and its unit stay together; a word longer than a line is shortened. Lines after the
    first begin ``indent`` cells in.
    """
    lines: list[Line] = [[]]
    used = 0
    for word, style, space in _words(line):
        spaced = space if used else 0
        if used and used + spaced + cell_len(word) > width:
            lines.append([(" " * indent, "")] if indent else [])
            used, spaced = indent, 0
        shown = fit(word, max(1, width - used - spaced))
        lines[-1].append((" " * spaced + shown, style))
        used += spaced + cell_len(shown)
    return lines


def _words(line: Line) -> list[tuple[str, str, int]]:
    """Words with their style and whether a space stands before them (1) or none (0)."""
    found: list[tuple[str, str, int]] = []
    spaced = 0
    for text, style in line:
        strong = "bold" in style
        for part in [text] if strong else re.split("([ \n\t]+)", text):
            if not part:
                continue
            if part.isspace() and "\u00a0" not in part:
                spaced = 1
                continue
            if found and not spaced and (found[-1][1] != style):
                before = found[-1]
                if cell_len(before[0]) + cell_len(part) < 24 and "bold" not in before[1] + style:
                    found[-1] = (before[0] + part, before[1], before[2])
                    continue
            found.append((part, style, spaced))
            spaced = 0
    return found


def sentences(text: str, width: int, style: str = "", strong: str = "bold") -> list[Line]:
    """``text`` with its figures made bold, in lines of ``width`` cells."""
    return wrapped(emphasised(text, style, strong), width) if text else []


def plain(line: Line) -> str:
    """The text of ``line``."""
    return "".join(text for text, _ in line)
