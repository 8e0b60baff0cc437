"""Builds the review of a period from the log: what it shows at once, and what the audit adds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tracker.audit.review.decide import in_other_hands, questions, trials
from tracker.audit.review.document import document, kept
from tracker.audit.review.finding import Gap
from tracker.audit.review.fixes import fixes
from tracker.audit.review.frame import Frame, within
from tracker.audit.review.habits import habits
from tracker.audit.review.plan import planned
from tracker.audit.review.rate import to_rate
from tracker.audit.review.repair import Week, findings
from tracker.audit.review.review import Advice, Looked
from tracker.audit.review.see import Eyes, see
from tracker.audit.review.words import finding_words
from tracker.audit.worth.overload import long_week, overload
from tracker.audit.worth.profile import profile_of
from tracker.audit.worth.quoted import hourly_quotes
from tracker.auditing import own_time
from tracker.calendar.hours import hour_slots
from tracker.calendar.local import local_day, midnights
from tracker.calendar.local import zone as zone_of
from tracker.domain.errors import Refused
from tracker.domain.papers import Review
from tracker.domain.period import before
from tracker.domain.span import Amount, OpenSpan
from tracker.intents.review import review_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from tracker.audit.categorise import Catalogue
    from tracker.audit.review.finding import Finding
    from tracker.audit.survey import Survey
    from tracker.audit.totals import DayAmount, Stint
    from tracker.audit.worth.profile import Profile
    from tracker.domain.book import Log
    from tracker.domain.entry import Entry
    from tracker.domain.papers import Paper
    from tracker.domain.period import Period
    from tracker.domain.repair import Fix
    from tracker.domain.settings import Settings

LAST = 8
"""Periods that one is compared with."""
_DAY = 86_400
_A_DAY = timedelta(days=1)


class Reviewer:
    """Looks back on the periods of one log, as of one instant.

    Attributes:
        today: The local day it is.
    """

    def __init__(
        self, log: Log, settings: Settings, zone: str, catalogue: Catalogue, now: datetime
    ) -> None:
        """Nothing is read yet; ``zone`` is the owner's IANA name, ``now`` aware."""
        self._log = log
        self._settings = settings
        self._zone = zone
        self._tz = zone_of(zone)
        self._catalogue = catalogue
        self._now = now
        self.today = local_day(now, self._tz, settings.day_start)

    def local(self, instant: datetime) -> datetime:
        """``instant`` on the owner's clock."""
        return instant.astimezone(self._tz)

    def look(self, period: Period) -> Looked:
        """What the log alone tells of a period, today's included.

        Raises:
            Refused: It has not begun.
            StoreError: The log cannot be read.
        """
        if period.first > self.today:
            raise Refused(
                f"{period.title} ({period.id}) has not begun: there is nothing to review."
            )
        log, settings = self._log, self._settings
        weekly = period.kind == "week"
        frames = [self._frame(before(period, back)) for back in range(LAST + 1, 0, -1)]
        own = self._frame(period, hours=True)
        stints, amounts = log.stints(frames[0].start - _DAY, own.stop + _DAY)
        papers = log.papers()
        as_of = min(self.today, period.final)
        profiles = self._profiles(papers, as_of)
        eyes = Eyes(profiles, settings.hour_value, self.titles)
        seen = see(own, frames[1:], stints, amounts, eyes)
        paper = review_of(period, papers)
        this = {row.task: row.seconds for row in seen.tasks}
        sums = [_by_task(frame, stints, amounts) for frame in frames]
        return Looked(
            period=period,
            as_of=as_of,
            currency=settings.currency,
            hour_value=settings.hour_value,
            see=seen,
            findings=self._findings(own, frames, stints, profiles, paper),
            rate=to_rate(this, sums[1:], {name: profiles(name) for name in this}),
            paper=paper,
            last_intention=_intention(before(period), papers),
            overload=overload([*sums, this], profiles) if weekly else None,
            long_week=long_week(this, sums[1:], profiles, settings) if weekly else None,
        )

    def advise(self, looked: Looked, survey: Survey) -> Advice:
        """What the audit adds, from a survey as of ``looked.as_of``."""
        papers = self._log.papers()
        period = looked.period
        following = before(period, -1)
        own = own_time(survey, self._log, self._zone, self._settings.day_start)
        return Advice(
            hour=survey.hour,
            questions=questions(survey, papers, _last_verdicts(period, papers), self.today),
            trials=trials(survey, own, papers),
            planned=planned(survey.standings, following, looked.as_of, in_other_hands(papers))
            if period.kind == "week"
            else (),
            verdicts={verdict.task: verdict.verdict for verdict in survey.verdicts},
        )

    def document(self, looked: Looked, advice: Advice | None) -> dict[str, Any]:
        """The review as plain objects; what is kept when it is closed."""
        return document(looked, advice, lambda finding: finding_words(finding, self.local))

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """The ways to put it right, the likeliest first."""
        return fixes(finding, midday=isinstance(finding, Gap) and self._midday(finding))

    def _midday(self, gap: Gap) -> bool:
        """Whether a gap holds or touches the time around noon."""
        start, stop = self.local(gap.span.start), self.local(gap.span.stop)
        return start.date() == stop.date() and start.hour < 14 and stop.hour >= 11

    def _frame(self, period: Period, *, hours: bool = False) -> Frame:
        edges = midnights(period.first, period.last, self._tz, self._settings.day_start)
        numbers = range(period.first.toordinal(), period.last.toordinal())
        return Frame(
            period=period,
            days=tuple(date.fromordinal(number).isoformat() for number in numbers),
            midnights=tuple(edges),
            now=int(self._now.timestamp()),
            slots=hour_slots(edges, self._tz) if hours else (),
        )

    def _profiles(self, papers: Iterable[Paper], as_of: date) -> Callable[[str], Profile]:
        """Task name to profile, each worked out once; quotes count up to ``as_of``."""
        tasks = {task.name: task for task in self._log.tasks()}
        quotes = hourly_quotes(papers, self._settings.currency, as_of)
        found: dict[str, Profile] = {}

        def profile(name: str) -> Profile:
            if name not in found:
                task, quote = tasks.get(name), quotes.get(name.casefold())
                found[name] = profile_of(name, task, self._catalogue, self._settings, quote)
            return found[name]

        return profile

    @property
    def titles(self) -> dict[str, str]:
        """Category name to how it is shown."""
        return {category.name: category.title for category in self._catalogue.categories}

    def _findings(
        self,
        own: Frame,
        frames: Sequence[Frame],
        stints: Sequence[Stint],
        profiles: Callable[[str], Profile],
        paper: Review | None,
    ) -> tuple[Finding, ...]:
        """What may be wrong with a week; nothing for longer periods."""
        if own.period.kind != "week":
            return ()
        edges = (*(edge for frame in frames for edge in frame.midnights[:-1]), own.start)
        week = Week(
            frame=own,
            entries=self._entries(own),
            waiting=self._log.suggestions(),
            habits=habits(stints, edges),
            profile=profiles,
            fits=self._catalogue.fits,
            settled=frozenset(paper.settled) if paper is not None else frozenset(),
        )
        return findings(week)

    def _entries(self, own: Frame) -> tuple[Entry, ...]:
        """Those with clock time in the period, or an amount on a day of it."""
        start, stop = (datetime.fromtimestamp(edge, UTC) for edge in (own.start, own.stop))
        days = frozenset(own.days)
        return tuple(
            entry
            for entry in self._log.entries(start - _A_DAY, stop + _A_DAY)
            if (
                entry.when.day.isoformat() in days
                if isinstance(entry.when, Amount)
                else entry.when.start < stop
                and (isinstance(entry.when, OpenSpan) or entry.when.stop > start)
            )
        )


def _by_task(frame: Frame, stints: Sequence[Stint], amounts: Sequence[DayAmount]) -> dict[str, int]:
    """Seconds of each task in a period."""
    sums: dict[str, int] = {}
    for total in frame.totals(within(stints, frame), amounts).tasks:
        sums[total.task] = sums.get(total.task, 0) + total.seconds
    return sums


def _intention(period: Period, papers: Iterable[Paper]) -> str:
    """What was said for after ``period``."""
    review = review_of(period, papers)
    return review.intention if review is not None else ""


def _last_verdicts(period: Period, papers: Iterable[Paper]) -> Mapping[str, str]:
    """Task name to verdict as the last closed review before ``period``, as long as it, saw them."""
    closed = [
        it
        for it in papers
        if isinstance(it, Review) and it.seen and it.id < period.id and _kind(it.id) == period.kind
    ]
    seen = kept(max(closed, key=lambda it: it.id).seen) if closed else None
    verdicts: dict[str, str] = seen.get("verdicts", {}) if seen is not None else {}
    return verdicts


def _kind(review_id: str) -> str:
    if "W" in review_id:
        return "week"
    return "quarter" if "Q" in review_id else "month"
