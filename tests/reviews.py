"""A week to look back on: a gap, an overlap, an unrated task, candidates and a trial."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.fakes import MemoryStore, entry
from tests.handed import audited, studio
from tests.pilot.stage import Clock, Owner, stage
from tracker.domain.papers import Review

if TYPE_CHECKING:
    from tracker.app import WorthwhileApp

LAST = Review(
    "2026-W46", "plan", date(2026, 11, 13), date(2026, 11, 13), "Two proposals out before Thursday"
)
WEEK = "2026-W47"


def week() -> MemoryStore:
    """Monday to Thursday morning of the studio, and last week's review, closed."""
    _, tasks, papers = studio()
    return MemoryStore.of(
        entry("Email triage", "09:00", "10:00", day="2026-11-16", entry_id="email"),
        entry("Customer calls", "10:30", "12:00", day="2026-11-16", entry_id="calls"),
        entry("Proposal writing", "09:00", "11:00", day="2026-11-17", entry_id="proposal"),
        entry("Invoicing", "10:30", "11:30", day="2026-11-17", entry_id="invoicing"),
        entry("Office garden", "09:00", "10:00", day="2026-11-18", entry_id="garden"),
        entry("Customer calls", "10:00", "12:00", day="2026-11-18", entry_id="more-calls"),
        entry("Customer calls", "08:00", "09:30", entry_id="today", project="Acme"),
        *(
            entry("Customer calls", "09:00", "15:00", day=f"2026-{day}", entry_id=f"calls-{day}")
            for day in ("11-10", "11-12", "11-03", "10-27")
        ),
        tasks=tasks,
        papers=(*papers, LAST),
    )


def reviewing(log: MemoryStore | None = None, clock: Clock | None = None) -> WorthwhileApp:
    """The app on that week, with the audit looking at its papers as they are."""
    log = log or week()
    owner = Owner()
    return stage(log, owner=owner, clock=clock, survey=audited(log, studio()[0], owner))
