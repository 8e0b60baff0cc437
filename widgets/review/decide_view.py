"""Decide: each new candidate or changed verdict, and each hand-off on trial."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Horizontal, Vertical
from textual.message import Message

from tracker.audit.review.decide import Question, Trial
from tracker.domain.format import money
from widgets.actions import bindings
from widgets.review.see_lines import prose
from widgets.review.view import Around, Lines, StepRows, StepView
from widgets.review.words import verdict_words, why_words
from widgets.row_list import Layout, ListRow
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from widgets.key_bar import Offered
    from widgets.review.see_lines import Line
    from widgets.review.state import Reviewed
    from widgets.row_list import RowList

Decision = Literal["brief", "keep", "later", "back"]

LOOKING = ("Looking at what you have logged ...",)
LABELS = ("hours back a month", "an hour back costs")
SHORT = ("hours a month", "an hour costs")
"""The same where there is little width."""
WIDE, WIDE_LABEL, WIDE_COLUMN = 46, 20, 12
"""From how many cells on the figures of a trial stand apart, and how far."""
NOTHING = ("Nothing new to decide.", "", "enter goes on.")


def question_row(one: Question, currency: str) -> ListRow:
    """The task, what to do, why it is asked, hours a month, what an hour back costs."""
    price = "" if one.price_per_hour is None else f"{money(one.price_per_hour, currency, 0)}/h"
    tone = VALUE if one.verdict in ("candidate", "automate") else COST
    return ListRow(
        f"question:{one.task}",
        (
            (one.task, ""),
            (verdict_words(one), tone),
            (f"{one.own_hours:.1f} h", "bold"),
            (price, QUIET),
            (why_words(one) if one.stage == "mine" else one.stage, QUIET),
        ),
    )


def trial_row(one: Trial) -> ListRow:
    """The task, its week, what came back, and whether it is on track."""
    promised = "" if one.promised_hours is None else f"of {one.promised_hours:.1f}"
    return ListRow(
        f"trial:{one.task}",
        (
            (one.task, ""),
            (f"on trial, week {one.weeks}", VALUE if one.on_track else COST),
            (f"{one.realised_hours:.1f} h", "bold"),
            (promised, QUIET),
            ("on track" if one.on_track else "look at it", QUIET),
        ),
    )


def question_lines(one: Question, currency: str, width: int) -> list[Line]:
    """Headline, figures and why."""
    price = "" if one.price_per_hour is None else money(one.price_per_hour, currency)
    lines = prose([one.headline], width, "bold")
    figures = f"{one.own_hours:.1f} h a month, worth {money(one.worth, currency, 0)}"
    if price:
        figures += f"; {price} for each hour bought back"
    lines += [*prose([figures], width, ""), [], *prose([one.explanation], width)]
    return lines


def trial_lines(one: Trial, currency: str, width: int) -> list[Line]:
    """Promised against realised, and how it goes in words."""
    title = f"On trial since {one.since}" + (f" with {one.to}" if one.to else "")
    lines = prose([title], width, "bold")
    figures = (
        ("promised", "so far"),
        (_hours(one.promised_hours), _hours(one.realised_hours)),
        (_price(one.promised_price, currency), _price(one.realised_price, currency)),
    )
    lines += _beside(figures, width)
    return [*lines, [], *prose([one.words], width, QUIET if one.on_track else COST)]


def _beside(figures: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """Figures in two columns below their headings; short labels where there is no width."""
    room = 2 + max(len(text) for row in figures for text in row)
    column = max(room, WIDE_COLUMN) if width >= WIDE else room
    spacious = width >= WIDE_LABEL + 2 * column
    names = ("", *(LABELS if spacious else SHORT))
    label = WIDE_LABEL if spacious else max(map(len, SHORT))
    return [
        [
            (f"{name:<{label}}", QUIET),
            (f"{then:>{column}}", "" if name else QUIET),
            (f"{now:>{column}}", "bold" if name else QUIET),
        ]
        for name, (then, now) in zip(names, figures, strict=True)
    ]


def _hours(hours: float | None) -> str:
    return "-" if hours is None else f"{hours:.1f} h"


def _price(price: float | None, currency: str) -> str:
    return "-" if price is None else money(price, currency)


class DecideView(StepView):
    """Questions and trials in one list; the selected one in full below or beside it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("decide")

    @dataclass(eq=False, repr=False)
    class Decided(Message):
        """What is to be done about one of them."""

        what: Decision
        about: Question | Trial

    def compose(self) -> ComposeResult:
        """List and words."""
        with Horizontal():
            with Vertical(classes="main"):
                yield StepRows(Layout("llrrl", drop=(4, 3, 1), least=12), id="questions")
                yield Around(id="went")
            with Vertical(classes="beside"):
                yield Lines(id="why")
                yield Around(id="hours")

    def on_mount(self) -> None:
        """Titles."""
        self.query_one("#questions").border_title = "To decide"

    @property
    def rows(self) -> StepRows:
        """The list."""
        return self.query_one(StepRows)

    @property
    def current(self) -> Question | Trial | None:
        """What is under the cursor."""
        row = self.rows.current
        advice = self.reviewed.advice if self.reviewed is not None else None
        if row is None or advice is None:
            return None
        kind, _, task = row.key.partition(":")
        among = advice.trials if kind == "trial" else advice.questions
        return next((one for one in among if one.task == task), None)

    @property
    def about(self) -> str:
        """The selected task."""
        return self.current.task if self.current is not None else ""

    def show(self, reviewed: Reviewed) -> None:
        """What is left to decide."""
        rows, advice = self.rows, reviewed.advice
        rows.empty = LOOKING if advice is None else NOTHING
        currency = reviewed.looked.currency
        if advice is None:
            rows.rows = ()
            return
        rows.rows = (
            *(question_row(one, currency) for one in advice.questions),
            *(trial_row(one) for one in advice.trials),
        )
        rows.border_subtitle = f"{len(rows.rows)} left" if rows.rows else ""

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Another one in full."""
        event.stop()
        one, panel = self.current, self.query_one("#why", Lines)
        panel.display = one is not None
        self.set_class(one is None, "-none")
        if one is not None and self.reviewed is not None:
            currency = self.reviewed.looked.currency
            panel.border_title = one.task

            def draw(width: int, _height: int) -> list[Line]:
                if isinstance(one, Trial):
                    return trial_lines(one, currency, width)
                return question_lines(one, currency, width)

            panel.draw = draw
        self.post_message(self.Changed())

    def offers(self) -> Offered:
        """What can be decided of the selected one; of a closed review nothing more."""
        if self.closed:
            return ()
        match self.current:
            case Question():
                return (("decide.brief", ""), ("decide.keep", ""), ("decide.later", ""))
            case Trial():
                return (("decide.keep", "keep handed off"), ("decide.back", ""))
            case _:
                return ()

    def _decide(self, what: Decision, about: Question | Trial | None) -> None:
        """Have it decided, unless that would not show because the review is over."""
        if about is None:
            return
        if self.closed:
            self.say_closed()
        else:
            self.post_message(self.Decided(what, about))

    def action_brief(self) -> None:
        """Write down what someone else needs."""
        self._decide("brief", self.current)

    def action_keep(self) -> None:
        """Keep the task; or keep it in other hands."""
        self._decide("keep", self.current)

    def action_later(self) -> None:
        """Ask again in a month."""
        if isinstance(self.current, Question):
            self._decide("later", self.current)

    def action_take_back(self) -> None:
        """Take a trial back."""
        if isinstance(self.current, Trial):
            self._decide("back", self.current)
