"""Large digits for the running timer: three rows of half blocks."""

from __future__ import annotations

_FONT = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
    "-": ("   ", "▀▀▀", "   "),
}

HEIGHT = 3


def big(text: str) -> tuple[str, str, str]:
    """``text`` of digits, colons and dashes as three lines of equal width.

    Raises:
        KeyError: A character has no large form.
    """
    glyphs = [_FONT[mark] for mark in text]
    top, middle, bottom = (" ".join(glyph[row] for glyph in glyphs) for row in range(HEIGHT))
    return top, middle, bottom


def big_width(text: str) -> int:
    """The cells that ``big(text)`` fills."""
    return sum(len(_FONT[mark][0]) for mark in text) + max(0, len(text) - 1)
