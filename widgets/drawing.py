"""Lines of pieces as Textual draws them, at a fraction of what its ``Content`` costs.

``Content`` can wrap, justify and be selected with the mouse, and pays with a style of its own for
every piece of every line. Our lines are cut before they are drawn, and share a style for each ink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.control import strip_control_codes
from rich.segment import Segment
from textual.strip import Strip
from textual.visual import Visual

from widgets.fitting import fit_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style as RichStyle
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions

    from widgets.fitting import Piece


class Drawing(Visual):
    """What ``render`` gives back: one strip a line, none of which wraps."""

    def __init__(self, lines: Iterable[Sequence[Piece]] = ()) -> None:
        """Draw ``lines``, each as wide as its pieces together."""
        self._lines = tuple(lines)

    @classmethod
    def fitted(cls, lines: Iterable[list[Piece]], width: int) -> Drawing:
        """``lines``, each cut to ``width`` cells."""
        return cls(fit_pieces(line, width) for line in lines)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines over ``style``; those that are too wide or too many are cut."""
        inks: dict[str, RichStyle] = {"": style.rich_style}
        strips: list[Strip] = []
        for line in self._lines[:height]:
            segments: list[Segment] = []
            for text, ink in line:
                if ink not in inks:
                    inks[ink] = (style + options.get_style(ink)).rich_style
                segments.append(Segment(strip_control_codes(text), inks[ink]))
            strips.append(Strip(segments).crop(0, width))
        return strips

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The cells of the widest line."""
        return max((sum(cell_len(text) for text, _ in line) for line in self._lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines there are."""
        return len(self._lines)
