"""What to do about a task: one of twelve answers, with its numbers and its reasons."""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.case import Case
    from tracker.audit.worth.model import Numbers
    from tracker.audit.worth.profile import Profile
    from tracker.domain.papers import Later

VERDICTS = (
    "too-little-data",
    "stop",
    "only-you",
    "core",
    "growth",
    "confidential",
    "one-off",
    "not-worth-it",
    "not-yet",
    "automate",
    "candidate",
    "candidate-if-reinvested",
    "keep",
)
"""In the order in which they are tried; the first that holds is given."""


class Part(Value):
    """One part of the four-part test: ``tedious``, ``takes time``, ``needed``, ``no growth``."""

    name: str
    met: bool
    words: str


class Price(Value):
    """The price a verdict reckons with, and where it is from.

    Attributes:
        rate: An hour; 0 where only a fee is paid.
        fixed_fee: A month.
        kind: ``quote``, ``yours`` (the owner's rate for the category), ``estimate``, or
            ``software`` (what the category's own answer costs), or ``bills`` (what was paid).
        low, typical, high: Of an estimate, an hour; else ``None``.
        source: In words.
        vendor: Of a quote, one of ``domain.papers.VENDORS``; else empty.
        words: Of software, what it is: ``a booking page``; else empty.
        redo_share, oversight_hours, onboarding_hours, saved_cash: What the owner said of them
            with the quote; ``None`` is assumed.
    """

    rate: float
    fixed_fee: float
    minimum_hours: float
    setup_fee: float
    effort_factor: float | None
    kind: str
    source: str
    low: float | None = None
    typical: float | None = None
    high: float | None = None
    vendor: str = ""
    words: str = ""
    redo_share: float | None = None
    oversight_hours: float | None = None
    onboarding_hours: float | None = None
    saved_cash: float = 0.0


class Verdict(Value):
    """The answer for one task.

    Attributes:
        verdict: One of :data:`VERDICTS`.
        score: 0-100, for order only.
        headline: Two to five words: ``Hand it off.``
        explanation: Plain sentences with the money.
        parts: The four-part test.
        evidence: Occurrences, first to last, cadence and how sure it is.
        assumed: Names of the inputs nobody has said, each with its value in words.
        flips: The one input that would change the verdict soonest, in words; empty for none.
        depends: Whether it turns on how long the task really takes (80 % interval).
        numbers: ``None`` where there is no price to reckon with, or no hours.
        price: ``None`` where none is known.
        good_first: Whether it is the good first one to hand off; one at most of all.
        unpriced: Where there are no numbers, those if it were done for nothing: what does not
            need a price holds, above all up to which rate it would pay.
        needs_procedure: Recurring, and no steps are written.
        own_hours: A month of the whole task, also where there are no numbers.
        own_value: What they are worth at the hour value: the price of keeping it.
        cadence: The rhythm reckoned with.
        stage: Of its hand-off, one of ``domain.papers.STAGES``.
        later: A decision that still holds: to keep it while the verdict stays, or to ask later.
        within_budget: Whether it is in the best set under the cap; true where there is none.
        case: What it rests on, so that it can be judged again with something changed.
    """

    task: str
    verdict: str
    score: float
    headline: str
    explanation: str
    parts: tuple[Part, ...]
    evidence: str
    assumed: tuple[str, ...]
    flips: str
    depends: bool
    profile: Profile
    numbers: Numbers | None
    price: Price | None
    good_first: bool = False
    needs_procedure: bool = False
    own_hours: float = 0.0
    own_value: float = 0.0
    cadence: str = "none"
    stage: str = "mine"
    later: Later | None = None
    within_budget: bool = True
    unpriced: Numbers | None = None
    case: Case | None = None

    @property
    def is_candidate(self) -> bool:
        """Whether it is one to hand off."""
        return self.verdict in ("candidate", "candidate-if-reinvested", "automate")
