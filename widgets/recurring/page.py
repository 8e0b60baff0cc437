"""Everything about one task: its rhythm and the evidence, each time it was done, how long."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.audit.recurrence.phrases import spoken
from widgets.dialog import title
from widgets.dots import CELL_WORDS, CELLS, cells_pieces
from widgets.drawing import Drawing
from widgets.fitting import first_that_fits
from widgets.recurring.chart import task_row
from widgets.recurring.detail import (
    LABEL,
    length_chart,
    mark_line,
    rating_line,
    sum_line,
    time_line,
    times_lines,
)
from widgets.tones import COST, QUIET

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from widgets.fitting import Piece
    from widgets.frame import FramedScreen

KEYS = ("t rate · c cadence · p pause · m marks · esc", "t c p m · esc")

CHART = 5
"""Lines of the chart of durations."""


def page_lines(survey: Survey, standing: Standing, width: int) -> list[list[Piece]]:
    """The whole page, in ``width`` cells."""
    profile = survey.profiles[standing.task]
    record = survey.tasks.get(standing.task)
    silent = record.silent if record is not None else False
    return [
        *rhythm_lines(survey, standing, width),
        [],
        rating_line(profile, width),
        mark_line(profile, silent=silent, width=width),
        sum_line(survey, standing, width),
        [],
        *chart_lines(standing, width),
        [],
        *times_lines(standing, width),
    ]


def rhythm_lines(survey: Survey, standing: Standing, width: int) -> list[list[Piece]]:
    """Pattern and confidence, next due, the last periods, the evidence, the odds."""
    row = task_row(survey, standing)
    lines = _wrapped("rhythm", row.sure[0], width, "bold")
    if standing.disagreement:
        lines += _wrapped("but", standing.disagreement, width, COST)
    if row.due:
        lines += _wrapped("next", row.due, width, f"bold {COST}" if row.urgent else "")
    if standing.cells:
        lines += _periods(standing, width)
    reasons = [one for one in standing.found.reasons if one]
    for place, reason in enumerate(reasons):
        lines += _wrapped("why" if not place else "", reason, width, "")
    if odds := odds_words(standing):
        lines += _wrapped("odds", odds, width, QUIET)
    return lines


def _wrapped(label: str, text: str, width: int, style: str) -> list[list[Piece]]:
    lines = wrap(text, max(12, width - LABEL)) or [""]
    return [
        [(f"{label if not place else '':<{LABEL}}", QUIET), (line, style)]
        for place, line in enumerate(lines)
    ]


def _periods(standing: Standing, width: int) -> list[list[Piece]]:
    """The last periods, and what the cells mean, each on a line of its own."""
    count = min(len(standing.cells), width - LABEL)
    states = [state for state in CELLS if any(cell.state == state for cell in standing.cells)]
    legend: list[Piece] = [(" " * LABEL, "")]
    room = width - LABEL
    for state in states:
        glyph, style = CELLS[state]
        words = f" {CELL_WORDS[state]}  "
        if len(words) + 1 > room:
            break
        room -= len(words) + 1
        legend += [(glyph, style), (words, QUIET)]
    return [[(f"{'last':<{LABEL}}", QUIET), *cells_pieces(standing.cells, count)], legend]


def odds_words(standing: Standing) -> str:
    """``weekly 96 %, every second week 3 %``; what is under one in a hundred is left out."""
    shown = [(name, odds) for name, odds in standing.found.odds if odds >= 0.01]
    return ", ".join(
        f"{'no rhythm' if name == 'none' else spoken(name)} {min(99, round(odds * 100))} %"
        for name, odds in shown
    )


def chart_lines(standing: Standing, width: int) -> list[list[Piece]]:
    """A column for each of the last times, the longest as high as the chart."""
    chart = length_chart(standing, width, CHART)
    return [time_line(standing, width, bars=False), *chart] if chart else []


class TaskPage(ModalScreen[None]):
    """Scrolls; follows the survey of the screen under it, whose keys work here as well."""

    CSS_PATH = "page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss", "Close", id="page.close", show=False),
        Binding("down,j", "roll(1)", show=False, id="page.down"),
        Binding("up,k", "roll(-1)", show=False, id="page.up"),
        Binding("space", "under('start')", show=False, id="page.start"),
        Binding("c", "under('cadence')", show=False, id="page.cadence"),
        Binding("p", "under('pause')", show=False, id="page.pause"),
        Binding("m", "under('marks')", show=False, id="page.marks"),
        Binding("z", "under('silence')", show=False, id="page.silence"),
        Binding("u", "under('undo')", show=False, id="page.undo"),
        *(
            Binding(key, f"under('{name}')", show=False, id=f"page.{name}")
            for key, name in (("t", "tedium"), ("g", "growth"), ("K", "skill"), ("L", "like"))
        ),
    ]

    frame = getters.query_one("#frame", VerticalScroll)

    def __init__(self, under: FramedScreen, task: str) -> None:
        """The page of ``task``, by what ``under`` knows."""
        super().__init__()
        self._under = under
        self._about = task

    def compose(self) -> ComposeResult:
        """One long text that scrolls."""
        with VerticalScroll(id="frame") as frame:
            frame.border_title = title(self._about, 60)
            frame.border_subtitle = first_that_fits(KEYS, self.app.size.width - 6)
            yield Static(id="text")

    def on_mount(self) -> None:
        """Whatever is found from now on is shown."""
        self.watch(self._under, "survey", self._draw, init=False)

    def on_resize(self) -> None:
        """As wide as the frame."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        survey = self._under.survey
        if survey is None:
            return
        found = [one for one in survey.standings if one.task == self._about]
        if not found:  # it was renamed or taken back
            self.dismiss()
            return
        text = self.query_one("#text", Static)
        lines = page_lines(survey, found[0], text.content_size.width)
        text.update(Drawing(lines))

    def action_roll(self, by: int) -> None:
        """Scroll by a line."""
        self.frame.scroll_relative(y=by, animate=False)

    async def action_under(self, what: str) -> None:
        """What the screen under it does to the task."""
        if what in ("tedium", "growth", "skill", "like"):
            await self._under.run_action(f"rate('{what}')")
        elif what == "undo":
            await self._under.run_action("history('undo')")
        else:
            await self._under.run_action(what)
