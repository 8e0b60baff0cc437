"""The app on a stage: a log in memory, a clock that the test moves, and waiting for conditions."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes import NOW, ZONE, Ids, MemoryStore, entry
from tests.surveys import survey as survey_of
from tracker.app import WorthwhileApp
from tracker.audit.categorise import Catalogue
from tracker.desk import Desk
from tracker.domain.settings import Settings
from tracker.store.categories import load_categories
from widgets.rows import EntryRow
from widgets.today import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from textual.pilot import Pilot

    from tracker.audit.survey import Survey
    from tracker.domain.book import Log

SIZES = ((44, 12), (80, 24), (160, 50))
CATALOGUE = Catalogue(load_categories())
LONG = 10.0
"""Seconds after which a condition that has not come true will not."""


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def on(self, **step: float) -> None:
        """Move it: ``on(minutes=5)``."""
        self.now += timedelta(**step)


@dataclass
class Owner:
    """Settings that live in memory."""

    settings: Settings = field(default_factory=lambda: Settings(answered=True))

    def load(self) -> Settings:
        return self.settings

    def save(self, changes: Mapping[str, object]) -> Settings:
        """As the file does: field names, and ``rates.NAME``."""
        rates = dict(self.settings.rates)
        plain: dict[str, object] = {}
        for name, value in changes.items():
            if name.startswith("rates.") and isinstance(value, float):
                rates[name.removeprefix("rates.")] = value
            else:
                plain[name] = value
        self.settings = self.settings.replace(**plain, rates=tuple(sorted(rates.items())))
        return self.settings


def stage(
    log: Log | None = None,
    *,
    clock: Clock | None = None,
    owner: Owner | None = None,
    currency: str = "",
    kept: bool = True,
    survey: Callable[[], Survey] = survey_of,
    fresh: Callable[[date, Iterable[str]], tuple[str, ...]] = lambda _, things: tuple(things),
    rings: Callable[[date], bool] = lambda _: False,
) -> WorthwhileApp:
    """The real app on fakes; ``survey`` stands in for the audit."""
    owner = owner or Owner()
    return WorthwhileApp(
        Desk(
            log=MemoryStore() if log is None else log,
            now=clock or Clock(),
            zone=ZONE,
            load_settings=owner.load,
            save_settings=owner.save,
            catalogue=CATALOGUE,
            new_id=Ids(),
            currency=currency,
            survey=survey,
            fresh=fresh,
            rings=rings,
        ),
        kept=kept,
    )


def morning() -> MemoryStore:
    """A day with growth, busywork, a gap of five minutes and a running timer."""
    return MemoryStore.of(
        entry("Email triage", "07:30", "08:05", entry_id="email"),
        entry(
            "Proposal", "08:05", "09:10", entry_id="proposal", project="Northwind", tags=("sales",)
        ),
        entry(
            "Invoicing", "09:15", entry_id="inv", project="Acme", note="November batch",
            source="timer",
        ),
        entry("Planning", "09:00", "10:00", day="2026-11-18", entry_id="plan"),
        entry("Bookkeeping", "10:00", "12:30", day="2026-11-17", entry_id="books"),
    )  # fmt: skip


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let the app work until ``condition`` holds; fails where it does not in a long time."""
    loop = asyncio.get_running_loop()
    end = loop.time() + LONG
    while not condition():
        assert loop.time() < end, f"waited in vain: {said(pilot)}"
        await pilot.pause()
        await asyncio.sleep(0.002)
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Until every wish is carried out and what came of it is shown."""
    app = pilot.app
    assert isinstance(app, WorthwhileApp)
    await pilot.pause()
    if not app.idle:
        await until(pilot, lambda: app.idle)


async def still(pilot: Pilot[None]) -> None:
    """Until what is drawn stays the same: scrollbars follow a moment after their lists."""
    before, now = None, pilot.app.screen._compositor.render_strips()
    while now != before:
        await pilot.pause(0.05)
        before, now = now, pilot.app.screen._compositor.render_strips()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, ``text:`` typed letter by letter, and wait for what they bring about."""
    for key in keys:
        if key.startswith("text:"):
            await pilot.press(*(_NAMES.get(one, one) for one in key.removeprefix("text:")))
        else:
            await pilot.press(key)
            await settle(pilot)


_NAMES = {" ": "space", ":": "colon", "-": "minus", "@": "at", "#": "number_sign", "/": "slash",
          ".": "full_stop", "[": "left_square_bracket", "]": "right_square_bracket"}  # fmt: skip


def today(pilot: Pilot[None]) -> TodayScreen:
    """The Today screen, whatever question is over it."""
    return next(one for one in pilot.app.screen_stack if isinstance(one, TodayScreen))


def shown(pilot: Pilot[None]) -> list[str]:
    """The rows of the day in words: ``08:05-09:10 Proposal``, gaps by their length."""
    rows = today(pilot).day_panel.entries.rows
    return [
        f"{row.clock.strip()} {row.entry.task if isinstance(row, EntryRow) else row.words}"
        for row in rows
    ]


def said(pilot: Pilot[None]) -> list[str]:
    """Every notice on the screen."""
    return [notice.message for notice in pilot.app._notifications]


def screen_text(pilot: Pilot[None]) -> list[str]:
    """The lines of the terminal as text."""
    lines = pilot.app.screen._compositor.render_strips()
    return [line.text for line in lines]
