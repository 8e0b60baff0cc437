"""See: where the time went, what it was worth, by the hour, and against the last eight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Horizontal, Vertical
from textual.reactive import var

from widgets.actions import bindings
from widgets.fitting import fit, left
from widgets.review.heat_lines import heat_lines, trend_lines
from widgets.review.see_lines import GROUPS, legend, prose, where_lines, worth_lines
from widgets.review.view import Lines, StepView
from widgets.review.words import difference_words, verdict_words
from widgets.tones import COST, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from tracker.audit.review.review import Advice
    from widgets.key_bar import Offered
    from widgets.review.see_lines import Line
    from widgets.review.state import Reviewed

CHARTS = ("all", "where", "heat", "trend", "worth")
"""All at once, then each large."""
SMALL = ("worth", "where", "heat", "trend", "said")
"""Where there is no room for all at once: one after the other."""


class SeeView(StepView, can_focus=True):
    """All of it at once; ``tab`` shows one large, then the next.

    Attributes:
        chart: What is shown, one of :data:`CHARTS` or :data:`SMALL`.
        group: What the bars are of.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("see")

    chart: var[str] = var("all")
    group: var[str] = var("task")
    small: var[bool] = var(default=False)

    def compose(self) -> ComposeResult:
        """Bars and hours at the left; worth, trend and words at the right."""
        with Horizontal():
            with Vertical(classes="main"):
                yield Lines(id="where")
                yield Lines(id="heat")
            with Vertical(classes="side"):
                yield Lines(id="worth")
                yield Lines(id="trend")
                yield Lines(id="asks")
                yield Lines(id="said")

    @property
    def home(self) -> Widget:
        """The view itself."""
        return self

    def offers(self) -> Offered:
        """Other charts, other bars."""
        return (("see.chart", ""), ("see.group", ""))

    def on_resize(self) -> None:
        """One chart at a time where there is no room for all."""
        classes = self.screen.classes
        self.small = "-narrow" in classes or "-short" in classes

    def watch_small(self) -> None:
        """Begin with what matters most."""
        self.chart = SMALL[0] if self.small else "all"

    def watch_chart(self, chart: str) -> None:
        """The style sheet shows what the class says."""
        for name in {*CHARTS, *SMALL}:
            self.set_class(name == chart, f"-{name}")
        if self.reviewed is not None and self.is_mounted:
            self.show(self.reviewed)

    def show(self, reviewed: Reviewed) -> None:
        """Every panel."""
        see, currency, group = reviewed.see, reviewed.looked.currency, self.group
        kind = reviewed.period.kind
        self._panel("where", f"Where it went, by {group}", lambda width, height: _with_legend(
            where_lines(see, group, currency, width, height), width, height
        ))  # fmt: skip
        self._panel("heat", f"The {kind} by the hour", lambda width, height: heat_lines(
            see.heat, width, height
        ))  # fmt: skip
        self._panel("worth", "What it was worth", lambda width, height: worth_lines(
            see, currency, width, height
        ))  # fmt: skip
        self._panel("trend", f"Against the {kind}s before", lambda width, height: trend_lines(
            see, width, height
        ))  # fmt: skip
        self._panel("asks", "To decide", lambda width, height: asks_lines(
            reviewed.advice, width, height
        ))  # fmt: skip
        self._said(reviewed)

    def _panel(self, name: str, title: str, draw: object) -> None:
        panel = self.query_one(f"#{name}", Lines)
        panel.border_title = title
        panel.draw = draw  # type: ignore[assignment]

    def _said(self, reviewed: Reviewed) -> None:
        """What was said before, what warns, and what has changed since it was closed."""
        looked = reviewed.looked
        warnings = [one.words for one in (looked.overload, looked.long_week) if one is not None]
        changed = list(filter(None, map(difference_words, reviewed.differences)))
        title = "You said last time"
        if changed:
            closed = looked.paper.finished if looked.paper is not None else None
            title = f"Changed since {day_name(closed)[4:]}" if closed else "Since then"
        intention = f'"{looked.last_intention}"' if looked.last_intention else ""

        def draw(width: int, _height: int) -> list[Line]:
            lines = prose(changed or ([intention] if intention else []), width, "italic")
            if warnings:
                lines += [*([[]] if lines else []), *prose(warnings, width, "$text-warning")]
            if not lines:
                lines = prose(["Nothing was planned for it."], width)
            return lines

        self._panel("said", title, draw)

    def action_chart(self) -> None:
        """One chart large; the next; all of them again."""
        shown = SMALL if self.small else CHARTS
        at = shown.index(self.chart) if self.chart in shown else -1
        self.chart = shown[(at + 1) % len(shown)]

    def action_group(self) -> None:
        """Bars of something else."""
        self.group = GROUPS[(GROUPS.index(self.group) + 1) % len(GROUPS)]
        if self.small:
            self.chart = "where"
        if self.reviewed is not None:
            self.show(self.reviewed)


def asks_lines(advice: Advice | None, width: int, height: int) -> list[Line]:
    """What the next step asks, a line for each task; the rest counted."""
    if advice is None:
        return [[("Looking at what you have logged ...", QUIET)]]
    rows = [
        (one.task, verdict_words(one), VALUE if one.verdict != "stop" else COST)
        for one in advice.questions
    ]
    rows += [
        (one.task, f"on trial, week {one.weeks}", VALUE if one.on_track else COST)
        for one in advice.trials
    ]
    if not rows:
        return [[("Nothing new to decide.", QUIET)]]
    shown = rows if len(rows) <= height else rows[: max(1, height - 1)]
    size = min(max(cell_len(task) for task, _, _ in shown), width // 2)
    lines: list[Line] = [
        [(left(task, size) + "  ", ""), (fit(words, width - size - 2), style)]
        for task, words, style in shown
    ]
    if len(shown) < len(rows):
        lines.append([(f"and {len(rows) - len(shown)} more", QUIET)])
    return lines


def _with_legend(lines: list[Line], width: int, height: int) -> list[Line]:
    said = legend(width)
    return [*lines, [], said] if said and len(lines) + 2 <= height else lines
