"""What may be wrong with the log of a week, as values.

Each has a ``key`` that stays the same as long as what it speaks of does, so that its owner can
say "it is right as it is" once.
"""

from __future__ import annotations

from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from tracker.domain.entry import Entry
    from tracker.domain.span import Span


class Gap(Value):
    """Time between the first start and the last stop of a day that nothing accounts for.

    Attributes:
        before, after: The entries around it; there may be none after it while a timer runs.
        suggested: What a calendar or a watcher thinks was done in it, in order.
    """

    span: Span
    before: Entry | None
    after: Entry | None
    suggested: tuple[Entry, ...] = ()

    @property
    def key(self) -> str:
        """Its two ends."""
        return f"gap:{self.span.start.timestamp():.0f}-{self.span.stop.timestamp():.0f}"


class Double(Value):
    """Time that two entries cover; ``first`` began first."""

    first: Entry
    second: Entry
    span: Span

    @property
    def key(self) -> str:
        """The two entries."""
        return f"double:{self.first.id}:{self.second.id}"


class Repeated(Value):
    """The same task over the same time, twice; ``again`` says less of it, or came second."""

    entry: Entry
    again: Entry

    @property
    def key(self) -> str:
        """The two entries."""
        return f"repeated:{self.entry.id}:{self.again.id}"


class Long(Value):
    """An entry over four hours: perhaps a timer that was forgotten.

    Attributes:
        usual_seconds: Median length of the task's entries in the weeks before; 0 where unknown.
        day_ends: The usual end of the day's work, where it falls into the entry.
    """

    entry: Entry
    span: Span
    usual_seconds: int
    day_ends: datetime | None

    @property
    def key(self) -> str:
        """The entry and its length."""
        return f"long:{self.entry.id}:{self.span.seconds}"


class Odd(Value):
    """An entry most of which is far from the hours that are usual.

    Attributes:
        hours: The usual hours, minutes after midnight: first start and last stop.
        noon: The same times twelve hours off, where these are usual and free.
    """

    entry: Entry
    span: Span
    hours: tuple[int, int]
    noon: Span | None

    @property
    def key(self) -> str:
        """The entry and its start."""
        return f"odd:{self.entry.id}:{self.span.start.timestamp():.0f}"


class Forgotten(Value):
    """A timer from an earlier day that still runs.

    Attributes:
        stops: When it may have ended, each with why: ``activity``, ``usual`` or ``hours``; the
            likeliest first.
    """

    entry: Entry
    stops: tuple[tuple[datetime, str], ...]

    @property
    def key(self) -> str:
        """The entry."""
        return f"forgotten:{self.entry.id}"


class Unsorted(Value):
    """A task that no category fits; ``near`` are those of what it is done beside, and other."""

    task: str
    seconds: int
    near: tuple[str, ...]

    @property
    def key(self) -> str:
        """The task."""
        return f"unsorted:{self.task.casefold()}"


Finding = Forgotten | Repeated | Double | Long | Odd | Gap | Unsorted
