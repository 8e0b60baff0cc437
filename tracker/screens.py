"""The app's screens: opened when first wanted, given what is known when they are shown."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from widgets.frame import FramedScreen
from widgets.modes import screen_of
from widgets.state import EMPTY
from widgets.stylesheet import KeptStylesheet
from widgets.today import TodayScreen
from widgets.top_bar import MODES, MORE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.app import App

    from tracker.audit.survey import Survey
    from widgets.actions import Mode
    from widgets.state import TodayState


PAUSE = 0.2
"""Seconds between two screens that are made ready."""

PREPARED: tuple[Mode, ...] = ("handoff", "review")
"""Screens that are made ready: what has most modules. Each costs about 1 MiB of memory."""


class Screens:
    """One screen a mode; only the one that is shown follows the log, the others catch up.

    Attributes:
        state: What was read last; ``None`` before anything could be.
        survey: What the audit said last.
        touched: The entry that was changed last, until Today has shown it.
    """

    def __init__(self, app: App[None], now: Callable[[], datetime]) -> None:
        """Of ``app``, by the clock ``now``."""
        self._app = app
        self._now = now
        self._open: dict[Mode, FramedScreen] = {}
        self.state: TodayState | None = None
        self.survey: Survey | None = None
        self.touched = ""

    def first(self) -> TodayScreen:
        """Today, as the app begins."""
        screen = TodayScreen() if self.state is None else TodayScreen(self.state, self._now())
        self._open["today"] = screen
        return screen

    def offer(self) -> None:
        """Make every mode known to the app."""
        for mode, _, _ in (*MODES, *MORE):
            self._app.add_mode(mode, partial(self._make, mode))

    def _make(self, mode: Mode) -> FramedScreen:
        screen = screen_of(mode)(self.state or EMPTY, self._now(), self.survey)
        self._open[mode] = screen
        # A screen that has never been styled has nothing to be styled again.
        screen._css_update_count = self._app._css_update_count  # noqa: SLF001
        if isinstance(self._app.stylesheet, KeptStylesheet):
            self._app.stylesheet.learn(screen.css_path)
        return screen

    async def prepare(self) -> None:
        """Load what the screens that are not open yet are made of, one after the other.

        In a thread, and with pauses: a key that is pressed meanwhile waits for none of it. What
        is there already is opened some 20 ms sooner.
        """
        for mode in PREPARED:
            await asyncio.sleep(PAUSE)
            if mode not in self._open:
                await asyncio.to_thread(self._load, mode)

    def _load(self, mode: Mode) -> None:
        path = screen_of(mode).CSS_PATH
        if mode == "review":
            import tracker.review_work
            import tracker.reviewing  # noqa: F401
        if isinstance(path, Path) and isinstance(self._app.stylesheet, KeptStylesheet):
            self._app.stylesheet.foresee(path)

    @property
    def shown(self) -> FramedScreen:
        """The screen of the mode, whatever question is over it."""
        screen = self._app.screen_stack[0]
        assert isinstance(screen, FramedScreen)  # noqa: S101
        return screen

    async def show(self, mode: Mode) -> None:
        """Bring a screen up to date, show it, and go on there with the words in the line."""
        before = self.shown
        if mode == before.MODE:
            return
        if mode in self._open:
            self.bind(self._open[mode])
        await self._app.switch_mode(mode)
        self.shown.take_over(before)

    def bind(self, screen: FramedScreen) -> None:
        """Give a screen what is known now."""
        screen.now = self._now()
        if self.survey is not None:
            screen.survey = self.survey
        if self.state is not None:
            screen.state = self.state
            screen.wear(self.state.settings)
            screen.reread()
        if self.touched and screen.MODE == "today":
            screen.touched(self.touched)
            self.touched = ""

    def tick(self) -> None:
        """A second has passed; there is nothing to tell while the app opens or closes."""
        if self._app.screen_stack:
            self.shown.now = self._now()
