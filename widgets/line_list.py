"""A list with one row a line and one cursor: what every list of the screens does alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.fitting import fit
from widgets.ink import Ink
from widgets.tones import QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from textual import events

    from widgets.fitting import Piece

RowT = TypeVar("RowT")
SaidT = TypeVar("SaidT")

CURSOR = "on $foreground 12%"
CURSOR_ELSEWHERE = "on $foreground 5%"
"""The line of the cursor while the keys go elsewhere."""


class LineList(ScrollView, Generic[RowT], can_focus=True):
    """Goes through :attr:`stops` by keys and mouse; draws only the lines it must.

    A list says what its rows are (:attr:`stops`, :meth:`name_of`), how one is drawn
    (:meth:`draw`), and calls :meth:`put` when they change. One with more on its lines than rows
    also says where these stand (:attr:`places`, :attr:`line_count`, :meth:`around`).

    Attributes:
        cursor: Place of the row under it among the stops.
        empty: What is said, line by line, where there is nothing to go through.
    """

    DEFAULT_CSS = """
    LineList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    HUSHED: ClassVar[str] = QUIET
    """What the words in place of rows look like."""
    ELSEWHERE: ClassVar[str] = CURSOR_ELSEWHERE
    """The ground of the cursor's line while the keys go elsewhere."""
    OVERLAP: ClassVar[int] = 1
    """Lines of a page that are still in view after a turn."""

    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[tuple[str, ...]] = reactive(())

    @dataclass(eq=False, repr=False)
    class Moved(Message, Generic[SaidT]):
        """The cursor is on another row, or its row has changed."""

        row: SaidT | None

    @dataclass(eq=False, repr=False)
    class Opened(Message, Generic[SaidT]):
        """A row was opened, by Enter or a second click."""

        row: SaidT

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._ink = Ink(self)

    # What a list has

    @property
    def stops(self) -> Sequence[RowT]:
        """The rows that the cursor goes to, in order."""
        raise NotImplementedError

    def name_of(self, row: RowT) -> str:
        """What stays the same about ``row`` when the rows change."""
        raise NotImplementedError

    def draw(self, index: int, width: int, *, here: bool) -> Strip:
        """Line ``index`` in ``width`` cells; ``here`` where the cursor is on it."""
        raise NotImplementedError

    @property
    def places(self) -> Sequence[int]:
        """The line of each stop, ascending."""
        return range(len(self.stops))

    @property
    def line_count(self) -> int:
        """Lines there are, in view or not."""
        return len(self.stops)

    def lay_out(self) -> None:
        """Fit the lines into the width there is."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.line_count)

    def around(self, line: int) -> tuple[int, int]:
        """The first and the last line that are to be in view with ``line``."""
        return line, line

    def lit(self, at: int) -> Hashable:
        """What is lit with the cursor on the ``at``-th stop; where it changes, all is drawn."""
        return None

    # The cursor

    @property
    def current(self) -> RowT | None:
        """The row under the cursor."""
        stops = self.stops
        return stops[self.cursor] if 0 <= self.cursor < len(stops) else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.stops) - 1))

    def find(self, name: str) -> int | None:
        """Place of the first row of that name among the stops."""
        names = (self.name_of(row) for row in self.stops)
        return next((at for at, known in enumerate(names) if known == name), None)

    def select(self, name: str) -> None:
        """Put the cursor on the row of that name, where there is one."""
        at = self.find(name)
        if at is not None:
            self.cursor = at

    def put(self, at: int) -> None:
        """The rows are others: draw them with the cursor on the ``at``-th, and say so."""
        self.lay_out()
        self.set_reactive(LineList.cursor, self.validate_cursor(at))
        self.refresh()
        self.say_moved()
        self.call_after_refresh(self.show_cursor)

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Draw the two lines that changed, or all where something else is lit."""
        count = len(self.stops)
        changed = [at for at in (before, cursor) if 0 <= at < count]
        if len({self.lit(at) for at in changed}) > 1:
            self.refresh()
        else:
            for at in changed:
                self.refresh_line(self.places[at])
        self.show_cursor()
        self.say_moved()

    def say_moved(self) -> None:
        """Say which row the cursor is on."""
        self.post_message(self.Moved(self.current))

    def show_cursor(self) -> None:
        """Scroll as little as brings it into view."""
        if self.current is not None and self.is_mounted:
            first, last = self.around(self.places[self.cursor])
            self.scroll_to_region(Region(0, first, 1, last - first + 1), animate=False, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line, or what to say where there is none."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        count = self.line_count
        if index < count:
            here = self.current is not None and self.places[self.cursor] == index
            return self.draw(index, width, here=here)
        said = self.empty[index : index + 1] if not count else ()
        return self.strip([(fit(f" {words}", width), self.HUSHED) for words in said], width)

    def row_strip(self, parts: Iterable[Piece], width: int, *, here: bool) -> Strip:
        """``parts`` behind the mark of the cursor, or behind its air."""
        ground = (CURSOR if self.has_focus else self.ELSEWHERE,) if here else ()
        return self.strip([("▌" if here else " ", VALUE), *parts], width, *ground)

    def strip(self, parts: Iterable[Piece], width: int, *ground: str) -> Strip:
        """``parts`` side by side in exactly ``width`` cells."""
        segments = [Segment(text, self._ink(*ground, style)) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, self._ink(*ground))

    def on_resize(self) -> None:
        """The lines depend on the width."""
        self.lay_out()
        self.show_cursor()

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:  # noqa: FBT001
        """A bar that was not there when the list was scrolled does not know how far."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def notify_style_update(self) -> None:
        """Another theme, or the focus came or went: look the styles up anew."""
        super().notify_style_update()
        self._ink.dry()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001
        """The cursor shows where the keys go."""
        super().watch_has_focus(_has_focus)
        self._ink.dry()
        self.refresh()

    # Keys and the mouse

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; what more it does is the list's to say."""
        at = event.get_content_offset(self)
        line = self.scroll_offset.y + at.y if at is not None else -1
        if line in self.places:
            self.cursor = self.places.index(line)
            self.clicked(event.chain)

    def clicked(self, times: int) -> None:
        """The row under the cursor was clicked so often; the second click opens it."""
        if times == 2:
            self.action_open()

    def action_step(self, by: int) -> None:
        """Move ``by`` rows."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move ``by`` pages."""
        self.action_step(by * max(1, self.scrollable_content_region.height - self.OVERLAP))

    def action_edge(self, index: int) -> None:
        """The first row, or with -1 the last."""
        self.cursor = len(self.stops) - 1 if index else 0

    def action_open(self) -> None:
        """Say which row is to be opened."""
        row = self.current
        if row is not None:
            self.post_message(self.Opened(row))
