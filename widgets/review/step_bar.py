"""The line under the top: the steps, where one is, and what the period comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tracker.audit.review.review import steps_of
from tracker.domain.format import duration
from widgets.drawing import Drawing
from widgets.fitting import pieces_width, spread
from widgets.tones import FAINT, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from widgets.fitting import Piece
    from widgets.review.state import Reviewed

DONE, HERE, TO_COME = "●", "◉", "○"


def step_pieces(steps: Sequence[str], at: str, *, closed: bool, form: int) -> list[Piece]:
    """The steps in a long form (0), one without lines between (1), or one that names only ``at``.

    A closed review has done them all; the one that is looked at is lit all the same.
    """
    here = steps.index(at) if at in steps else 0
    found: list[Piece] = []
    for place, step in enumerate(steps):
        done = closed or place < here
        sign = HERE if place == here else DONE if done else TO_COME
        style = f"bold {VALUE}" if place == here else VALUE if done else QUIET
        name = step.capitalize() if form < 2 or place == here else ""
        if place:
            line = (" ── ", VALUE if done or place == here else FAINT) if form == 0 else (" ", "")
            found.append(line)
        found.append((f"{sign} {name}" if name else sign, style))
    return found


def about(reviewed: Reviewed) -> list[list[Piece]]:
    """The period, its days and what was logged, in wordings from long to short."""
    period, see = reviewed.period, reviewed.see
    dates = f"{_short(period.first, period.final)}"
    logged = duration(see.total_seconds)
    share = "" if see.coverage is None else f"{100 * see.coverage:.0f} %"
    closed: list[Piece] = [(" · closed", f"bold {VALUE}")] if reviewed.looked.closed else []
    long = f"  {dates} · {logged} logged" + (f" · {share} accounted" if share else "")
    short = f" · {logged}" + (f" · {share}" if share else "")
    number = f"W{period.id[6:]}" if period.kind == "week" else period.id
    return [
        [(period.title, "bold"), (long, QUIET), *closed],
        [(period.title, "bold"), (f" · {dates}{short}", QUIET), *closed],
        [(number, "bold"), (short, QUIET), *closed],
        [(number, "bold"), (f" · {logged}", QUIET)],
        [(number, "bold")],
    ]


def _short(first: object, final: object) -> str:
    from datetime import date

    if not isinstance(first, date) or not isinstance(final, date):
        return ""
    if (first.year, first.month) == (final.year, final.month):
        return f"{first.day}-{day_name(final)[4:]}"
    return f"{day_name(first)[4:]} - {day_name(final)[4:]}"


class StepBar(Widget):
    """One line; says little where there is no room for more."""

    DEFAULT_CSS = """
    StepBar { height: 1; padding: 0 1; background: $panel 50%; }
    """

    reviewed: reactive[Reviewed | None] = reactive(None)
    step: reactive[str] = reactive("repair")

    @dataclass(eq=False, repr=False)
    class Clicked(Message):
        """A step was clicked."""

        step: str

    def _laid(self, width: int) -> tuple[list[Piece], list[Piece]]:
        if self.reviewed is None:
            return [("Looking back ...", QUIET)], []
        steps = steps_of(self.reviewed.period.kind)
        closed = self.reviewed.looked.closed
        ends = about(self.reviewed)
        starts = [step_pieces(steps, self.step, closed=closed, form=form) for form in range(3)]
        for start, end in (
            (starts[0], ends[0]), (starts[0], ends[1]), (starts[0], ends[2]), (starts[1], ends[2]),
            (starts[2], ends[1]), (starts[2], ends[2]), (starts[2], ends[3]),
        ):  # fmt: skip
            if pieces_width(start) + 2 + pieces_width(end) <= width:
                return start, end
        return starts[2], ends[4]

    def render(self) -> Drawing:
        """Steps at the left, the period at the right."""
        width = self.content_size.width
        if not width:
            return Drawing()
        start, end = self._laid(width)
        return Drawing.fitted([spread(start, end, width)], width)

    def on_click(self, event: events.Click) -> None:
        """A step leads to itself."""
        at = event.get_content_offset(self)
        if at is None or self.reviewed is None:
            return
        column = place = 0
        steps = steps_of(self.reviewed.period.kind)
        for text, _ in self._laid(self.content_size.width)[0]:
            sign = text[0] in (DONE, HERE, TO_COME)
            if sign and column <= at.x < column + len(text):
                self.post_message(self.Clicked(steps[place]))
            place += sign
            column += len(text)
