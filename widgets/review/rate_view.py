"""Rate: what is new, unrated or takes half as long again; four digits a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from tracker.domain.format import duration
from tracker.domain.task import RATINGS
from tracker.intents.intent import Amend
from widgets.actions import bindings
from widgets.dots import dots, rating_style
from widgets.messages import Wanted
from widgets.rating import ENDS, KEYS
from widgets.review.view import Around, Lines, StepRows, StepView
from widgets.row_list import Layout, ListRow
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.audit.review.rate import ToRate
    from widgets.key_bar import Offered
    from widgets.review.see_lines import Line
    from widgets.review.state import Reviewed
    from widgets.row_list import RowList

NOTHING = ("Nothing new to rate.", "", "enter goes on.")


def rate_row(one: ToRate) -> ListRow:
    """The task, why it is here, how long it took."""
    if one.why == "more":
        why = f"more: usually {duration(one.usual_seconds)}"
    else:
        why = "new" if one.why == "new" else f"{len(one.missing)} open"
    style = COST if one.why == "more" else QUIET
    return ListRow(one.task, ((one.task, ""), (duration(one.seconds), "bold"), (why, style)))


def rating_lines(one: ToRate, said: dict[str, int | None], at: int, width: int) -> list[Line]:
    """Key, name, dots and what the ends mean, for each of the four."""
    lines: list[Line] = []
    for place, name in enumerate(RATINGS):
        given = said.get(name)
        assumed = name in one.missing and given is None
        shown = given if given is not None else getattr(one.profile, name)
        here = place == at
        ends = f"  {ENDS[name]}" if width >= 50 else ""
        lines.append(
            [
                ("▌" if here else " ", VALUE),
                (KEYS[name], f"bold {VALUE}"),
                (f" {name:<7} ", "bold" if here else ""),
                *dots(shown, rating_style(name), assumed=assumed),
                (ends, QUIET),
            ]
        )
    return lines


def mark_words(one: ToRate) -> str:
    """``only me, core``: the marks that hold."""
    names = ("only_me", "core", "confidential", "expert")
    held = [name.replace("_", " ") for name in names if getattr(one.profile, name)]
    if not one.profile.necessary:
        held.append("not needed")
    return ", ".join(held) or "none"


class RateView(StepView):
    """The tasks, and the ratings of the selected one; after the fourth the next comes by itself.

    Attributes:
        at: The rating that is lit.
        said: What was answered just now.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("rate")

    at: reactive[int] = reactive(0)

    def compose(self) -> ComposeResult:
        """List and ratings."""
        with Horizontal():
            with Vertical(classes="main"):
                yield StepRows(Layout("lrl", drop=(2,), least=14), id="torate")
                yield Around(id="went")
            with Vertical(classes="beside"):
                yield Lines(id="ratings")
                yield Around(id="hours")

    def on_mount(self) -> None:
        """Titles."""
        self._said: dict[str, dict[str, int | None]] = {}
        self.query_one("#torate").border_title = "To rate"

    @property
    def rows(self) -> StepRows:
        """The list."""
        return self.query_one(StepRows)

    @property
    def about(self) -> str:
        """The selected task."""
        row = self.rows.current
        return row.key if row is not None else ""

    @property
    def current(self) -> ToRate | None:
        """The selected task with what is known of it."""
        if self.reviewed is None:
            return None
        found = [one for one in self.reviewed.looked.rate if one.task == self.about]
        return found[0] if found else None

    def show(self, reviewed: Reviewed) -> None:
        """The tasks that are left."""
        self._said.clear()
        rows = self.rows
        rows.empty = NOTHING
        rows.rows = tuple(map(rate_row, reviewed.looked.rate))
        rows.border_subtitle = f"{len(rows.rows)} left" if rows.rows else ""
        self._draw()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Another task: its first open rating is lit."""
        event.stop()
        one = self.current
        said = self._said.get(self.about, {})
        if one is not None:
            open_ones = [name for name in one.missing if name not in said]
            self.at = RATINGS.index(open_ones[0]) if open_ones else 0
        self._draw()
        self.post_message(self.Changed())

    def watch_at(self) -> None:
        """Another one is lit."""
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        one, panel = self.current, self.query_one("#ratings", Lines)
        panel.display = one is not None
        self.set_class(one is None, "-none")
        if one is None:
            return
        panel.border_title = one.task
        said, at = dict(self._said.get(one.task, {})), self.at

        def draw(width: int, height: int) -> list[Line]:
            lines = rating_lines(one, said, at, width)
            if height > len(lines):
                marks = [(f" {'marks':<7} ", QUIET), (mark_words(one), "")]
                lines.append([(" m", f"bold {VALUE}"), *marks])
            if height > len(lines) + 1 and one.missing:
                lines += [[], [(" * nobody has said; 1-5 says it, 0 takes it back", QUIET)]]
            return lines

        panel.draw = draw

    def offers(self) -> Offered:
        """A digit rates."""
        if self.current is None:
            return ()
        return (("rate.1", "-5 rate"), ("rate.tedium", ""), ("rate.growth", ""),
                ("rate.skill", ""), ("rate.like", ""), ("rate.marks", ""))  # fmt: skip

    def _say(self, number: int | None) -> None:
        one = self.current
        if one is not None:
            name = RATINGS[self.at]
            self._said.setdefault(one.task, {})[name] = number
            self.post_message(Wanted(Amend(one.task, ((name, number),))))

    def action_rate(self, number: int) -> None:
        """The lit one is ``number``; on to the next open one, and then to the next task."""
        one = self.current
        if one is None:
            return
        self._say(number)
        said = self._said[one.task]
        if self.at + 1 < len(RATINGS):
            self.at += 1
        elif all(name in said for name in one.missing):
            self._next()
        else:
            self.at = 0
        self._draw()

    def _next(self) -> None:
        """On to the next task; the one that is done leaves the list with the next look."""
        self.at = 0
        if not self.current or self.current.why == "more":
            self.rows.action_step(1)

    def action_forget(self) -> None:
        """Take the answer back: what its kind assumes holds again."""
        self._say(None)
        self._draw()

    def action_light(self, name: str) -> None:
        """Light the rating of that name."""
        self.at = RATINGS.index(name)

    def action_marks(self) -> None:
        """Ask for its marks."""
        one = self.current
        if one is not None:
            from widgets.marks import MarksScreen

            self.app.push_screen(MarksScreen(one.profile))
