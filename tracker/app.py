"""The app: what its screens want of the log, and what the log says, brought together."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import App
from textual.worker import get_current_worker

from tracker.domain.errors import WorthwhileError
from tracker.errands import Errands
from tracker.greeting import greet
from tracker.screens import Screens
from tracker.session import Session
from tracker.surveyor import Bell, Surveyor
from tracker.wishes import Wishes
from widgets.actions import bindings
from widgets.frame import FRAME_STYLES
from widgets.messages import (
    DayWanted,
    Errand,
    Loaded,
    ModeWanted,
    RedoWanted,
    SettingsWanted,
    Surveyed,
    UndoWanted,
    Wanted,
)
from widgets.sizes import HEIGHTS, WIDTHS
from widgets.stylesheet import KeptStylesheet
from widgets.theme import THEMES
from widgets.today import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.theme import Theme

    from tracker.desk import Desk
    from tracker.domain.book import Change
    from tracker.domain.settings import Settings
    from tracker.wishes import Wish
    from widgets.frame import FramedScreen
    from widgets.import_messages import Imported
    from widgets.state import TodayState
    from widgets.today import TodayScreen

FIRST_LOOK = 0.3
"""Seconds after the first frame at which the whole log is looked at: the launch is over by then."""


def _palette() -> type[Provider]:
    from widgets.palette import Commands

    return Commands


class WorthwhileApp(App[None]):
    """Carries wishes from the screens to the log, and what the log then says back down."""

    TITLE = "worthwhile"
    COMMANDS: ClassVar = {_palette}
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    CSS_PATH: ClassVar = [FRAME_STYLES, STYLES]
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    def __init__(
        self, desk: Desk, *, started: Callable[[], None] = lambda: None, kept: bool = True
    ) -> None:
        """Hold the collaborators.

        ``started`` is called once the first frame is painted; a log that is not ``kept`` is
        left without a word about its timer.
        """
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, THEMES[0].name)
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self._desk = desk
        self._session = Session(desk)
        self._started = started
        self._kept = kept
        self._broken: WorthwhileError | None = None
        self._screens = Screens(self, self._session.now)
        self._wishes = Wishes(self, self._session, self)
        self._errands = Errands(self, desk, self._session, self._screens)
        self._surveyor = Surveyor(self, self._session)
        self._bell = Bell(self, self._session)
        self.parting = ""

    def get_default_screen(self) -> TodayScreen:
        """Today, read before the first frame: a week takes some milliseconds, a flicker longer."""
        try:
            self._screens.state = self._session.read()
        except WorthwhileError as error:
            self._broken = error
        return self._screens.first()

    def on_mount(self) -> None:
        """Look at the clock each second; say what is wrong, or ask what nobody has asked yet."""
        self.set_interval(1, self._tick)
        self.call_after_refresh(self._painted)
        self._screens.offer()
        if self._broken is not None:
            self._trouble(self._broken)
        if self.state is not None:
            self._begin(self.state.settings)

    def _painted(self) -> None:
        """The first frame is there: now what it did not need."""
        self._started()
        self.set_timer(FIRST_LOOK, self._look)

    # Showing

    @property
    def state(self) -> TodayState | None:
        """What was read last; ``None`` before anything could be."""
        return self._screens.state

    @property
    def shown(self) -> FramedScreen:
        """The screen of the mode, whatever question is over it."""
        return self._screens.shown

    @on(ModeWanted)
    async def _switch(self, event: ModeWanted) -> None:
        await self._screens.show(event.mode)
        self._look()

    @on(DayWanted)
    async def _turn(self, event: DayWanted) -> None:
        await self._screens.show("today")
        today = self.state.today.date if self.state is not None else None
        self._session.day = event.day if event.day != today else None
        self._load()

    # Reading

    def _tick(self) -> None:
        """A second has passed: show it, and read again what others have changed."""
        self._screens.tick()
        if self.state is None or not self.screen_stack:
            return
        if self._session.outdated(self.state):
            self._load()
        if self.shown.MODE != "review":
            self._bell.listen(self._session.now())

    def _look(self) -> None:
        """Have the whole log looked at, where it has changed since it was."""
        if self.state is not None:
            self._surveyor.look()

    @on(Surveyed)
    def _surveyed(self, event: Surveyed) -> None:
        if not self.screen_stack:  # the app is closing
            return
        if self._screens.survey is None:
            self.run_worker(self._screens.prepare(), group=Surveyor.GROUP)
        self._screens.survey = self.shown.survey = event.survey
        if event.nudge:
            self.notify(event.nudge, timeout=8, markup=False)

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        """Read in a thread; what cannot be read is said, never shown as empty."""
        try:
            state = self._session.read()
        except WorthwhileError as error:
            self.call_from_thread(self._trouble, error)
        else:
            if not get_current_worker().is_cancelled:
                self.post_message(Loaded(state))

    @on(Loaded)
    def _show(self, event: Loaded) -> None:
        if not self.screen_stack:  # the app is closing
            return
        first, self._screens.state = self.state is None, event.state
        self._broken = None
        self._screens.bind(self.shown)
        self._surveyor.outdate()
        self._look()
        if first:
            self._begin(event.state.settings)

    def _begin(self, settings: Settings) -> None:
        """The log could be read: its owner's keys and colours, from now on theirs to change."""
        self.shown.wear(settings)
        greet(self, settings, self._desk.currency)
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def _keep_theme(self, theme: Theme) -> None:
        """Colours chosen in the palette are the owner's from then on."""
        if self.state is not None and theme.name != self.state.settings.theme:
            self.post_message(SettingsWanted({"theme": theme.name}))

    def _trouble(self, error: WorthwhileError) -> None:
        """The log cannot be read: say so over everything, or quietly if it could be before."""
        if self.state is not None:
            self.notify(str(error), severity="error", markup=False)
            return
        from widgets.trouble import TroubleScreen

        self.push_screen(TroubleScreen(str(error)))

    @property
    def idle(self) -> bool:
        """Whether every wish is carried out and the log is read since."""
        return not self._wishes and all(
            worker.is_finished for worker in self.workers if worker.group != Surveyor.GROUP
        )

    @property
    def looking(self) -> bool:
        """Whether the whole log is being looked at."""
        return self._surveyor.busy

    # Changing

    @on(Wanted)
    @on(UndoWanted)
    @on(RedoWanted)
    def _wish(self, event: Wish) -> None:
        event.stop()
        self._wishes.add(event)

    def changed(self, change: Change) -> None:
        """Show what came of a wish, with the cursor on it."""
        self._screens.touched = change.after[-1].id if change.after else ""
        self._load()

    @on(Errand)
    def _errand(self, event: Errand) -> None:
        self._errands.hear(event)

    def on_imported(self, event: Imported) -> None:
        """Show the last day that came in, with the cursor on its entry."""
        self.notify(event.words, markup=False)
        self._screens.touched = event.entry_id
        if event.day is None:
            self._load()
        else:
            self.post_message(DayWanted(event.day))

    @on(SettingsWanted)
    @work(group="settings")
    async def _save_settings(self, event: SettingsWanted) -> None:
        try:
            await asyncio.to_thread(self._session.save_settings, event.changes)
        except WorthwhileError as error:
            self.notify(str(error), severity="error", markup=False)
        self._load()

    def notify(self, message: str, **options: Any) -> None:
        """Say something in the corner; what stands there already is not said beside itself."""
        if all(shown.message != message for shown in self._notifications):
            super().notify(message, **options)

    def delay_update(self, delay: float = 0.0) -> None:
        """Hold nothing back: Textual would draw the first frame of a screen and throw it away."""

    async def action_quit(self) -> None:
        """Leave once every wish is carried out, also one that was pressed just now."""
        self.call_after_refresh(self._leave)

    @work(group="leave")
    async def _leave(self) -> None:
        self._errands.stop()
        changes = [worker for worker in self.workers if worker.group == "change"]
        if changes:
            await self.workers.wait_for_complete(changes)
        running = self._session.running() if self.state is not None else ""
        if running and self._kept:
            self.parting = f"{running} keeps running; ww stop ends it."
        self.exit(message=Text(self.parting) if self.parting else None)

    def _fatal_error(self) -> None:
        """Close without a traceback on the screen; :attr:`failure` has the error."""
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """What nobody foresaw and ended the app; ``None`` where it was left in order."""
        return self._exception
