"""The pieces of time a line may have, and which words each takes.

``first`` and ``stop`` are the half-open range of indexes into the words of the line.
"""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.line.clocks import Clock


class At(Value):
    """A clock time alone; ``sure`` where it can be nothing else."""

    first: int
    stop: int
    clock: Clock
    sure: bool


class Block(Value):
    """From one clock time to another; no ``end`` is now."""

    first: int
    stop: int
    begin: Clock
    end: Clock | None


class Length(Value):
    """A length of time."""

    first: int
    stop: int
    seconds: int


class Back(Value):
    """So long ago."""

    first: int
    stop: int
    seconds: int


class OnDay(Value):
    """A day; ``named`` if by its name, as a person counts days, else by its calendar date."""

    first: int
    stop: int
    day: date
    named: bool = False
    weekly: bool = False


class Exact(Value):
    """One ISO 8601 instant or interval; without an offset it is local."""

    first: int
    stop: int
    begin: datetime
    end: datetime | None = None


Piece = At | Block | Length | Back | OnDay | Exact
