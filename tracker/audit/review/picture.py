"""What is seen of a period: values that a screen draws, a document prints, and a review keeps.

Seconds are whole seconds, money is in the owner's currency and rounded to cents, local days are
ISO text: all of it can be kept as JSON and read back the same.
"""

from __future__ import annotations

from tracker.domain.value import Value

SIDES = ("on", "busywork", "in")
"""On the business; in it and worth handing off; in it."""


class TaskRow(Value):
    """One task.

    Attributes:
        value: Its time at the owner's hour value.
        side: One of :data:`SIDES`.
        handed_off: What the same work costs from someone else, checked; ``None`` without a rate.
    """

    task: str
    category: str
    seconds: int
    entries: int
    value: float
    side: str
    handed_off: float | None


class Group(Value):
    """A project or a kind of work; ``title`` is how it is shown."""

    name: str
    title: str
    seconds: int
    entries: int
    value: float


class DayRow(Value):
    """One day, with its share on the business and in busywork."""

    date: str
    seconds: int
    on_seconds: int
    busywork_seconds: int


class Worth(Value):
    """The value of the time against what the same work would have cost handed off.

    Attributes:
        value: All that was logged, at the hour value.
        priced_seconds: Of it, what someone else could be asked to do: a rate is known.
        priced_value: That at the hour value.
        handed_off: The same from someone else, redo and the owner's checking included.
        difference: What doing it oneself cost on top; negative where it was cheaper.
    """

    value: float
    priced_seconds: int
    priced_value: float
    handed_off: float
    difference: float


class Busywork(Value):
    """Needed, tedious, no growth: what of the period could have been given back.

    Attributes:
        seconds, value: Its time, and that at the hour value.
        priced_seconds: Of it, where a rate is known; the rest below speaks of that part.
        handed_off: What it would have cost, redo and checking included.
        given_back_seconds: Its time less the checking that stays.
        saved: Its value less what it would have cost; negative where that is dearer.
        unpriced: Tasks without a rate.
    """

    seconds: int
    value: float
    priced_seconds: int
    handed_off: float
    given_back_seconds: int
    saved: float
    unpriced: tuple[str, ...]


class Past(Value):
    """One period of the trend, this one last.

    Attributes:
        id: Its name, such as ``2026-W46``.
        coverage: 0-1, or ``None`` where there were no clock times.
    """

    id: str
    total_seconds: int
    on_seconds: int
    busywork_seconds: int
    coverage: float | None


class Against(Value):
    """A figure against the period before and the median of the last eight with anything logged.

    Attributes:
        name: ``total``, ``on``, ``busywork`` or ``untracked``.
        last: The period before; ``None`` where nothing was logged then.
        median: ``None`` where nothing was logged in any of them.
        periods: How many of the eight had anything logged.
    """

    name: str
    seconds: int
    last: int | None
    median: int | None
    periods: int


class Heat(Value):
    """The period by local hour: a row for each hour, in it a cell for each column.

    Columns are the days of a week; longer periods are folded onto the days of a week.

    Attributes:
        columns: Headings, such as ``Mon 16``.
        hours: The hour of each row, in the order of a day, from the first to the last worked.
        seconds, on, busywork: Of each cell; what overlaps counts twice.
        room: Seconds that the cell has: 3600, 0 or 7200 where the clocks change; more where days
            are folded.
    """

    columns: tuple[str, ...]
    hours: tuple[int, ...]
    seconds: tuple[tuple[int, ...], ...]
    on: tuple[tuple[int, ...], ...]
    busywork: tuple[tuple[int, ...], ...]
    room: tuple[tuple[int, ...], ...]


class See(Value):
    """Where the period went.

    ``sum(task.seconds) + untracked + outside - twice - amounts == length``, all in seconds.

    Attributes:
        tasks: By seconds, the most first.
        twice_seconds: Clock time counted twice, because entries overlap.
        amount_seconds: Logged without clock times, so within untracked or outside time too.
        busiest_hour: Local hour with the most time; ``None`` without clock times.
        trend: The eight periods before and this one, oldest first.
    """

    total_seconds: int
    untracked_seconds: int
    outside_seconds: int
    twice_seconds: int
    amount_seconds: int
    length_seconds: int
    coverage: float | None
    entries: int
    tasks: tuple[TaskRow, ...]
    projects: tuple[Group, ...]
    categories: tuple[Group, ...]
    days: tuple[DayRow, ...]
    on_seconds: int
    in_seconds: int
    worth: Worth
    busywork: Busywork
    against: tuple[Against, ...]
    trend: tuple[Past, ...]
    heat: Heat
    busiest_hour: int | None
    busiest_seconds: int

    @property
    def unaccounted(self) -> int:
        """The length of the period less all its rows: 0, always."""
        rows = sum(task.seconds for task in self.tasks) - self.twice_seconds - self.amount_seconds
        return self.length_seconds - rows - self.untracked_seconds - self.outside_seconds
