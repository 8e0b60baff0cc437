"""The days of a period as plain numbers, made by the calendar and added up here."""

from __future__ import annotations

from tracker.audit.totals import report
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.audit.totals import DayAmount, Stint, Totals
    from tracker.domain.period import Period

    Slot = tuple[int, int, int, int]


class Frame(Value):
    """A period on the owner's clock.

    Attributes:
        days: Its local days, ISO text, in order.
        midnights: Epoch seconds at which each begins, and where the last ends.
        now: Epoch seconds; what a running timer counts until.
        slots: ``(start, stop, hour, day)``: the whole of it by local hour, 0-23, and place of the
            day; an hour that comes twice has two, one that is skipped none. Empty where no one
            asks for hours.
    """

    period: Period
    days: tuple[str, ...]
    midnights: tuple[int, ...]
    now: int
    slots: tuple[Slot, ...] = ()

    @property
    def start(self) -> int:
        """Its first second."""
        return self.midnights[0]

    @property
    def stop(self) -> int:
        """The first second after it."""
        return self.midnights[-1]

    def totals(self, stints: Iterable[Stint], amounts: Iterable[DayAmount]) -> Totals:
        """What ``report`` says of its days."""
        return report(stints, amounts, days=self.days, midnights=self.midnights, now=self.now)


def within(stints: Iterable[Stint], frame: Frame) -> list[Stint]:
    """The stints with clock time in the period, not clipped."""
    start, stop, now = frame.start, frame.stop, frame.now
    return [
        stint
        for stint in stints
        if stint[0] < stop and (max(now, stint[0]) if stint[1] is None else stint[1]) > start
    ]


def middle(numbers: Sequence[int]) -> int:
    """The median, of an even count the mean of the two in the middle; 0 of none."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) // 2 if ordered else 0
