"""Which entries a command is about: a range of local days, and the options that narrow it."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.span import Amount, OpenSpan
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import Any

    from tracker.cli.context import Context
    from tracker.domain.entry import Entry

_DAY = timedelta(days=1)


class Selection(Value):
    """Days ``first`` to before ``last``, as the half-open instants ``[start, stop)``.

    Attributes:
        label: The range in words.
        task, project, tag: Only these, folded to one case; empty for all.
    """

    first: date
    last: date
    start: datetime
    stop: datetime
    label: str
    task: str = ""
    project: str = ""
    tag: str = ""

    def wants(self, task: str, project: str, tags: tuple[str, ...] | list[str]) -> bool:
        """Whether the options let it through."""
        if self.task and task.casefold() != self.task:
            return False
        if self.project and project.casefold() != self.project:
            return False
        return not self.tag or any(tag.casefold() == self.tag for tag in tags)

    @property
    def everything(self) -> bool:
        """Whether nothing of the log is left out."""
        from tracker.calendar.ranges import FIRST_DAY, LAST_DAY

        return (self.first, self.last) == (FIRST_DAY, LAST_DAY) and not self.narrowed

    @property
    def narrowed(self) -> bool:
        """Whether anything but the range was asked for."""
        return bool(self.task or self.project or self.tag)


def selection(context: Context, words: tuple[str, ...], default: str) -> Selection:
    """The range that ``words`` name, with the options of the request.

    Raises:
        Unreadable: The words are no range.
    """
    from tracker.calendar.ranges import read_range

    settings, request = context.settings, context.request
    found = read_range(
        " ".join(words) or default,
        today=context.clock.today(),
        week_start=settings.week_start,
    )
    start, stop = found.instants(context.clock.zone, settings.day_start)
    return Selection(
        found.first,
        found.last,
        start,
        stop,
        found.label,
        (request.get("task") or "").casefold(),
        (request.get("project") or "").casefold().removeprefix("@"),
        (request.get("tag") or "").casefold().removeprefix("#"),
    )


def entries(context: Context, chosen: Selection) -> list[Entry]:
    """The entries of a selection, in order; an amount belongs to its own local day."""
    near = context.log.entries(chosen.start - _DAY, chosen.stop + _DAY)
    return [
        entry
        for entry in near
        if _within(entry, chosen) and chosen.wants(entry.task, entry.project, entry.tags)
    ]


def _within(entry: Entry, chosen: Selection) -> bool:
    when = entry.when
    if isinstance(when, Amount):
        return chosen.first <= when.day < chosen.last
    if when.start >= chosen.stop:
        return False
    return isinstance(when, OpenSpan) or when.stop > chosen.start


def rows_within(context: Context, chosen: Selection) -> Iterator[dict[str, Any]]:
    """The same as raw rows, exactly those, in no promised order."""
    from tracker.calendar.ranges import FIRST_DAY, LAST_DAY

    if (chosen.first, chosen.last) == (FIRST_DAY, LAST_DAY):
        yield from rows(context, chosen)
        return
    start, stop = int(chosen.start.timestamp()), int(chosen.stop.timestamp())
    first, last = chosen.first.isoformat(), chosen.last.isoformat()
    for row in rows(context, chosen):
        if "day" in row:
            if first <= row["day"] < last:
                yield row
        elif row["start"] < stop and ("stop" not in row or row["stop"] > start):
            yield row


def rows(context: Context, chosen: Selection) -> Iterator[dict[str, Any]]:
    """The same as raw rows, for sums; amounts of neighbouring days are still among them."""
    near = context.log.rows(
        int((chosen.start - _DAY).timestamp()), int((chosen.stop + _DAY).timestamp())
    )
    if not chosen.narrowed:
        return iter(near)
    return (
        row
        for row in near
        if chosen.wants(row["task"], row.get("project", ""), row.get("tags", ()))
    )
