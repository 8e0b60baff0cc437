"""The same tasks in two columns: likes and dislikes, strengths and weaknesses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.domain.value import Value
from widgets.actions import bindings
from widgets.dots import dots
from widgets.fitting import first_that_fits, fit, left, pieces_width, right
from widgets.ink import Ink
from widgets.recurring.chart import hours_text, lane_of
from widgets.tones import FAINT, QUIET, VALUE

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from widgets.fitting import Piece

Rating = Literal["like", "skill"]

TITLES: dict[Rating, tuple[str, str, str]] = {
    "like": ("Dislike", "Like", "Neither, or nobody has said"),
    "skill": ("Weakness", "Strength", "Neither, or nobody has said"),
}
TWO_UP = 70
"""Cells from which what stands under the columns is as wide as the left one, to line up."""

EMPTY_SIDE = (" nothing yet: ← → puts a task here", " nothing yet: ← →", " nothing yet")
"""What stands in a column without a task, in as many words as there is room for."""

CURSOR = "on $foreground 12%"


class Item(Value):
    """A task in one of the columns."""

    standing: Standing
    rating: int
    assumed: bool

    @property
    def task(self) -> str:
        """Its name."""
        return self.standing.task

    @property
    def hours(self) -> float:
        """A month; none where it does not come back."""
        return hours_of(self.standing)


def hours_of(standing: Standing) -> float:
    """What comes back takes its hours each month, and what has lapsed takes none."""
    return standing.hours_per_month if lane_of(standing) != "none" else 0.0


class Side(Value):
    """A column, or what stands under both: title, sum of hours, tasks."""

    title: str
    hours: float
    items: tuple[Item, ...]


def sides(survey: Survey, rating: Rating, words: str = "") -> tuple[Side, Side, Side]:
    """The low end, the high end, and what is between or unsaid; most time first, newest first.

    Low is 1 or 2, high 4 or 5, by the owner's own word: an assumption takes no side.
    """
    wanted = words.casefold().split()
    held: tuple[list[Item], list[Item], list[Item]] = ([], [], [])
    for one in sorted(survey.standings, key=_most_time_first):
        if not all(word in one.task.casefold() for word in wanted):
            continue
        profile = survey.profiles[one.task]
        assumed = rating in profile.assumed
        given = getattr(profile, rating)
        place = 2 if assumed or given == 3 else int(given > 3)
        held[place].append(Item(one, given, assumed))
    low, high, rest = (
        Side(title, sum(item.hours for item in items), tuple(items))
        for title, items in zip(TITLES[rating], held, strict=True)
    )
    return low, high, rest


def _most_time_first(one: Standing) -> tuple[float, int, str]:
    """What does not come back is after what does, the newest first."""
    return (-hours_of(one), -(one.last or date.min).toordinal(), one.task.casefold())


def heading(side: Side, width: int) -> list[Piece]:
    """``Dislike ───── 14.2 h a month``, in fewer words where there is no room."""
    hours = hours_text(side.hours)
    totals = (f" {hours} a month ", f" {hours} ", " ") if side.hours else (" ",)
    room = width - cell_len(side.title) - 4
    total = first_that_fits(totals, max(1, room))
    name = fit(side.title, width - cell_len(total) - 3)
    rule = "─" * max(0, width - cell_len(name) - cell_len(total) - 2)
    return [(f" {name} ", f"bold {QUIET}"), (rule, FAINT), (total, QUIET)]


def item_pieces(item: Item, width: int) -> list[Piece]:
    """Name, hours and dots in ``width`` cells."""
    hours = right(hours_text(item.hours) if item.hours else "", 8) if width >= 30 else ""
    shown = dots(item.rating, VALUE if item.rating > 3 else "$foreground", assumed=item.assumed)
    return [(left(item.task, width - len(hours) - 8), ""), (hours, QUIET), ("  ", ""), *shown]


class SidesView(ScrollView, can_focus=True):
    """Two columns and a band under them; left and right move the task under the cursor.

    Attributes:
        sides: What is shown.
        rating: What left and right change.
    """

    DEFAULT_CSS = """
    SidesView { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("sides")

    sides: reactive[tuple[Side, ...]] = reactive((), layout=False)
    rating: var[Rating] = var("like")
    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor is on another task, or the task has changed."""

        task: str

    @dataclass(eq=False, repr=False)
    class Shifted(Message):
        """A task is to be rated ``number``."""

        task: str
        rating: Rating
        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._ink = Ink(self)
        self._kept = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every task, in the order the cursor goes."""
        return tuple(item for side in self.sides for item in side.items)

    @property
    def current(self) -> Item | None:
        """The task under the cursor."""
        items = self.items
        return items[self.cursor] if self.cursor < len(items) else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a task."""
        return max(0, min(cursor, len(self.items) - 1))

    def watch_sides(self) -> None:
        """The cursor goes along with its task from column to column."""
        names = [item.task for item in self.items]
        if self._kept in names:
            self.cursor = names.index(self._kept)
        else:
            self.cursor = self.cursor
        self.virtual_size = Size(self.scrollable_content_region.width, self._height())
        self.refresh()
        self.call_after_refresh(self._show_cursor)
        self.watch_cursor()

    def watch_cursor(self) -> None:
        """Another task."""
        self._kept = self.current.task if self.current is not None else ""
        self.refresh()
        self._show_cursor()
        self.post_message(self.Moved(self._kept))

    def select(self, task: str) -> None:
        """Put the cursor on a task, where it is shown."""
        names = [item.task for item in self.items]
        if task in names:
            self.cursor = names.index(task)

    def _band(self) -> int:
        """The line of the heading under the two columns."""
        low, high = (len(side.items) for side in self.sides[:2])
        return 2 + max(low, high, 1)

    def _height(self) -> int:
        return self._band() + 1 + len(self.sides[2].items) if self.sides else 0

    def _line_of(self, cursor: int) -> int:
        """The line a task stands on."""
        low, high = (len(side.items) for side in self.sides[:2])
        if cursor < low:
            return 1 + cursor
        if cursor < low + high:
            return 1 + cursor - low
        return self._band() + 1 + cursor - low - high

    def _show_cursor(self) -> None:
        if self.items and self.is_mounted and self.size:  # else when there is room to show it in
            place = self._line_of(self.cursor)
            top = 0 if place == 1 else place
            self.scroll_to_region(Region(0, top, 1, place - top + 1), animate=False, force=True)

    def on_resize(self) -> None:
        """As wide as there is room for."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._height())
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Another theme: other styles."""
        super().notify_style_update()
        self._ink.dry()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """A line of both columns, or of the band under them."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if not self.sides or index >= self._height():
            return Strip.blank(width, self._ink())
        band = self._band()
        half = (width - 2) // 2
        if index >= band:
            inner = width if index == band or width < TWO_UP else half
            return self._strip(self._cell(self.sides[2], index - band, inner), width)
        parts = self._cell(self.sides[0], index, half)
        parts += [(" " * (half - pieces_width(parts) + 2), "")]
        parts += self._cell(self.sides[1], index, width - half - 2)
        return self._strip(parts, width)

    def _strip(self, parts: list[Piece], width: int) -> Strip:
        segments = [Segment(text, self._ink(*style.split("|"))) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, self._ink())

    def _cell(self, side: Side, line: int, width: int) -> list[Piece]:
        """One line of one column: its heading, or a task."""
        if line == 0:
            return heading(side, width)
        if line > len(side.items):
            empty = line == 1 and side is not self.sides[2]
            return [(fit(first_that_fits(EMPTY_SIDE, width), width), FAINT)] if empty else []
        item = side.items[line - 1]
        here = item.task == self._kept
        parts = [("▌" if here else " ", VALUE), *item_pieces(item, width - 1)]
        return [(text, f"{CURSOR}|{style}") for text, style in parts] if here else parts

    # Keys

    def action_step(self, by: int) -> None:
        """The next task, down one column, then the other, then what is under them."""
        self.cursor += by

    def action_edge(self, index: int) -> None:
        """The first task, or with -1 the last."""
        self.cursor = len(self.items) - 1 if index else 0

    def action_shift(self, by: int) -> None:
        """Rate the task one less or one more."""
        item = self.current
        if item is not None and 1 <= item.rating + by <= 5:
            self.post_message(self.Shifted(item.task, self.rating, item.rating + by))

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there."""
        at = event.get_content_offset(self)
        if at is None or not self.sides:
            return
        line = self.scroll_offset.y + at.y
        half = (self.scrollable_content_region.width - 2) // 2
        for place, item in enumerate(self.items):
            low, high = (len(side.items) for side in self.sides[:2])
            column = 2 if place >= low + high else int(place >= low)
            if self._line_of(place) == line and column in (2, int(at.x > half)):
                self.select(item.task)
