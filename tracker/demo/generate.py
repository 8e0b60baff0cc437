"""Twelve weeks of a made-up owner's log, the same for the same seed and clock.

The past is built a working day at a time, forwards from breakfast; today is built
backwards from now, so that it is full whatever time it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.demo.handed import with_handed
from tracker.demo.papers import load_papers
from tracker.demo.persona import Persona, Work, load_persona
from tracker.demo.rhythm import FRIDAY, is_due
from tracker.domain.entry import Entry
from tracker.domain.span import OpenSpan, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.papers import Paper
    from tracker.domain.settings import Settings
    from tracker.domain.task import Task

WEEKS = 12
_VACATION_WEEK = 7
"""Counted back from now; the owner was away from its Monday to its Friday."""


@dataclass(frozen=True, slots=True)
class DemoLog:
    """A whole log that nobody lived: entries by start, the last one running."""

    entries: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    settings: Settings
    papers: tuple[Paper, ...] = ()


def generate(seed: int, *, now: datetime, zone: str) -> DemoLog:
    """The log that ends at ``now`` with a timer that has run for 20 to 50 minutes.

    Entries never overlap and none is in the future. Today has five or more entries, with a
    gap among them, unless midnight was less than an hour and a half ago.

    Args:
        seed: Another one is another log.
        now: Aware instant at which the log ends.
        zone: IANA name of the owner's zone.
    """
    persona = load_persona()
    writer = _Writer(persona, Random(seed), zone)  # noqa: S311  # nothing secret is drawn
    now = now.astimezone(UTC).replace(microsecond=0)
    today = now.astimezone(ZoneInfo(zone)).date()
    for day in _worked_days(today, writer.chance):
        writer.write_day(day, today)
    writer.write_today(now)
    entries = with_handed(
        writer.entries, persona.handed, filling=persona.filling[0].name, seed=seed, today=today
    )
    return DemoLog(entries, persona.tasks, persona.settings, load_papers(today))


def _worked_days(today: date, chance: Random) -> Iterator[date]:
    """Weekdays of the weeks before today, without a vacation and a sick day."""
    first = today - timedelta(weeks=WEEKS, days=today.weekday())
    away = first + timedelta(weeks=WEEKS - _VACATION_WEEK)
    sick = first + timedelta(weeks=chance.choice((1, 2, 3, 8, 9, 10)), days=chance.randrange(5))
    day = first
    while day < today:
        on_vacation = away <= day < away + timedelta(weeks=1)
        if day.weekday() <= FRIDAY and not on_vacation and day != sick:
            yield day
        day += timedelta(1)


class _Writer:
    """Writes entries one after the other; keeps the dice and the zone at hand."""

    def __init__(self, persona: Persona, chance: Random, zone: str) -> None:
        self.entries: list[Entry] = []
        self.chance = chance
        self._persona = persona
        self._zone = zone
        self._tz = ZoneInfo(zone)

    def write_day(self, day: date, today: date) -> None:
        """A past working day, from about 08:20 to about 17:15."""
        due = self._due(day, today)
        clock = self._local(day, time(8, self.chance.randint(0, 40)))
        noon, evening = self._local(day, time(12, 5)), self._local(day, time(16, 45))
        clock = self._half_day(clock, noon, [work for work in due if work.slot <= 1])
        clock += timedelta(minutes=self.chance.randint(30, 60))
        afternoon = [work for work in due if work.slot in (2, 3)]
        clock = self._half_day(clock, evening, afternoon)
        for work in due:
            if work.slot == 4:
                clock = self._put(work, clock)

    def write_today(self, now: datetime) -> None:
        """Today, back from ``now``: a running timer, before it a day's work with one gap."""
        running_since = now.replace(second=0) - timedelta(minutes=self.chance.randint(21, 48))
        local = now.astimezone(self._tz)
        midnight = self._local(local.date(), time(0))
        begin = max(midnight, self._begin_of_today(local, now, running_since))
        self._share_out(begin, running_since)
        self._add(self._persona.running, OpenSpan(running_since))

    def _begin_of_today(self, local: datetime, now: datetime, until: datetime) -> datetime:
        """About 08:05, earlier or later where that would be a very short or long day."""
        usual = self._local(local.date(), time(8, 5))
        if until - usual < timedelta(minutes=60):
            return until - timedelta(minutes=130)
        return max(usual, now.replace(second=0) - timedelta(hours=10))

    def _share_out(self, begin: datetime, end: datetime) -> None:
        """Fill ``[begin, end)`` with today's work, shortened to fit, and one gap."""
        minutes = int((end - begin).total_seconds()) // 60
        count = min(len(self._persona.today), max(4, minutes // 50), minutes // 8)
        if count < 1:
            return
        works = self._persona.today[:count]
        gap = min(55, max(8, minutes // 9)) if count > 1 else 0
        weight = sum(work.weight for work in works)
        spare = minutes - gap - 4 * count
        clock = begin
        for place, work in enumerate(works):
            length = timedelta(minutes=4 + max(0, spare) * work.weight // weight)
            if place == count // 2:
                clock += timedelta(minutes=gap)
            self._add(work, Span(clock, clock + length))
            clock += length

    def _due(self, day: date, today: date) -> list[Work]:
        """What is due, by its place in the day; some of it is forgotten."""
        due = [
            work
            for work in self._persona.habits
            if is_due(work.when, day, today, self.chance) and self.chance.random() >= work.miss
        ]
        return sorted(due, key=lambda work: work.slot)

    def _half_day(self, clock: datetime, until: datetime, due: list[Work]) -> datetime:
        """Half a day: what is due, then client work until about ``until``."""
        for work in due:
            clock = self._put(work, clock)
        filling = self._persona.filling
        while until - clock > timedelta(minutes=25):
            (work,) = self.chance.choices(filling, [work.weight for work in filling])
            clock = self._put(work, clock)
        return clock

    def _put(self, work: Work, clock: datetime) -> datetime:
        """``work`` from ``clock`` on; returns when the next begins, after a gap or at once."""
        low, high = work.minutes
        stop = clock + timedelta(minutes=self.chance.randint(low, high))
        self._add(work, Span(clock, stop))
        forgotten = self.chance.random()
        if forgotten < 0.06:
            return stop + timedelta(minutes=self.chance.randint(20, 55))
        return stop + timedelta(minutes=self.chance.choice((0, 0, 0, 2, 5)))

    def _add(self, work: Work, when: Span | OpenSpan) -> None:
        month = self._persona.months[when.start.astimezone(self._tz).month - 1]
        self.entries.append(
            Entry(
                id=f"{self.chance.getrandbits(64):016x}",
                task=work.name,
                when=when,
                zone=self._zone,
                project=work.project,
                tags=work.tags,
                note=self.chance.choice(work.notes).replace("{month}", month),
                source="timer",
                billable=True if work.name == "Client work" else None,
            )
        )

    def _local(self, day: date, clock: time) -> datetime:
        """The instant of a clock time of ``day``."""
        return datetime.combine(day, clock, self._tz).astimezone(UTC)
