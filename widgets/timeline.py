"""A day as a strip of blocks: where each hour went, and where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.value import Value
from widgets.drawing import Drawing
from widgets.fitting import left
from widgets.rows import SIGN
from widgets.tones import FAINT, QUIET
from widgets.words import brief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from widgets.fitting import Piece
    from widgets.rows import Side


LEAST_NAME = 6
"""Cells of a name that still tell which it is; under that the sign stands alone."""


TICK = 4
"""Cells that an hour's label needs, the space around it included."""


class Block(Value):
    """One entry's part of the day; epoch seconds, half-open."""

    key: str
    name: str
    start: int
    stop: int
    side: Side


class Window(Value):
    """The stretch that the strip shows; ``hours`` are the ticks: instant and label."""

    start: int = 0
    stop: int = 0
    hours: tuple[tuple[int, str], ...] = ()

    def column(self, instant: float, width: int) -> int:
        """The cell that ``instant`` falls in, of ``width``."""
        length = max(1, self.stop - self.start)
        return max(0, min(width, round((instant - self.start) * width / length)))


_FILL: dict[Side, str] = {
    "growth": "$text-success on $success 22%",
    "busywork": "$text-warning on $warning 22%",
    "other": "$foreground on $foreground 12%",
}
_LIT: dict[Side, str] = {
    "growth": "bold $background on $success",
    "busywork": "bold $background on $warning",
    "other": "bold $background on $foreground 70%",
}


def layout(blocks: Sequence[Block], window: Window, width: int) -> list[tuple[int, int, Block]]:
    """Each block's cells ``[from, to)``, none empty, none over the one before."""
    placed: list[tuple[int, int, Block]] = []
    free = 0
    for block in sorted(blocks, key=lambda block: block.start):
        first = max(free, min(window.column(block.start, width), width - 1))
        last = max(first + 1, window.column(block.stop, width))
        if first >= width:
            break
        placed.append((first, min(last, width), block))
        free = min(last, width)
    return placed


def strip(blocks: Sequence[Block], window: Window, width: int, lit: str, row: int) -> list[Piece]:
    """One line of ``width`` cells: blocks filled, gaps between them dotted.

    The first ``row`` names the blocks, the second says how long they are, others only fill.
    """
    line: list[Piece] = []
    column = 0
    for first, last, block in layout(blocks, window, width):
        if first > column:
            line.append(((" " if column == 0 else "·") * (first - column), FAINT))
        style = (_LIT if block.key == lit else _FILL)[block.side]
        line.append(("▏", "$background " + style[style.index("on ") :]))
        line.append((_label(block, last - first - 1, row), style))
        column = last
    line.append((" " * (width - column), ""))
    return line


def _label(block: Block, room: int, row: int) -> str:
    """The sign and, where enough of it would show, the name; or how long it took."""
    if row == 0:
        if room - 2 >= min(cell_len(block.name), LEAST_NAME):
            return left(f"{SIGN[block.side]} {block.name}", room)
        return left(SIGN[block.side].center(room), room)
    length = brief(block.stop - block.start)
    return left(f"  {length}" if row == 1 and len(length) + 2 <= room else "", room)


def ticks(window: Window, width: int) -> str:
    """The hours under the strip: every one, or every second, third ... as there is room."""
    hours = max(1, len(window.hours) - 1)
    step = next((step for step in (1, 2, 3, 4, 6) if width * step >= hours * TICK), 12)
    shown = [" "] * width
    for instant, label in window.hours:
        column = window.column(instant, width)
        if int(label) % step == 0 and column + len(label) <= width:
            shown[column : column + len(label)] = label
    return "".join(shown)


class Timeline(Widget):
    """Draws ``blocks`` over ``window``; the one under the cursor is lit."""

    DEFAULT_CSS = """
    Timeline { height: 2; }
    """

    blocks: reactive[tuple[Block, ...]] = reactive(())
    window: reactive[Window] = reactive(Window())
    lit: reactive[str] = reactive("")

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """A block was clicked."""

        key: str

    def render(self) -> Drawing:
        """One or two lines of blocks, and the hours under them where there is room."""
        width, height = self.content_size
        if not width or not self.window.stop:
            return Drawing()
        lines = [
            strip(self.blocks, self.window, width, self.lit, row)
            for row in range(max(1, height - 1))
        ]
        if height > 1:
            lines.append([(ticks(self.window, width), QUIET)])
        return Drawing(lines)

    def on_click(self, event: events.Click) -> None:
        """Say which block is under the pointer."""
        at = event.get_content_offset(self)
        for first, last, block in layout(self.blocks, self.window, self.content_size.width):
            if at is not None and first <= at.x < last:
                self.post_message(self.Picked(block.key))
