"""The tasks of screen 3 in their sections: what to hand off, what is kept and at what price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.audit.worth.budget import within
from tracker.audit.worth.overload import too_full, too_long
from tracker.audit.worth.price import by_a_service
from tracker.domain.filed import Filed, by_task
from tracker.domain.format import money
from tracker.domain.settings import Settings
from tracker.domain.value import Value
from widgets.handoff.placing import placed
from widgets.tones import QUIET

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.audit.worth.budget import Within
    from tracker.audit.worth.realised import Realised
    from tracker.audit.worth.verdict import Verdict
    from tracker.domain.papers import Quote

NO_PAPERS = Filed()


class Row(Value):
    """One task in one section.

    Attributes:
        section: Id of the section.
        hours: A month, of the owner's time; those that come back where it is in other hands.
        cost: Those hours at the hour value, in the currency.
        label: One or two words: what holds it, or where it stands.
        words: What to do, or what it takes, in a few words.
        tone: Style of whichever of the two says most.
        fits: Whether it is among those a budget pays for; ``None`` where no budget is set.
        standing: ``None`` where the task is known by name alone.
        came: What came of it in other hands; ``None`` before its trial.
    """

    section: str
    task: str
    verdict: Verdict
    hours: float
    cost: float
    label: str
    words: str
    tone: str
    filed: Filed
    standing: Standing | None
    fits: bool | None = None
    came: Realised | None = None

    @property
    def quote(self) -> Quote | None:
        """The quote that the verdict reckons with; ``None`` where it is by none of them."""
        case = self.verdict.case
        if case is None or case.as_of is None:
            return self.filed.quote
        service = by_a_service(self.verdict.price)
        return self.filed.counting(case.currency, case.as_of, service=service)

    @property
    def key(self) -> tuple[str, str]:
        """What a cursor stays on when the rows change."""
        return (self.section, self.task)


class Section(Value):
    """A heading and its rows.

    Attributes:
        sums: What they come to, in wordings from long to short.
    """

    id: str
    title: str
    sums: tuple[str, ...]
    rows: tuple[Row, ...]


class Board(Value):
    """Everything that screen 3 draws.

    Attributes:
        ready: False until the whole log was looked at for the first time.
        settings: For currency, hour value and budget.
        notices: What to know before the tasks: weeks that are too full, or long without growth.
    """

    ready: bool
    as_of: date | None = None
    settings: Settings = Settings()
    sections: tuple[Section, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, in order."""
        return tuple(row for section in self.sections for row in section.rows)

    def money(self, amount: float) -> str:
        """``amount`` in the owner's currency, to the cent."""
        return money(amount, self.settings.currency)


EMPTY = Board(ready=False)


def first(board: Board) -> Row | None:
    """Where a cursor begins: the first candidate, else the first task."""
    rows = board.rows
    return next((row for row in rows if row.section == "candidates"), rows[0] if rows else None)


def board(survey: Survey, settings: Settings) -> Board:
    """The sections of ``survey``; empty ones are left out."""
    papers = by_task(survey.papers)
    standings = {standing.task.casefold(): standing for standing in survey.standings}
    rows = [
        _row(verdict, standings, papers, settings).replace(
            came=survey.came.get(verdict.task.casefold())
        )
        for verdict in survey.verdicts
    ]
    rows += [
        row.replace(
            section="procedures",
            label=row.standing.cadence if row.standing else "",
            words="no steps yet",
            tone=QUIET,
        )
        for row in rows
        if row.verdict.needs_procedure and row.verdict.verdict != "stop"
    ]
    best = within(survey.verdicts, settings.budget)
    sections = tuple(
        Section(name, title, _sums(name, mine, settings, best), mine)
        for name, title in SECTIONS
        if (mine := tuple(sorted((r for r in rows if r.section == name), key=_ORDER[name])))
    )
    return Board(
        ready=True, as_of=survey.as_of, settings=settings, sections=sections,
        notices=_notices(survey, settings),
    )  # fmt: skip


def _notices(survey: Survey, settings: Settings) -> tuple[str, ...]:
    full, long = too_full(survey, settings), too_long(survey, settings)
    said = (full.advice() if full is not None else "", long.words if long is not None else "")
    return tuple(words for words in said if words)


SECTIONS = (
    ("away", "In other hands"),
    ("candidates", "Candidates"),
    ("kept", "Kept, and what it costs you"),
    ("early", "Too little seen yet"),
    ("once", "Does not come back"),
    ("procedures", "Needs a procedure"),
)
"""Id and title of every section, in order."""


def _by_score(row: Row) -> tuple[bool, float, str]:
    return (row.fits is False, -row.verdict.score, row.task)


def _by_cost(row: Row) -> tuple[float, str]:
    return (-row.cost, row.task)


def _by_use(row: Row) -> tuple[bool, float, str]:
    """A procedure is of most use for what could go soon."""
    return (not row.verdict.is_candidate, -row.cost, row.task)


_ORDER: dict[str, Callable[[Row], tuple[float | str, ...]]] = {
    "away": _by_score,
    "candidates": _by_score,
    "kept": _by_cost,
    "early": _by_cost,
    "once": _by_cost,
    "procedures": _by_use,
}


def _row(
    verdict: Verdict,
    standings: dict[str, Standing],
    papers: dict[str, Filed],
    settings: Settings,
) -> Row:
    name = verdict.task.casefold()
    standing, filed = standings.get(name), papers.get(name, NO_PAPERS)
    section, label, words, tone = placed(verdict, standing, filed)
    hours = verdict.numbers.own_hours if verdict.numbers is not None else verdict.own_hours
    if section == "away" and filed.handoff is not None and filed.handoff.promise is not None:
        hours = filed.handoff.promise.freed_hours
    if section == "once" and standing is not None:
        hours = sum(standing.facts.seconds) / 3600
    fits = verdict.within_budget if settings.budget and section == "candidates" else None
    return Row(
        section=section,
        task=verdict.task,
        verdict=verdict,
        hours=hours,
        cost=hours * settings.hour_value,
        label=label,
        words="over budget" if fits is False else words,
        tone=tone,
        filed=filed,
        standing=standing,
        fits=fits,
    )


def _sums(name: str, rows: tuple[Row, ...], settings: Settings, best: Within) -> tuple[str, ...]:
    """What the rows of a section come to, from the longest wording to the shortest."""
    hours = f"{sum(row.hours for row in rows):.1f} h"
    cost = money(sum(row.cost for row in rows), settings.currency)
    if name == "away":
        return (f"{hours} a month promised back", f"{hours} back")
    if name in ("early", "once", "procedures"):
        return (f"{len(rows)} {'task' if len(rows) == 1 else 'tasks'}", f"{len(rows)}")
    if name == "candidates" and settings.budget:
        fit = f"{sum(1 for row in rows if row.fits)} of {len(rows)} fit"
        freed = f"{best.freed_hours:.1f} h back"
        cap = best.cap_words(settings.currency)
        room = money(best.room, settings.currency)
        short = f"{room} left: {fit}" if best.committed > 0 else f"{fit} {room}"
        return (f"{fit} {cap}; {freed}", f"{fit} {cap}", f"{short}, {freed}", short, fit)
    return (f"{hours} and {cost} a month of your time", f"{hours} · {cost} a month", f"{hours}")
