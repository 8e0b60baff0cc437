"""From what the log says to what the screen shows: pure, and the same for every log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.audit.worth.profile import profile_of
from tracker.calendar.local import day_range, local_day, week_start_of, zone
from tracker.domain.entry import What
from tracker.domain.span import Amount, OpenSpan
from tracker.domain.value import Value
from widgets.state import Day, TodayState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from tracker.audit.categorise import Catalogue
    from tracker.audit.worth.profile import Profile
    from tracker.domain.book import Change
    from tracker.domain.entry import Entry
    from tracker.domain.papers import Paper, Quote
    from tracker.domain.settings import Settings
    from tracker.domain.task import Task


class Frame(Value):
    """Which stretch of the log is to be read: a day and the week it is in."""

    day: Day
    today: Day
    week: tuple[Day, ...]
    zone: tzinfo

    @property
    def range(self) -> tuple[datetime, datetime]:
        """The instants of the week, half-open, aware UTC."""
        from datetime import UTC, datetime

        first, last = self.week[0].start, self.week[-1].stop
        return datetime.fromtimestamp(first, UTC), datetime.fromtimestamp(last, UTC)


class Reading(Value):
    """What the log said, all at one time.

    Attributes:
        entries: Of the frame's range, by ``order()``.
        latest: The newest of all, newest first.
        changes: The newest changes, newest first.
        papers: Of which the quotes give the panel its rates.
    """

    entries: tuple[Entry, ...]
    latest: tuple[Entry, ...]
    running: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    changes: tuple[Change, ...]
    suggestions: tuple[Entry, ...] = ()
    papers: tuple[Paper, ...] = ()


def frame(day: date | None, now: datetime, zone_name: str, settings: Settings) -> Frame:
    """The frame of ``day``, or of the day that ``now`` is in; weeks start as the owner says."""
    here = zone(zone_name)

    def whole(one: date) -> Day:
        start, stop = day_range(one, here, settings.day_start)
        return Day(one, int(start.timestamp()), int(stop.timestamp()))

    today = local_day(now, here, settings.day_start)
    shown = day or today
    first = week_start_of(shown, settings.week_start)
    week = tuple(whole(first + timedelta(days=number)) for number in range(7))
    return Frame(whole(shown), whole(today), week, here)


def assemble(framed: Frame, said: Reading, settings: Settings, catalogue: Catalogue) -> TodayState:
    """The state that shows ``said`` in its frame."""
    names = _recent_first(said)
    running = sorted(said.running, key=lambda entry: entry.order())
    return TodayState(
        ready=True,
        day=framed.day,
        today=framed.today,
        week=framed.week,
        zone=framed.zone,
        entries=tuple(entry for entry in said.entries if _in(entry, framed.day)),
        week_entries=said.entries,
        running=running[-1] if running else None,
        also_running=max(0, len(running) - 1),
        profiles=_profiles(said, framed.today.date, settings, catalogue),
        titles={category.name: category.title for category in catalogue.categories},
        settings=settings,
        recents=_recents(said),
        tasks=names[0],
        projects=names[1],
        tags=names[2],
        undo=next_undo(said.changes),
        redo=next_redo(said.changes),
        suggestions=said.suggestions,
    )


def _in(entry: Entry, day: Day) -> bool:
    if isinstance(entry.when, Amount):
        return entry.when.day == day.date
    if entry.when.start.timestamp() >= day.stop:
        return False
    return isinstance(entry.when, OpenSpan) or entry.when.stop.timestamp() > day.start


def _profiles(
    said: Reading, today: date, settings: Settings, catalogue: Catalogue
) -> Mapping[str, Profile]:
    known = {task.name.casefold(): task for task in said.tasks}
    names = {entry.task for entry in (*said.entries, *said.running)}
    quotes: Mapping[str, Quote] = {}
    if said.papers:
        from tracker.audit.worth.quoted import hourly_quotes

        quotes = hourly_quotes(said.papers, settings.currency, today)
    return {
        name: profile_of(
            name, known.get(name.casefold()), catalogue, settings, quotes.get(name.casefold())
        )
        for name in names
    }


def _recents(said: Reading) -> tuple[What, ...]:
    """Each task and project once, newest first; what runs now is not offered."""
    running = {(entry.task, entry.project) for entry in said.running}
    found: dict[tuple[str, str], What] = {}
    for entry in said.latest:
        key = (entry.task, entry.project)
        if key not in running:
            found.setdefault(key, What(entry.task, entry.project, entry.tags))
    return tuple(found.values())


def _recent_first(
    said: Reading,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Every known task, project and tag."""
    by_name = sorted(said.tasks, key=lambda task: task.name.casefold())
    tasks = [*(entry.task for entry in said.latest), *(task.name for task in by_name)]
    projects = [
        *(entry.project for entry in said.latest),
        *(task.project for task in by_name),
    ]
    return (
        _once(tasks),
        _once(project for project in projects if project),
        _once(tag for entry in said.latest for tag in entry.tags),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def next_undo(changes: Sequence[Change]) -> str:
    """The label of what undo would take back: the newest change not yet undone."""
    undone = 0
    for change in changes:
        if change.kind == "undo":
            undone += 1
        elif undone:
            undone -= 1
        else:
            return change.label
    return ""


def next_redo(changes: Sequence[Change]) -> str:
    """The label of what redo would apply: the newest undo that no redo has answered."""
    redone = 0
    for change in changes:
        if change.kind == "do":
            return ""
        if change.kind == "redo":
            redone += 1
        elif redone:
            redone -= 1
        else:
            return change.label
    return ""
