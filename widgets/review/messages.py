"""What the review's screen asks of the app, and what it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from widgets.messages import Errand

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from tracker.audit.review.review import Advice
    from tracker.domain.errors import WorthwhileError
    from tracker.domain.period import Period
    from widgets.review.state import Reviewed


@dataclass(eq=False, repr=False)
class ReviewAsk(Errand):
    """Something is asked about a period; ``origin`` hears the answer."""

    work: ClassVar[str] = "review"

    origin: MessagePump
    period: Period | None


@dataclass(eq=False, repr=False)
class LookWanted(ReviewAsk):
    """Look back on it; ``None`` is the one whose turn it is."""


@dataclass(eq=False, repr=False)
class CloseWanted(ReviewAsk):
    """Close its review: what is seen now stays as it is."""

    intention: str


@dataclass(eq=False, repr=False)
class ExportWanted(ReviewAsk):
    """Write it to the file at ``path``, in the format that its ending says."""

    path: str


@dataclass(eq=False, repr=False)
class LookedBack(Message):
    """What the log tells of a period."""

    reviewed: Reviewed


@dataclass(eq=False, repr=False)
class Advised(Message):
    """What the audit adds to the period of that id."""

    period_id: str
    advice: Advice


@dataclass(eq=False, repr=False)
class NotReviewed(Message):
    """It could not be looked back on."""

    error: WorthwhileError
