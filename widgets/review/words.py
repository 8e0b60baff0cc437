"""Verdicts, questions and differences in the few words a row has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.format import duration

if TYPE_CHECKING:
    from tracker.audit.review.decide import Question
    from tracker.audit.review.document import Difference

CLOSED = ("This review is closed", "O opens it again.")
"""What there is to say of a closed review: how it stands, and the way out."""
VERDICTS = {
    "candidate": "hand it off",
    "candidate-if-reinvested": "if the hours are reinvested",
    "automate": "let software do it",
    "stop": "stop it?",
}
_FIGURES = {
    "total_seconds": "Logged",
    "on_seconds": "On the business",
    "in_seconds": "In the business",
    "untracked_seconds": "Unaccounted",
}


def verdict_words(question: Question) -> str:
    """``hand it off, a good first one``."""
    words = VERDICTS.get(question.verdict, question.verdict.replace("-", " "))
    return f"{words}, a good first one" if question.good_first else words


def why_words(question: Question) -> str:
    """Why it is asked now."""
    if question.why == "changed":
        was = VERDICTS.get(question.was, question.was.replace("-", " "))
        return f"was: {was}"
    return "asked again" if question.why == "again" else "new"


def difference_words(one: Difference) -> str:
    """``Invoicing: 2h40 then, 2h10 now``; empty where both read alike."""
    name = _FIGURES.get(one.name, one.name.removeprefix("task:"))
    then, now = duration(one.then), duration(one.now)
    return f"{name}: {then} then, {now} now" if then != now else ""
