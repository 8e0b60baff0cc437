"""What can be done about the selected task, and what each of it asks or wants."""

from __future__ import annotations

from os import urandom
from typing import TYPE_CHECKING, Literal, assert_never

from tracker.audit.worth.promise import promise_of
from tracker.domain.errors import WorthwhileError
from tracker.domain.papers import Later
from tracker.intents.handoff import advance, questions_open
from tracker.intents.intent import File
from widgets.handoff.placing import AWAY
from widgets.handoff.stage_lines import next_stage, stage_before, stage_of
from widgets.messages import BriefSent, Wanted

if TYPE_CHECKING:
    from datetime import date

    from textual.screen import ModalScreen

    from widgets.handoff.board import Row
    from widgets.handoff.quotes import QuoteForm
    from widgets.handoff.screen import HandoffScreen
    from widgets.handoff.whatif import WhatIf
    from widgets.key_bar import Offered

Wish = Literal[
    "brief", "quotes", "next", "back", "keep", "later", "copy", "export", "invoice", "quality",
    "share", "marks", "tedium", "growth", "skill", "like",
]  # fmt: skip

LEAVES = ("mine", "candidate", "taken-back")
"""Stages for which nothing need be written down."""

LATER_DAYS = 30
"""Days after which a verdict that was put off is shown again."""


def fresh_id() -> str:
    """A random id for a paper, as long as those of entries."""
    return urandom(8).hex()


class Wants:
    """Turns a key on a row into a question over ``screen`` or a wish to the app."""

    def __init__(self, screen: HandoffScreen) -> None:
        """Ask and want on behalf of ``screen``."""
        self._screen = screen

    @property
    def _today(self) -> date:
        return self._screen.state.today.date

    def offers(self, row: Row, *, page: bool) -> Offered:
        """The keys for ``row``, most wanted first."""
        stage, verdict = stage_of(row), row.verdict
        following = next_stage(stage)
        found = [("page.close", "list")] if page else [("tasks.open", "")]
        if stage in AWAY:
            found += [("handoff.invoice", ""), ("handoff.quality", "")]
        elif not verdict.is_candidate:
            found += [("handoff.tedium", ""), ("handoff.marks", "")]
        if following and verdict.verdict not in ("stop", "too-little-data"):
            found.append(("handoff.next", following.replace("-", " ")))
        found.insert(1 if verdict.is_candidate and stage not in AWAY else 4, ("handoff.brief", ""))
        found.append(("handoff.quotes", ""))
        if verdict.numbers is not None:
            found.append(("handoff.whatif", ""))
        if verdict.is_candidate and stage not in AWAY:
            found.append(("handoff.keep", ""))
        if row.filed.brief is not None:
            found.append(("handoff.copy", ""))
        if verdict.is_candidate:
            found += [("handoff.later", "later"), ("handoff.tedium", ""), ("handoff.marks", "")]
        return (*found, ("handoff.budget", ""), ("app.palette", ""), ("app.help", ""))

    def about(self, wish: Wish, row: Row) -> None:
        """Do, or ask for, what is wanted."""
        match wish:
            case "brief":
                self._show(self._editor(row))
            case "quotes":
                self._show(self._quotes(row))
            case "next" | "back":
                step = next_stage if wish == "next" else stage_before
                self._move(row, step(stage_of(row)))
            case "keep" | "later":
                self._put_off(row, wish)
            case "copy":
                self._copy(row)
            case "marks" | "tedium" | "growth" | "skill" | "like":
                self._show(self._rating(wish, row))
            case "export" | "invoice" | "quality" | "share":
                self._show(self._question(wish, row))
            case _:
                assert_never(wish)

    def _show(self, form: ModalScreen[None] | None) -> None:
        if form is not None:
            self._screen.app.push_screen(form)

    def _say(self, words: str) -> None:
        self._screen.notify(words, markup=False)

    def _editor(self, row: Row) -> ModalScreen[None]:
        from widgets.handoff.brief import BriefScreen

        return BriefScreen(row.filed.brief, row.task, row.standing, self._today, fresh_id)

    def _quotes(self, row: Row) -> ModalScreen[None]:
        from widgets.handoff.quotes import QuotesScreen

        if not row.filed.quotes:
            return self.quote_form(row)
        return QuotesScreen(row.filed.quotes, row.quote, lambda: self.quote_form(row))

    def quote_form(self, row: Row, what: WhatIf | None = None) -> QuoteForm:
        """The form for a quote; after a what-if what was turned is filled in."""
        from widgets.handoff.quote_text import filled_in
        from widgets.handoff.quotes import QuoteForm

        given = None
        if what is not None:
            price = row.verdict.price
            quoted = price is not None and price.kind == "quote"
            given = filled_in(row.quote if quoted else None, what)
        currency = self._screen.state.settings.currency
        return QuoteForm(row.task, currency, self._today, fresh_id, given)

    def _rating(
        self, wish: Literal["marks", "tedium", "growth", "skill", "like"], row: Row
    ) -> ModalScreen[None]:
        if wish == "marks":
            from widgets.marks import MarksScreen

            return MarksScreen(row.verdict.profile)
        from widgets.rating import RatingScreen

        return RatingScreen(row.verdict.profile, wish)

    def _question(
        self, wish: Literal["export", "invoice", "quality", "share"], row: Row
    ) -> ModalScreen[None] | None:
        from widgets.handoff import asking

        if wish == "share":
            survey = self._screen.survey
            task = survey.tasks.get(row.task) if survey is not None else None
            return asking.ask_share(row.task, task.share if task is not None else None)
        if wish == "export":
            if row.filed.brief is None:
                self._say("Nothing is written about it yet: b begins the brief.")
                return None
            return asking.ask_file(row.filed.brief, row.standing)
        if stage_of(row) not in AWAY:
            self._say("It is still yours: ] moves it on, to a trial and then to other hands.")
            return None
        papers = self._screen.survey.papers if self._screen.survey is not None else ()
        if wish == "invoice":
            currency = self._screen.state.settings.currency
            return asking.ask_invoice(row.task, currency, self._today, fresh_id, papers)
        return asking.ask_quality(row.task, self._today, fresh_id, papers)

    def _copy(self, row: Row) -> None:
        if row.filed.brief is None:
            self._say("Nothing is written about it yet: b begins the brief.")
        else:
            self._screen.post_message(BriefSent(row.filed.brief, row.standing))

    def _put_off(self, row: Row, decision: Literal["keep", "later"]) -> None:
        from datetime import timedelta

        until = self._today + timedelta(days=LATER_DAYS) if decision == "later" else None
        held = row.filed.later
        later = Later(
            id=held.id if held is not None else fresh_id(),
            task=row.task,
            decision=decision,
            verdict=row.verdict.verdict,
            day=self._today,
            until=until,
        )
        label = f"kept {row.task}" if decision == "keep" else f"put {row.task} off"
        self._screen.post_message(Wanted(File((later,), label)))

    def _move(self, row: Row, stage: str) -> None:
        if not stage:
            self._say("This is the end of the way: [ takes it back.")
            return
        papers = self._screen.survey.papers if self._screen.survey is not None else ()
        still = questions_open(row.filed.brief) if stage not in LEAVES else ()
        if still:
            self._say(f"First the brief must say: {', '.join(still)}. b writes it.")
            return
        numbers = row.verdict.numbers
        promise = promise_of(numbers) if numbers is not None else None
        try:
            wanted = advance(row.task, stage, self._today, papers, promise, fresh_id)
        except WorthwhileError as error:
            self._say(str(error))
        else:
            self._screen.post_message(Wanted(wanted))
