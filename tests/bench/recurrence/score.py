"""How right a set of answers is: confusion, precision and recall, honesty, next due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.bench.recurrence.generate import Labelled

CADENCES = ("daily", "weekly", "biweekly", "monthly", "quarterly", "as-needed", "none")
PERIODIC = CADENCES[:5]
BINS = ((0.0, 0.90), (0.90, 0.95), (0.95, 0.99), (0.99, 1.01))
"""Confidence, half-open."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a detector says of one task."""

    cadence: str
    confidence: float
    next_due: date | None = None
    since: date | None = None
    status: str = ""
    tentative: str = ""


Pair = tuple[Labelled, Answer]


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``all``."""

    hits: int
    all: int

    @property
    def share(self) -> float:
        """0-1; 1 where there is nothing to be wrong about."""
        return self.hits / self.all if self.all else 1.0

    @classmethod
    def of(cls, held: Iterable[bool]) -> Rate:
        """How many of these are true."""
        known = list(held)
        return cls(sum(known), len(known))


@dataclass(frozen=True, slots=True)
class Score:
    """Everything that is reported of one detector.

    Attributes:
        accuracy: The very cadence, ``as-needed`` and ``none`` apart.
        rhythm: The same with ``as-needed`` counted as ``none``.
        recurring: Precision and recall of anything but ``none``.
        precision, recall: By cadence.
        calibration: For named cadences of a confidence: how many are right.
        due: Next due within a day (daily) or three (else) of the slot that is open.
        done: The same against the day on which it was really done next.
        since: Start of the rhythm that holds, within two periods, where it changed.
        lapsed: Given-up rhythms that are said to have lapsed.
        live: Rhythms that hold and are not said to have lapsed.
        confusion: (true, said) -> tasks.
    """

    accuracy: Rate
    rhythm: Rate
    recurring: tuple[Rate, Rate]
    precision: dict[str, Rate]
    recall: dict[str, Rate]
    calibration: dict[tuple[float, float], Rate]
    due: dict[str, Rate]
    done: dict[str, Rate]
    since: Rate
    lapsed: Rate
    live: Rate
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)


def score(pairs: Sequence[Pair]) -> Score:
    """Compare every answer with its label."""
    right = [(true, said) for true, said in pairs if true.cadence == said.cadence]
    named = [pair for pair in right if pair[0].cadence in PERIODIC]
    due = [(true, said) for true, said in named if true.next_due and said.next_due]
    return Score(
        accuracy=Rate(len(right), len(pairs)),
        rhythm=Rate.of(_rhythm(true.cadence) == _rhythm(said.cadence) for true, said in pairs),
        recurring=_recurring(pairs),
        precision={
            each: Rate.of(true.cadence == each for true, said in pairs if said.cadence == each)
            for each in CADENCES
        },
        recall={
            each: Rate.of(said.cadence == each for true, said in pairs if true.cadence == each)
            for each in CADENCES
        },
        calibration={
            (low, high): Rate.of(
                true.cadence == said.cadence
                for true, said in pairs
                if said.cadence in PERIODIC and low <= said.confidence < high
            )
            for low, high in BINS
        },
        due=_near((true, said, true.next_due) for true, said in due),
        done=_near((true, said, true.next_done) for true, said in due if true.next_done),
        since=Rate.of(_since(true, said) for true, said in named if true.since),
        lapsed=Rate.of(said.status == "lapsed" for true, said in named if true.stopped),
        live=Rate.of(said.status != "lapsed" for true, said in named if not true.stopped),
        confusion=Counter((true.cadence, said.cadence) for true, said in pairs),
    )


def errors(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs whose cadence is wrong."""
    return [(true, said) for true, said in pairs if true.cadence != said.cadence]


def _rhythm(cadence: str) -> str:
    return "none" if cadence == "as-needed" else cadence


def _recurring(pairs: Sequence[Pair]) -> tuple[Rate, Rate]:
    precision = Rate.of(true.cadence != "none" for true, said in pairs if said.cadence != "none")
    recall = Rate.of(said.cadence != "none" for true, said in pairs if true.cadence != "none")
    return precision, recall


def _near(held: Iterable[tuple[Labelled, Answer, date | None]]) -> dict[str, Rate]:
    close: dict[str, list[bool]] = {each: [] for each in PERIODIC}
    for true, said, day in held:
        assert day is not None
        assert said.next_due is not None
        within = 1 if true.cadence == "daily" else 3
        close[true.cadence].append(abs((said.next_due - day).days) <= within)
    return {each: Rate.of(found) for each, found in close.items()}


def _since(true: Labelled, said: Answer) -> bool:
    slack = {"daily": 5, "weekly": 14, "biweekly": 28, "monthly": 62, "quarterly": 184}
    assert true.since is not None
    return said.since is not None and abs((said.since - true.since).days) <= slack[true.cadence]
