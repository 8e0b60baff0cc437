"""Surveys made by hand: what the audit might say, without asking it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tracker.audit.categorise import Catalogue
from tracker.audit.recurrence.finding import Finding
from tracker.audit.recurrence.standing import Cell, Facts, Standing
from tracker.audit.survey import Survey
from tracker.audit.worth.profile import profile_of, worth_of_an_hour
from tracker.domain.settings import Settings
from tracker.domain.task import Task
from tracker.store.categories import load_categories

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.cadence import Cadence

AS_OF = date(2026, 11, 19)
CATALOGUE = Catalogue(load_categories())
SHORT = {"#": "done", "~": "late", "x": "missed", "!": "due", "o": "open", ".": "before",
         "=": "paused"}  # fmt: skip
STEP = {"daily": 1, "weekly": 7, "biweekly": 14, "monthly": 30, "quarterly": 91}


def standing(
    task: str,
    cadence: str = "weekly",
    cells: str = "########",
    *,
    usual: int = 1800,
    per_month: float = 52 / 12,
    status: str = "established",
    declared: Cadence | None = None,
    **rest: Any,
) -> Standing:
    """One row of the chart; ``cells`` is written as in :data:`SHORT`."""
    step = STEP.get(cadence, 7)
    days = tuple(AS_OF - timedelta(days=step * back) for back in range(len(cells), 0, -1))
    done = tuple(day for day, cell in zip(days, cells, strict=True) if cell in "#~")
    found = Finding(
        cadence=cadence,
        pattern=rest.get("pattern", ""),
        confidence=rest.get("confidence", 0.995),
        status=status if status != "declared" else "established",
        occurrences=len(done),
        since=done[0] if done else None,
        last=done[-1] if done else None,
        next_due=rest.get("next_due"),
        reasons=rest.pop("reasons", ("Logged in most weeks.",)),
        odds=rest.pop("odds", ((cadence, 0.995), ("none", 0.005))),
    )
    made: dict[str, Any] = {
        "task": task,
        "found": found,
        "declared": declared,
        "cadence": cadence,
        "pattern": "",
        "confidence": 0.995,
        "status": status,
        "occurrences": len(done),
        "since": found.since,
        "last": found.last,
        "next_due": None,
        "loose": False,
        "paused_until": None,
        "disagreement": "",
        "usual_seconds": usual,
        "fastest_seconds": usual // 2,
        "slowest_seconds": usual * 2,
        "per_month": per_month,
        "hours_per_month": usual * per_month / 3600,
        "cells": tuple(Cell(day, SHORT[cell]) for day, cell in zip(days, cells, strict=True)),
        "due": "",
        "done_today": False,
        "facts": Facts(
            task,
            done,
            tuple(usual + (index * 7 % 5 - 2) * usual // 8 for index, _ in enumerate(done)),
        ),
    }
    return Standing(**{**made, **rest})


def survey(
    *standings: Standing,
    tasks: Iterable[Task] = (),
    settings: Settings | None = None,
    **rest: Any,
) -> Survey:
    """A survey of these; whoever has no record is as its category assumes."""
    settings = settings or Settings(answered=True)
    known = {task.name: task for task in tasks}
    made: dict[str, Any] = {
        "as_of": AS_OF,
        "standings": standings,
        "verdicts": (),
        "profiles": {
            one.task: profile_of(one.task, known.get(one.task), CATALOGUE, settings)
            for one in standings
        },
        "tasks": known,
        "papers": (),
        "hour": worth_of_an_hour(settings),
        "logged_hours": 0.0,
        "currency": settings.currency,
    }
    return Survey(**{**made, **rest})
