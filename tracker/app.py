"""The composition root of the app: the one place that knows store, clock and screens."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import App

from tracker.domain.errors import Overlap, WorthwhileError
from tracker.intents.decide import decide
from tracker.intents.intent import Continue, Delete, Moment, Start, Switch
from widgets.actions import bindings
from widgets.assemble import Reading, assemble, frame
from widgets.messages import (
    DayWanted,
    Declined,
    Done,
    Loaded,
    RedoWanted,
    SettingsWanted,
    UndoWanted,
    Wanted,
)
from widgets.theme import THEMES
from widgets.today import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from textual.binding import BindingType
    from textual.command import Provider

    from tracker.audit.categorise import Catalogue
    from tracker.domain.book import Change, Log
    from tracker.domain.settings import Settings
    from widgets.state import TodayState

VOCABULARY = 400
"""How many of the newest entries the completion knows by recency: about a month's."""

HISTORY = 60
"""How many changes are looked at for the words of undo and redo."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the app works with; a test lays out fakes.

    Attributes:
        now: The clock: aware UTC, whole seconds.
        zone: IANA name of the zone the machine is in; the owner's settings may say another.
        load_settings, save_settings: The owner's answers; saving takes field name to value.
        new_id: Gives a fresh random entry id.
    """

    log: Log
    now: Callable[[], datetime]
    zone: str
    load_settings: Callable[[], Settings]
    save_settings: Callable[[Mapping[str, object]], Settings]
    catalogue: Catalogue
    new_id: Callable[[], str]


Wish = Wanted | UndoWanted | RedoWanted


def _palette() -> type[Provider]:
    from widgets.palette import Commands

    return Commands


