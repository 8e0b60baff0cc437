"""Styles for widgets that draw their own lines, looked up once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget


class Ink:
    """Style strings over the look of one widget; :meth:`dry` when that look may have changed.

    Such widgets use style strings rather than component classes: every component class is one
    more node that the style sheet is matched against whenever the widget is styled.
    """

    def __init__(self, widget: Widget) -> None:
        """Draw on ``widget``."""
        self._widget = widget
        self._styles: dict[tuple[str, ...], Style] = {}

    def __call__(self, *styles: str) -> Style:
        """The widget's own style with ``styles`` over it, later ones on top."""
        found = self._styles.get(styles)
        if found is None:
            parse = self._widget.app.stylesheet.parse_style
            shown = self._widget.visual_style
            for style in styles:
                if style:
                    shown += parse(style)
            found = self._styles[styles] = shown.rich_style
        return found

    def dry(self) -> None:
        """Another theme, or the focus came or went: look everything up anew."""
        self._styles.clear()
