"""What reaches the terminal: plain, aligned, and nothing that a name could smuggle in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

_STYLES = {
    "bold": "1",
    "dim": "2",
    "value": "32",
    "cost": "33",
    "difference": "34",
    "error": "31",
}

# Marks that reorder the text beside them (Unicode UAX 9), and the line and paragraph separators.
_REORDERING = frozenset(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_NARROW = "\u2588\u25a0\u25aa\u25a1\u25e6\u00b7!-"
"""What bars and charts are made of; one cell each, whatever the terminal's fonts."""
_ISOLATE, _POP = "\u2068", "\u2069"


def clean(text: str) -> str:
    """``text`` on one line, without what a terminal would obey instead of show."""
    if text.isascii() and text.isprintable():
        return text
    kept = [
        " " if mark in "\t\n\r" else mark
        for mark in text
        if mark in "\t\n\r" or not (mark < " " or "\x7f" <= mark <= "\x9f" or mark in _REORDERING)
    ]
    return "".join(kept).encode("utf-8", "replace").decode()


def width(text: str) -> int:
    """Cells a terminal gives ``text``: two for wide marks, none for combining ones.

    Source: Unicode Standard Annex 11, East Asian Width; an emoji sequence counts once.
    """
    if text.isascii() or not text.strip(_NARROW):
        return len(text)
    from unicodedata import category, east_asian_width

    cells = last = 0
    joined = False
    for mark in text:
        if mark == "\ufe0f" and last == 1:  # asks for the emoji form, which is wide
            cells, last = cells + 1, 2
        elif mark == "\u200d":
            joined = True
        elif category(mark) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= mark <= "\U0001f3ff":
            continue
        elif joined:
            joined = False
        else:
            last = 2 if east_asian_width(mark) in "WF" else 1
            cells += last
    return cells


def fit(text: str, cells: int) -> str:
    """``text`` cut with an ellipsis to ``cells`` or filled with spaces up to it."""
    wide = width(text)
    if wide > cells:
        while text and width(text) >= cells:
            text = text[:-1]
        text, wide = text + "\u2026", width(text) + 1
    return text + " " * (cells - wide)


def isolated(text: str) -> str:
    """``text`` so that right-to-left words in it cannot reorder the columns beside it."""
    if text.isascii() or not text.strip(_NARROW):
        return text
    from unicodedata import bidirectional

    if any(bidirectional(mark) in {"R", "AL"} for mark in text):
        return _ISOLATE + text + _POP
    return text


class Printer:
    """Writes lines for a person, or one JSON value for a program."""

    __slots__ = ("_colour", "_out", "columns", "tty")

    def __init__(self, out: TextIO, environ: Mapping[str, str]) -> None:
        """Colour only on a terminal that has not been asked to do without (no-color.org)."""
        self._out = out
        self.tty = _is_terminal(out)
        self._colour = self.tty and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
        self.columns = _columns(out, environ) if self.tty else 0

    def line(self, text: str = "") -> None:
        """One line; the text is printed as it is: pass names through :meth:`name`."""
        self._out.write(text.rstrip(" ") + "\n")

    def raw(self, text: str) -> None:
        """Text of our own making, line ends and all."""
        self._out.write(text)

    def name(self, text: str, cells: int = 0) -> str:
        """A person's words made safe, and ``cells`` wide where that is given."""
        text = clean(text)
        fitted = fit(text, cells) if cells else text
        return isolated(fitted) if self.tty else fitted

    def paint(self, text: str, style: str) -> str:
        """``text`` in a style by meaning; unchanged where there is no colour."""
        if not self._colour or not text:
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"

    def json(self, value: object) -> None:
        """``value`` as JSON: indented for eyes, on one line for a pipe."""
        import json

        unicode = (getattr(self._out, "encoding", None) or "utf-8").lower() in {"utf-8", "utf8"}
        indent = 2 if self.tty else None
        text = json.dumps(value, ensure_ascii=not unicode, indent=indent, allow_nan=False)
        self._out.write(text + "\n")

    def table(
        self,
        rows: Iterable[Sequence[str]],
        right: str = "",
        styles: Sequence[str] = (),
        stretch: int = -1,
    ) -> list[str]:
        """Rows of plain cells as aligned lines, safe to print.

        Args:
            rows: Cells as they are, a person's words too.
            right: ``r`` where a column is flush right, anything else where it is not.
            styles: Names of styles by column; empty for none.
            stretch: The column that is cut where a terminal is too narrow; -1 for none.
        """
        held = [[clean(cell) for cell in row] for row in rows]
        if not held:
            return []
        wide = [max(width(row[n]) for row in held) for n in range(len(held[0]))]
        if stretch >= 0 and self.columns:
            over = sum(wide) + 2 * (len(wide) - 1) - self.columns
            wide[stretch] = max(8, wide[stretch] - max(0, over))
        padded = right.ljust(len(wide))
        styled = [*styles, *[""] * (len(wide) - len(styles))]
        return [self._row(row, wide, padded, styled) for row in held]

    def _row(self, row: list[str], wide: list[int], right: str, styles: list[str]) -> str:
        cells = []
        for cell, cells_wide, side, style in zip(row, wide, right, styles, strict=True):
            shown = fit(cell, cells_wide)
            if side == "r":
                shown = " " * (len(shown) - len(shown.rstrip())) + shown.rstrip()
            if self.tty:
                shown = isolated(shown)
            cells.append(self.paint(shown, style) if style else shown)
        return "  ".join(cells).rstrip()


def _is_terminal(stream: object) -> bool:
    check = getattr(stream, "isatty", None)
    return bool(check and check())


def _columns(out: TextIO, environ: Mapping[str, str]) -> int:
    """How wide the terminal is; 80 where it does not say."""
    given = environ.get("COLUMNS", "")
    if given.isdigit() and int(given) > 0:
        return int(given)
    import os

    try:
        return os.get_terminal_size(out.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
