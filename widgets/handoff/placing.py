"""Which section of screen 3 a task stands in, and the word or two that say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.tones import COST, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from datetime import date

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.worth.verdict import Verdict
    from tracker.domain.filed import Filed
    from tracker.domain.papers import Later

AWAY = ("trial", "handed-off")
"""Stages in which someone else does the work."""

Said = tuple[str, str, str, str]
"""Section, label, words, tone."""


def placed(verdict: Verdict, standing: Standing | None, filed: Filed) -> Said:
    """Where a task belongs and why, in the fewest words; a section of ``board.SECTIONS``."""
    if filed.handoff is not None and filed.stage in AWAY:
        tone = COST if filed.stage == "trial" else VALUE
        return (
            "away", filed.stage.replace("-", " "), f"since {_day(filed.handoff.since)}", tone
        )  # fmt: skip
    if verdict.is_candidate:
        return _put_off(verdict.later) if verdict.later is not None else _candidate(verdict)
    if verdict.verdict == "one-off":
        last = standing.last if standing is not None else None
        return "once", "one-off", f"last {_day(last)}" if last else "", QUIET
    if verdict.verdict == "too-little-data":
        decide = standing.found.decide_after if standing is not None else None
        words = f"decide after {_day(decide)}" if decide else "not enough logged"
        return "early", "too early", words, QUIET
    label, words = _guard(verdict)
    warn = verdict.verdict in ("stop", "not-yet", "not-worth-it")
    return "kept", label, words, COST if warn else QUIET


def _candidate(verdict: Verdict) -> Said:
    if verdict.verdict == "automate":
        return "candidates", "", "automate", VALUE
    if verdict.verdict == "candidate-if-reinvested":
        return "candidates", "", "if reinvested", COST
    return "candidates", "", "good first one" if verdict.good_first else "hand off", VALUE


def _put_off(later: Later) -> Said:
    if later.decision == "keep":
        return "kept", "you keep it", f"decided {_day(later.day)}", QUIET
    return "kept", "put off", f"until {_day(later.until)}" if later.until else "for now", QUIET


def _guard(verdict: Verdict) -> tuple[str, str]:
    """Label and words of what is kept."""
    numbers = verdict.numbers
    if verdict.verdict == "not-yet":
        months = numbers.payback_months if numbers is not None else None
        return "not yet", f"{months:.0f} months to repay" if months else "repaid too late"
    if verdict.verdict == "keep":
        unmet = next((part for part in verdict.parts if not part.met), None)
        if unmet is None:
            return ("keep", "yours for now") if verdict.price else ("no price", "Q adds a quote")
        if unmet.words.endswith("assumed"):
            return "not rated", "t rates it"
        return "keep", _UNMET[unmet.name]
    return _GUARDS[verdict.verdict]


_GUARDS = {
    "stop": ("stop it", "dropping it is free"),
    "only-you": ("only you", "nobody else can"),
    "core": ("core", "what you sell"),
    "growth": ("growth", "it grows the business"),
    "confidential": ("private", "with limited access"),
    "not-worth-it": ("too dear", "costs more than your hour"),
}
_UNMET = {
    "tedious": "not tedious",
    "takes time": "takes little time",
    "needed": "not needed",
    "no growth": "helps you grow",
}


def _day(day: date) -> str:
    return day_name(day).split(" ", 1)[1]
