"""What the Today screen shows, as one immutable value; built by pure functions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from tracker.domain.format import timer
from tracker.domain.settings import Settings
from tracker.domain.span import OpenSpan
from tracker.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from tracker.audit.worth.profile import Profile
    from tracker.domain.entry import Entry, What

FORGOTTEN_HOURS = 10
"""A timer that has run longer was most likely forgotten: no one works so long without a pause."""


class Day(Value):
    """One local day: its date and its instants ``[start, stop)`` in epoch seconds."""

    date: date
    start: int
    stop: int


class TodayState(Value):
    """One day of the log with all that is said about it.

    Attributes:
        ready: False until the log was read for the first time.
        day: The day shown; ``today`` is the clock's own.
        week: The seven days of the week that ``day`` is in.
        entries: What the shown day has, by start.
        week_entries: What the week has.
        running: The newest running entry, on whatever day it began.
        also_running: How many others run.
        profiles: Task name to its ratings, category and price.
        recents: What was done lately, each thing once, newest first.
        tasks, projects, tags: Every known name, recent first.
        undo, redo: What the next undo and redo would touch; empty where nothing.
        suggestions: What may have been done and waits to be accepted.
    """

    ready: bool
    day: Day
    today: Day
    zone: tzinfo
    week: tuple[Day, ...] = ()
    entries: tuple[Entry, ...] = ()
    week_entries: tuple[Entry, ...] = ()
    running: Entry | None = None
    also_running: int = 0
    profiles: Mapping[str, Profile] = MappingProxyType({})
    titles: Mapping[str, str] = MappingProxyType({})
    settings: Settings = Settings()
    recents: tuple[What, ...] = ()
    tasks: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    undo: str = ""
    redo: str = ""
    suggestions: tuple[Entry, ...] = ()

    @property
    def is_today(self) -> bool:
        """Whether the day shown is the clock's own."""
        return self.day.date == self.today.date

    @property
    def hour_value(self) -> float:
        """Worth of an hour, in ``settings.currency``."""
        return self.settings.hour_value

    def local(self, instant: datetime) -> datetime:
        """``instant`` on the clock of the person's zone."""
        return instant.astimezone(self.zone)

    def clock(self, instant: datetime) -> str:
        """``09:15`` in the person's zone."""
        return f"{self.local(instant):%H:%M}"

    def category_title(self, task: str) -> str:
        """The category of ``task`` in words; empty where there is none to name."""
        profile = self.profiles.get(task)
        return self.titles.get(profile.category, "") if profile else ""


_NO_DAY = Day(date(1970, 1, 1), 0, 86_400)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The clock before it was looked at."""

EMPTY = TodayState(ready=False, day=_NO_DAY, today=_NO_DAY, zone=UTC)
"""Before the log is read."""


def elapsed(entry: Entry, now: datetime) -> str:
    """``0:42:17``, from the clock alone: right after a suspend as well."""
    return timer(entry.seconds_at(now))


def forgotten(state: TodayState, now: datetime) -> bool:
    """Whether the running timer looks forgotten: over ten hours, or begun before today."""
    if state.running is None or not isinstance(state.running.when, OpenSpan):
        return False
    start = state.running.when.start
    return now - start > timedelta(hours=FORGOTTEN_HOURS) or start.timestamp() < state.today.start
