"""What work is called, and what its owner thinks of it."""

from __future__ import annotations

from tracker.domain.entry import checked_name
from tracker.domain.errors import InvalidValue
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.cadence import Cadence

RATINGS = ("tedium", "growth", "skill", "like")
MARKS = ("necessary", "only_me", "core", "confidential", "expert")


class Task(Value):
    """A kind of work, found by its name; ``None`` means nobody has said.

    Attributes:
        tedium, growth, skill, like: 1-5; growth is how far it moves the business forward.
        necessary, only_me, core, confidential, expert: Marks.
        category: A name from the category data, or empty: then keywords decide.
        share: The part of it that can be handed off, more than 0 to 1: keep the ideas, hand off
            the making; ``None`` is all of it.
        cadence: The rhythm its owner declared.
        paused_until: Not due before this local day.
        silent: Whether reminders of it are silenced.
        revised: Hybrid logical clock set by the store; empty until stored.
    """

    name: str
    project: str = ""
    category: str = ""
    tedium: int | None = None
    growth: int | None = None
    skill: int | None = None
    like: int | None = None
    necessary: bool | None = None
    only_me: bool | None = None
    core: bool | None = None
    confidential: bool | None = None
    expert: bool | None = None
    share: float | None = None
    cadence: Cadence | None = None
    paused_until: date | None = None
    silent: bool = False
    revised: str = ""

    def __post_init__(self) -> None:
        """Check name, ratings and share; raises InvalidValue."""
        object.__setattr__(self, "name", checked_name("task", self.name, required=True))
        for rating in RATINGS:
            given = getattr(self, rating)
            if given is not None and given not in (1, 2, 3, 4, 5):
                raise InvalidValue(f"{rating} is a number from 1 to 5, not {given}.")
        if self.share is not None and not 0 < self.share <= 1:
            raise InvalidValue("The share to hand off is more than 0 and at most 1 (100 %).")


class Rate(Value):
    """What an hour of the work costs from someone else, low to high, in one currency."""

    low: float
    typical: float
    high: float
    currency: str
    source: str


class Software(Value):
    """A program or service that does the work of a category by itself.

    Attributes:
        fee: A month, in ``currency``.
        words: What it is, without a name: ``a booking page``.
        source: Where the fee is from, in words.
    """

    fee: float
    currency: str
    words: str
    source: str


class Category(Value):
    """A kind of task with defaults for what its owner never rated.

    Attributes:
        name: Permanent lower-case id, such as ``invoicing``.
        keywords: Lower-case words or phrases that put a task here.
        rate: Default price of an hour, or ``None`` where there is none.
        software: What does such work by itself, or ``None``.
    """

    name: str
    title: str
    keywords: tuple[str, ...]
    tedium: int
    growth: int
    skill: int
    like: int = 3
    necessary: bool = True
    only_me: bool = False
    core: bool = False
    confidential: bool = False
    expert: bool = False
    rate: Rate | None = None
    software: Software | None = None