class WorthwhileApp(App[None]):
    """Carries wishes from the screens to the log, and what the log then says back down."""

    TITLE = "worthwhile"
    COMMANDS: ClassVar = {_palette}
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-narrow"),
        (72, "-normal"),
        (110, "-wide"),
        (146, "-vast"),
    ]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-short"),
        (20, "-medium"),
        (34, "-tall"),
    ]
    MODES: ClassVar = {"today": TodayScreen}
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    def __init__(self, desk: Desk) -> None:
        """Hold the collaborators; nothing is read until the app is mounted."""
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self._desk = desk
        self._day: date | None = None
        self._state: TodayState | None = None
        self._stamp: tuple[object, ...] = ()
        self._wishes: deque[Wish] = deque()

    def on_mount(self) -> None:
        """Read the log once the screen is up, and look at the clock each second."""
        self.set_interval(1, self._tick)
        self._load()

    # Reading

    def _tick(self) -> None:
        """A second has passed: show it, and read again what others have changed."""
        now = self._desk.now()
        self._today.now = now
        state = self._state
        if state is None:
            return
        turned = self._day is None and not state.day.start <= now.timestamp() < state.day.stop
        if turned or self._desk.log.stamp() != self._stamp:
            self._load()

    @property
    def _today(self) -> TodayScreen:
        return next(one for one in self.screen_stack if isinstance(one, TodayScreen))

    @work(thread=True, exclusive=True, group="load")
    def _load(self, touched: tuple[str, ...] = ()) -> None:
        """Read in a thread; what cannot be read is said, never shown as empty."""
        try:
            state = self._read()
        except WorthwhileError as error:
            self.call_from_thread(self._trouble, error)
        else:
            self.post_message(Loaded(state, touched))

    def _read(self) -> TodayState:
        desk = self._desk
        self._stamp = desk.log.stamp()
        settings = desk.load_settings()
        framed = frame(self._day, desk.now(), settings.zone or desk.zone, settings)
        said = Reading(
            entries=desk.log.entries(*framed.range),
            latest=desk.log.latest(VOCABULARY),
            running=desk.log.running(),
            tasks=desk.log.tasks(),
            changes=desk.log.changes(HISTORY),
        )
        return assemble(framed, said, settings, desk.catalogue)

    @on(Loaded)
    def _show(self, event: Loaded) -> None:
        first, self._state = self._state is None, event.state
        today = self._today
        today.now = self._desk.now()
        today.state = event.state
        for entry_id in event.touched[:1]:
            today.day_panel.entries.select(entry_id)
        keys = dict(event.state.settings.keys)
        if first:
            self._welcome(event.state.settings)
        if first or keys != today.keymap:
            today.keymap = keys
            self.set_keymap(keys)

    def _welcome(self, settings: Settings) -> None:
        """Wear the owner's colours; ask the three questions if nobody has."""
        if settings.theme in self.available_themes:
            self.theme = settings.theme
        else:
            self.notify(
                f"There is no theme called {settings.theme}: choose one with ctrl+p.",
                markup=False,
            )
        if not settings.answered:
            from widgets.welcome import WelcomeScreen

            self.push_screen(WelcomeScreen(settings, first=True))

    def _trouble(self, error: WorthwhileError) -> None:
        """The log cannot be read: say so over everything, or quietly if it could be before."""
        if self._state is not None:
            self.notify(str(error), severity="error", markup=False)
            return
        from widgets.trouble import TroubleScreen

        self.push_screen(TroubleScreen(str(error)))

    @on(DayWanted)
    def _turn(self, event: DayWanted) -> None:
        self._day = event.day
        self._load()

    # Changing

    @on(Wanted)
    @on(UndoWanted)
    @on(RedoWanted)
    def _wish(self, event: Wish) -> None:
        """Wishes are carried out one at a time, in their order."""
        event.stop()
        self._wishes.append(event)
        if len(self._wishes) == 1:
            self._carry_out()

    @work(group="change")
    async def _carry_out(self) -> None:
        while self._wishes:
            wish = self._wishes[0]
            try:
                change = await asyncio.to_thread(self._perform, wish)
            except WorthwhileError as error:
                self._declined(wish, error)
            else:
                self._done(wish, change)
            finally:
                self._wishes.popleft()

    def _perform(self, wish: Wish) -> Change:
        """In a thread: returns once the change is durable."""
        log = self._desk.log
        if isinstance(wish, UndoWanted):
            return log.undo()
        if isinstance(wish, RedoWanted):
            return log.redo()
        desk = self._desk
        zone = (self._state.settings.zone if self._state else "") or desk.zone
        moment = Moment(desk.now(), zone, desk.new_id)
        return log.change(lambda book: decide(wish.intent, book, moment, trim=wish.trim))

    def _done(self, wish: Wish, change: Change) -> None:
        if isinstance(wish, Wanted):
            if isinstance(wish.intent, Start | Switch | Continue):
                self._day = None
            if isinstance(wish.intent, Delete):
                self.notify(f"{change.label.capitalize()}: u takes it back.", markup=False)
            if wish.origin is not None:
                wish.origin.post_message(Done(wish, change))
        else:
            words = "Took back" if isinstance(wish, UndoWanted) else "Did again"
            self.notify(f"{words}: {change.label}", timeout=3, markup=False)
        self._load(tuple(entry.id for entry in reversed(change.after)))

    def _declined(self, wish: Wish, error: WorthwhileError) -> None:
        if (
            isinstance(wish, Wanted)
            and isinstance(error, Overlap)
            and not wish.trim
            and self._state is not None
        ):
            from widgets.overlap import OverlapScreen

            self.push_screen(OverlapScreen(self._state, error, wish))
            return
        self.notify(str(error), severity="warning", markup=False)
        if isinstance(wish, Wanted) and wish.origin is not None:
            wish.origin.post_message(Declined(wish, error))

    @on(SettingsWanted)
    @work(group="settings")
    async def _save_settings(self, event: SettingsWanted) -> None:
        try:
            await asyncio.to_thread(self._desk.save_settings, event.changes)
        except WorthwhileError as error:
            self.notify(str(error), severity="error", markup=False)
        self._load()

    async def action_quit(self) -> None:
        """Leave once every wish is carried out."""
        await self.workers.wait_for_complete(
            [worker for worker in self.workers if worker.group == "change"]
        )
        self.exit()
