"""A style sheet that parses each file once, not again for every screen that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path, PurePath

SOURCES = 512
"""More than there are files and widgets with rules of their own; Textual keeps 64."""


class KeptStylesheet(Stylesheet):
    """Keeps what it has parsed until its variables change, as they do with the theme.

    Textual parses every rule anew when a screen brings a file of its own, twice for its first
    opening; that was two thirds of the time until the screen was there.
    """

    def __init__(self, *, variables: Mapping[str, str]) -> None:
        """Begin with the variables of the theme."""
        super().__init__(variables=dict(variables))
        self._parse_cache = LRUCache(SOURCES)

    def set_variables(self, variables: Mapping[str, str]) -> None:
        """Other variables make other rules; the same ones change nothing."""
        if dict(variables) != self._variables:
            super().set_variables(dict(variables))  # which forgets what was parsed

    def reparse(self) -> None:
        """Every source, from what is kept where it was parsed with these variables."""
        self.parse()

    def learn(self, paths: Iterable[PurePath]) -> None:
        """Take up the files of a screen that is new, before it is put together.

        Every file of ours speaks of its own screen alone, so nothing that is shown changes;
        Textual, left to load them, would style all of it again.
        """
        new = [path for path in paths if not self.has_source(str(path))]
        if new:
            self.read_all(new)
            self.reparse()

    def foresee(self, path: Path) -> None:
        """Parse the file of a screen that may be opened later; safe in a thread.

        None of it is in force yet: :meth:`learn` then finds it parsed.
        """
        css = path.read_text(encoding="utf-8")
        self._parse_rules(css, (str(path.absolute()), ""), tie_breaker=0, scope="")
