"""What a decision of the review wants of the log, and the questions it asks."""

from __future__ import annotations

from os import urandom
from typing import TYPE_CHECKING

from tracker.audit.review.decide import Question, Trial
from tracker.domain.errors import InvalidValue, WorthwhileError
from tracker.domain.filed import filed_of
from tracker.intents.handoff import advance
from tracker.intents.review import put_off
from widgets.messages import Wanted

if TYPE_CHECKING:
    from textual.message import Message

    from tracker.domain.period import Period
    from tracker.intents.intent import File
    from widgets.ask import AskScreen
    from widgets.frame import FramedScreen
    from widgets.review.decide_view import Decision


def fresh_id() -> str:
    """A random id for a paper, as long as those of entries."""
    return urandom(8).hex()


def decided(screen: FramedScreen, what: Decision, about: Question | Trial) -> None:
    """Open the brief, or file what was decided."""
    if what == "brief":
        _brief(screen, about.task)
        return
    try:
        wanted = _filed(screen, what, about)
    except WorthwhileError as error:
        screen.notify(str(error), severity="warning", markup=False)
    else:
        screen.post_message(Wanted(wanted))


def _filed(screen: FramedScreen, what: Decision, about: Question | Trial) -> File:
    today = screen.state.today.date
    papers = screen.survey.papers if screen.survey is not None else ()
    if isinstance(about, Question):
        decision = "keep" if what == "keep" else "later"
        return put_off(about.task, about.verdict, decision, today, papers, fresh_id)
    stage = "handed-off" if what == "keep" else "taken-back"
    return advance(about.task, stage, today, papers, None, fresh_id)


def _brief(screen: FramedScreen, task: str) -> None:
    from widgets.handoff.brief import BriefScreen

    survey = screen.survey
    papers = survey.papers if survey is not None else ()
    standings = survey.standings if survey is not None else ()
    standing = next((one for one in standings if one.task == task), None)
    brief = filed_of(task, papers).brief
    today = screen.state.today.date
    screen.app.push_screen(BriefScreen(brief, task, standing, today, fresh_id))


def exporting(screen: FramedScreen, period: Period) -> AskScreen:
    """In which file; its ending says the format."""
    from widgets.ask import AskScreen
    from widgets.review.messages import ExportWanted

    def read(text: str) -> Message:
        if not text.strip():
            raise InvalidValue("Type the name of a file, such as review.html.")
        return ExportWanted(screen, period, text.strip())

    hint = "The ending says the format: .html, .md or .json. In which file?"
    name = f"review-{period.id}.html"
    return AskScreen(f"Export {period.title}", hint, name, read)
