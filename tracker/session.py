"""The app without its screens: reads the log for a day, carries out wishes; knows no Textual.

Everything here may be called from a worker thread; one change at a time is the caller's care.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from tracker.calendar.local import local_day
from tracker.calendar.local import zone as zone_of
from tracker.domain.papers import Review
from tracker.domain.period import week_of
from tracker.intents.decide import decide
from tracker.intents.intent import Moment
from widgets.assemble import Reading, assemble, frame, next_undo
from widgets.nudge import nudge_words, overdue, review_comes, review_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from tracker.audit.review.review import Advice, Looked
    from tracker.audit.survey import Survey
    from tracker.desk import Desk
    from tracker.domain.book import Change
    from tracker.domain.settings import Settings
    from tracker.intents.intent import Intent
    from tracker.reporting import Reporter
    from tracker.reviewing import Reviewer
    from widgets.state import TodayState

VOCABULARY = 150
"""How many of the newest entries the completion knows by recency: some two weeks of them."""

HISTORY = (12, 1000)
"""How many changes are looked at for the words of undo; more only after many undos in a row."""


class Session:
    """One sitting at the desk.

    Attributes:
        day: What is shown; ``None`` is today, and follows midnight.
    """

    def __init__(self, desk: Desk) -> None:
        """Nothing is read yet."""
        self._desk = desk
        self._stamp: tuple[object, ...] = ()
        self.day: date | None = None

    def now(self) -> datetime:
        """What the clock says."""
        return self._desk.now()

    def read(self) -> TodayState:
        """The day and its week as the log has them now.

        Raises:
            WorthwhileError: The log or the settings cannot be read.
        """
        desk = self._desk
        self._stamp = desk.log.stamp()
        settings = desk.load_settings()
        framed = frame(self.day, desk.now(), settings.zone or desk.zone, settings)
        said = Reading(
            entries=desk.log.entries(*framed.range),
            latest=desk.log.latest(VOCABULARY),
            running=desk.log.running(),
            tasks=desk.log.tasks(),
            changes=self._changes(),
            suggestions=desk.log.suggestions(),
            papers=desk.log.papers(),
        )
        return assemble(framed, said, settings, desk.catalogue)

    def survey(self) -> Survey:
        """What the audit says of the whole log now; takes a while on a long one.

        Raises:
            WorthwhileError: The log or the settings cannot be read.
        """
        desk = self._desk
        if desk.survey is not None:
            return desk.survey()
        from tracker.auditing import survey

        settings = desk.load_settings()
        zone = settings.zone or desk.zone
        return survey(desk.log, settings, zone, desk.catalogue, desk.now(), kept=desk.kept())

    def look(self) -> tuple[Survey, str]:
        """The survey, and what to say of what is overdue: empty where nothing, or not again today.

        Raises:
            WorthwhileError: The log or the settings cannot be read.
        """
        survey = self.survey()
        if not self._desk.load_settings().remind:
            return survey, ""
        names = self._desk.fresh(survey.as_of, [one.task for one in overdue(survey)])
        return survey, nudge_words(survey, names) if names else ""

    def reviewer(self) -> Reviewer:
        """Looks back on periods of the log as it is now: ask for a new one after a change.

        Raises:
            WorthwhileError: The settings cannot be read.
        """
        from tracker.reviewing import Reviewer

        desk = self._desk
        settings = desk.load_settings()
        zone = settings.zone or desk.zone
        return Reviewer(desk.log, settings, zone, desk.catalogue, desk.now())

    def advice(self, reviewer: Reviewer, looked: Looked) -> Advice:
        """What the audit adds to a look back; takes a while where that day was never asked about.

        Raises:
            WorthwhileError: The log or the settings cannot be read.
        """
        from tracker.auditing import survey

        desk = self._desk
        settings = desk.load_settings()
        found = survey(
            desk.log,
            settings,
            settings.zone or desk.zone,
            desk.catalogue,
            desk.now(),
            as_of=looked.as_of,
            kept=desk.kept(),
        )
        return reviewer.advise(looked, found)

    def bell(self) -> str:
        """What to say of the review whose hour has come.

        Empty where its review is closed or begun, where the owner was told already, wants no
        reminders, or has nothing logged; said once also where the app is opened later.

        Raises:
            WorthwhileError: The log or the settings cannot be read.
        """
        desk = self._desk
        settings = desk.load_settings()
        now = desk.now()
        local = now.astimezone(zone_of(settings.zone or desk.zone))
        came = review_comes(local, settings)
        week = week_of(came.date(), settings.week_start)
        kept = any(one.id == week.id for one in self.reviews())
        if not settings.remind or kept or not self._logged(came.astimezone(UTC)):
            return ""
        return review_words(week.title) if desk.rings(came.date()) else ""

    def _logged(self, before: datetime) -> bool:
        """Whether anything was logged in the week up to ``before``."""
        return bool(self._desk.log.entries(before - timedelta(days=7), before))

    def reviews(self) -> tuple[Review, ...]:
        """Every review that is kept, the newest period first; raises WorthwhileError."""
        found = [one for one in self._desk.log.papers() if isinstance(one, Review)]
        return tuple(sorted(found, key=lambda one: (str(one.begun or ""), one.id), reverse=True))

    def settings(self) -> Settings:
        """The owner's answers; raises WorthwhileError."""
        return self._desk.load_settings()

    def today(self) -> date:
        """The local day it is; raises WorthwhileError."""
        settings = self._desk.load_settings()
        zone = settings.zone or self._desk.zone
        return local_day(self._desk.now(), zone, settings.day_start)

    def reporter(self) -> Reporter:
        """Answers reports from the log as it is now.

        Raises:
            WorthwhileError: The log or the settings cannot be read.
        """
        from tracker.reporting import Reporter

        desk = self._desk
        settings = desk.load_settings()
        zone = settings.zone or desk.zone
        return Reporter(desk.log, settings, zone, desk.catalogue, desk.now())

    def _changes(self) -> tuple[Change, ...]:
        """The newest changes, as far back as it takes to know what undo would take back."""
        few, many = HISTORY
        changes = self._desk.log.changes(few)
        if len(changes) < few or next_undo(changes):
            return changes
        return self._desk.log.changes(many)

    def outdated(self, state: TodayState) -> bool:
        """Whether midnight has passed or anything on disk differs from when it was read.

        Looks at file stats only, which takes a fraction of a millisecond.
        """
        now = self._desk.now().timestamp()
        turned = self.day is None and not state.day.start <= now < state.day.stop
        return turned or self._desk.log.stamp() != self._stamp

    def carry_out(self, intent: Intent, *, trim: bool = False) -> Change:
        """Do what is wanted; returns once it is durable.

        Raises:
            WorthwhileError: It was refused, or the log cannot be written; nothing changed.
        """
        desk = self._desk
        zone = desk.load_settings().zone or desk.zone
        moment = Moment(desk.now(), zone, desk.new_id)
        return desk.log.change(lambda book: decide(intent, book, moment, trim=trim))

    def undo(self) -> Change:
        """Take back the last change; raises Refused where there is none."""
        return self._desk.log.undo()

    def redo(self) -> Change:
        """Apply again what was undone; raises Refused where there is nothing."""
        return self._desk.log.redo()

    def save_settings(self, changes: Mapping[str, object]) -> None:
        """Keep what the owner answered; raises WorthwhileError."""
        self._desk.save_settings(changes)

    def running(self) -> str:
        """The task that runs; empty where none does."""
        entries = self._desk.log.running()
        return entries[-1].task if entries else ""
