"""A log as the audit sees it, made by hand: standings, papers, and the verdicts on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tracker.audit.categorise import Catalogue
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.standing import Facts, Standing
from tracker.audit.survey import Survey
from tracker.audit.worth.came import came
from tracker.audit.worth.case import NO_PAPERS, Extent, Ground, case_of, papers_by_task
from tracker.audit.worth.defaults import TIMES_A_MONTH
from tracker.audit.worth.judge import judge_all
from tracker.audit.worth.profile import profile_of, worth_of_an_hour
from tracker.domain.papers import Bill, Brief, Check, Handoff, Move, Promise, Quote
from tracker.domain.settings import Settings
from tracker.domain.task import Task
from tracker.store.categories import load_categories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.pilot.stage import Owner
    from tracker.domain.book import Log
    from tracker.domain.papers import Paper

TODAY = date(2026, 11, 19)
CATALOGUE = Catalogue(load_categories())
STEP = {"daily": 1, "weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91, "none": 40}


def standing(
    task: str,
    cadence: str = "weekly",
    minutes: int = 60,
    times: int = 12,
    *,
    status: str = "established",
    pattern: str = "",
    per_month: float | None = None,
) -> Standing:
    """``task`` logged ``times`` times, the last time three days ago, for ``minutes`` each."""
    last = TODAY - timedelta(days=3)
    days = tuple(last - timedelta(days=STEP.get(cadence, 2) * n) for n in range(times))[::-1]
    each = per_month if per_month is not None else TIMES_A_MONTH.get(cadence, 0.0)
    named = cadence if status in ("established", "likely", "declared") else "none"
    found = Finding(
        cadence=named,
        pattern=pattern,
        confidence=0.99,
        status=status,
        occurrences=times,
        since=days[0],
        last=last,
        next_due=None,
        tentative=cadence if status == "tentative" else "",
        decide_after=date(2026, 12, 5) if status == "tentative" else None,
        per_month=each,
    )
    seconds = minutes * 60
    return Standing(
        task=task, found=found, declared=None, cadence=named, pattern=pattern, confidence=0.99,
        status=status, occurrences=times, since=days[0], last=last, next_due=None, loose=False,
        paused_until=None, disagreement="", usual_seconds=seconds,
        fastest_seconds=seconds * 3 // 4, slowest_seconds=seconds * 3 // 2, per_month=each,
        hours_per_month=seconds / 3600 * each, cells=(), due="", done_today=False,
        facts=Facts(task, days, (seconds,) * times),
    )  # fmt: skip


def surveyed(
    standings: Iterable[Standing],
    tasks: Iterable[Task] = (),
    papers: Iterable[Paper] = (),
    settings: Settings | None = None,
    logged: float = 2080.0,
) -> Survey:
    """What the audit says of it, by the same functions as of a real log."""
    settings = settings or Settings(answered=True)
    standings, papers = tuple(standings), tuple(papers)
    records = {task.name: task for task in tasks}
    hour = worth_of_an_hour(settings, logged)
    filed = papers_by_task(papers, TODAY)
    ground = Ground(CATALOGUE, settings, hour, Extent(200, 40.0), TODAY)
    cases = [
        case_of(each, records.get(each.task), filed.get(each.task.casefold(), NO_PAPERS), ground)
        for each in standings
    ]
    looked = Survey(
        as_of=TODAY,
        standings=standings,
        verdicts=judge_all(cases, settings.budget),
        profiles={
            each.task: profile_of(each.task, records.get(each.task), CATALOGUE, settings)
            for each in standings
        },
        tasks=records,
        papers=papers,
        hour=hour,
        logged_hours=logged,
        currency=settings.currency,
    )
    away = {
        paper.task.casefold(): [
            (day, seconds, False)
            for each in standings
            if each.task == paper.task
            for day, seconds in zip(each.facts.days, each.facts.seconds, strict=True)
            if day >= paper.since
        ]
        for paper in papers
        if isinstance(paper, Handoff) and paper.stage in ("trial", "handed-off")
    }
    return looked.replace(came=came(looked, away))


BRIEF = Brief(
    id="brief",
    task="Bookkeeping",
    goals="Books closed by the 5th without me",
    objectives="Every receipt booked, bank reconciled",
    success="Two months in a row without a correction",
    steps=("export the bank", "match receipts", "ask about what is left", "close the month"),
    updated=date(2026, 11, 12),
)
"""Three of the four questions answered."""

PROMISE = Promise(
    freed_hours=9.75, cash=433.33, price_per_hour=51.28, break_even_rate=200.0, upfront=4000.0,
    own_hours=10.83, hour_value=256.41, rate=40.0,
)  # fmt: skip


def studio() -> tuple[tuple[Standing, ...], tuple[Task, ...], tuple[Paper, ...]]:
    """A studio with candidates, guards, a trial, a one-off and something too young to say."""
    standings = (
        standing("Bookkeeping", "monthly", 190, pattern="last business day"),
        standing("Invoicing", "weekly", 80, 30, pattern="Mondays"),
        standing("Email triage", "daily", 35, 80, pattern="weekdays"),
        standing("Payroll", "monthly", 75, pattern="last Friday"),
        standing("Data entry", "weekly", 60, 20),
        standing("Proposal writing", "weekly", 150, 20),
        standing("Sign contracts", "biweekly", 25, 10),
        standing("Customer calls", "weekly", 90, 20),
        standing("Sales tax", "quarterly", 240, 4),
        standing("Website fixes", "as-needed", 60, 12, per_month=2.0),
        standing("Reading old reports", "weekly", 30, 15),
        standing("Supplier chat", "weekly", 15, 3, status="tentative"),
        standing("Office move", "none", 300, 1, status="none"),
    )
    dull: dict[str, Any] = {"tedium": 5, "growth": 1, "skill": 2, "like": 1, "necessary": True}
    tasks = (
        Task("Bookkeeping", **dull),
        Task("Invoicing", category="invoicing", **dull),
        Task("Payroll", tedium=4, growth=1, skill=2),
        Task("Data entry", **dull),
        Task("Proposal writing", core=True),
        Task("Sign contracts", only_me=True, tedium=4, growth=1),
        Task("Customer calls", growth=5),
        Task("Sales tax", **dull),
        Task("Website fixes", tedium=3, growth=2, skill=4),
        Task("Reading old reports", necessary=False),
    )
    trial = Handoff(
        id="trial",
        task="Data entry",
        moves=(Move("briefed", date(2026, 10, 5)), Move("trial", date(2026, 11, 2))),
        to="Kim",
        promise=PROMISE,
    )
    papers: tuple[Paper, ...] = (
        BRIEF,
        trial,
        Quote("q1", "Bookkeeping", "firm", "hourly", 40.0, "USD", date(2026, 11, 3), source="Kim"),
        Quote("q2", "Bookkeeping", "assistant", "monthly", 390.0, "USD", date(2026, 10, 3)),
        Bill("b1", "Data entry", date(2026, 11, 16), 198.5, "USD", 5.0),
        Check("c1", "Data entry", date(2026, 11, 16), 4, 1),
    )
    return standings, tasks, papers


def audited(log: Log, standings: tuple[Standing, ...], owner: Owner) -> Callable[[], Survey]:
    """Looks at ``log`` as the audit does, but for how often things come back."""
    return lambda: surveyed(standings, log.tasks(), log.papers(), owner.load())


def fair() -> tuple[Standing, ...]:
    """Eleven weeks of client work, and a fair that filled the last two of them."""
    client = dated("Client work", range(3, 80), 6 * 3600)
    return (client, dated("Fair stand", range(3, 17), 3 * 3600))


def dated(task: str, back: Iterable[int], seconds: int) -> Standing:
    """``task`` on the weekdays so many days ago, ``seconds`` each; it is not known to come back."""
    days = (TODAY - timedelta(days=each) for each in sorted(back, reverse=True))
    worked = tuple(day for day in days if day.weekday() < 5)
    facts = Facts(task, worked, (seconds,) * len(worked))
    return standing(task, "none", seconds // 60, 1, status="none").replace(facts=facts)
