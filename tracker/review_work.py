"""Carries what the review's screen asks to a worker thread, and the answers back."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.audit.review.document import advice_of, differences, kept, see_of
from tracker.audit.review.review import steps_of
from tracker.domain.errors import Refused, WorthwhileError
from tracker.domain.papers import Review
from tracker.domain.period import before, week_of
from tracker.intents import review as moves
from tracker.sending import keep
from widgets.messages import Wanted
from widgets.review.messages import (
    Advised,
    CloseWanted,
    ExportWanted,
    LookedBack,
    LookWanted,
    NotReviewed,
)
from widgets.review.state import Reviewed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.app import App

    from tracker.audit.review.review import Advice, Looked
    from tracker.audit.survey import Survey
    from tracker.domain.period import Period
    from tracker.intents.intent import File
    from tracker.reviewing import Reviewer
    from tracker.session import Session
    from widgets.review.messages import ReviewAsk

_FORMATS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json"}


class ReviewWork:
    """Looks back, closes and writes, off the event loop; only the last look is answered."""

    def __init__(
        self, app: App[None], session: Session, survey: Callable[[], Survey | None]
    ) -> None:
        """Run workers on ``app``; ``survey`` gives what was found of the whole log last."""
        self._app = app
        self._session = session
        self._survey = survey

    def hear(self, asked: ReviewAsk) -> None:
        """Do what the screen asks."""
        if isinstance(asked, LookWanted):
            self._app.run_worker(self._look(asked), group="review", exclusive=True)
        elif isinstance(asked, CloseWanted):
            self._app.run_worker(self._close(asked), group="change")
        elif isinstance(asked, ExportWanted):
            self._app.run_worker(self._export(asked), group="send")

    async def _look(self, asked: LookWanted) -> None:
        session = self._session
        try:
            reviewer = await asyncio.to_thread(session.reviewer)
            reviewed = await asyncio.to_thread(self._reviewed, reviewer, asked.period)
            asked.origin.post_message(LookedBack(reviewed))
            if reviewed.advice is None:
                advice = await asyncio.to_thread(self._advice, reviewer, reviewed.looked)
                if advice is not None:
                    asked.origin.post_message(Advised(reviewed.period.id, advice))
        except WorthwhileError as error:
            asked.origin.post_message(NotReviewed(error))

    def _reviewed(self, reviewer: Reviewer, period: Period | None) -> Reviewed:
        papers = self._session.reviews()
        looked = reviewer.look(period or self._turn(reviewer, papers))
        found = Reviewed(
            looked=looked,
            see=looked.see,
            today=reviewer.today,
            fixes={one.key: reviewer.fixes(one) for one in looked.findings},
            stored=papers,
            titles=reviewer.titles,
        )
        if not looked.closed or looked.paper is None:
            return found
        then = kept(looked.paper.seen)
        if then is None:
            return found
        changed = differences(then, reviewer.document(looked, None))
        return found.replace(see=see_of(then), differences=changed, advice=advice_of(then))

    def _turn(self, reviewer: Reviewer, papers: tuple[Review, ...]) -> Period:
        """The week it is; before its day comes, the last one where it was begun and left open."""
        settings = self._session.settings()
        week = week_of(reviewer.today, settings.week_start)
        last = before(week)
        left = any(it.id == last.id and it.finished is None for it in papers)
        comes = (settings.review_day - settings.week_start) % 7
        return last if left and reviewer.today < week.first + timedelta(days=comes) else week

    def _advice(self, reviewer: Reviewer, looked: Looked) -> Advice | None:
        """From what was found last where that is of the same day."""
        if looked.as_of == reviewer.today:
            survey = self._survey()
            return reviewer.advise(looked, survey) if survey is not None else None
        return self._session.advice(reviewer, looked)

    def _document(self, period: Period | None, *, closing: str | None) -> tuple[Looked, Any]:
        """What is kept of a review, or of a closed one what was."""
        reviewer = self._session.reviewer()
        if period is None:
            period = week_of(reviewer.today)
        looked = reviewer.look(period)
        if closing is None and looked.closed and looked.paper is not None:
            then = kept(looked.paper.seen)
            if then is not None:
                return looked, then
        if closing is not None:
            last = steps_of(period.kind)[-1]
            paper = looked.paper or Review(period.id, last, begun=reviewer.today)
            paper = paper.replace(step=last)
            looked = looked.replace(paper=paper)
            shut = moves.close(paper, "", reviewer.today, closing)
            looked_then = looked.replace(paper=_kept(shut))
            advice = self._session.advice(reviewer, looked)
            return looked, reviewer.document(looked_then, advice)
        return looked, reviewer.document(looked, self._session.advice(reviewer, looked))

    async def _close(self, asked: CloseWanted) -> None:
        try:
            looked, seen = await asyncio.to_thread(
                self._document, asked.period, closing=asked.intention
            )
            if looked.paper is None:
                return
            text = json.dumps(seen, ensure_ascii=False)
            wish = moves.close(looked.paper, text, self._session.today(), asked.intention)
        except WorthwhileError as error:
            asked.origin.post_message(NotReviewed(error))
        else:
            self._app.post_message(Wanted(wish, origin=asked.origin))

    async def _export(self, asked: ExportWanted) -> None:
        try:
            place = await asyncio.to_thread(self._write, asked)
        except WorthwhileError as error:
            self._app.notify(str(error), severity="warning", markup=False)
        else:
            self._app.notify(f"Wrote the review to {place}", markup=False)

    def _write(self, asked: ExportWanted) -> Path:
        ending = Path(asked.path).suffix.lower()
        if ending not in _FORMATS:
            raise Refused("The name says the format: let it end in .md, .html or .json.")
        _, document = self._document(asked.period, closing=None)
        return keep("".join(self._text(_FORMATS[ending], document)), asked.path, "the review")

    def _text(self, form: str, document: Any) -> list[str]:
        if form == "json":
            return [json.dumps(document, ensure_ascii=False, indent=2), "\n"]
        from tracker.exchange.review_sheet import sheet

        page = sheet(document, made=f"Made by worthwhile on {self._session.today().isoformat()}.")
        if form == "html":
            from tracker.exchange.review_html import html

            return list(html(page))
        from tracker.exchange.review_markdown import markdown

        return list(markdown(page))


def _kept(wish: File) -> Review:
    """The one review that a move files."""
    return next(it for it in wish.papers if isinstance(it, Review))
