"""Looks at the whole log off the event loop, and no more often than someone needs."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.domain.errors import WorthwhileError
from widgets.messages import Surveyed

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import App

    from tracker.session import Session

PATIENCE = timedelta(minutes=5)
"""Between two looks at whether the hour of the review has come."""

SPACING = 0.4
"""Seconds between two looks: a burst of changes costs two of them, not one each."""


class Bell:
    """Says once that the hour of the review has come, also where the app was opened later."""

    def __init__(self, app: App[None], session: Session) -> None:
        """Ring on ``app``."""
        self._app = app
        self._session = session
        self._next: datetime | None = None

    def listen(self, now: datetime) -> None:
        """A second has passed; every five minutes it is asked."""
        if self._next is None or now >= self._next:
            self._next = now + PATIENCE
            self._app.run_worker(self._ring(), group=Surveyor.GROUP)

    async def _ring(self) -> None:
        try:
            words = await asyncio.to_thread(self._session.bell)
        except WorthwhileError:
            return  # whoever shows the log says so; it is tried again later
        if words:
            self._app.notify(words, timeout=10, markup=False)


class Surveyor:
    """Works out the next survey when the log has changed since the last."""

    GROUP = "survey"

    def __init__(self, app: App[None], session: Session) -> None:
        """Run workers on ``app``; what they find is posted to it as :class:`Surveyed`."""
        self._app = app
        self._session = session
        self._stale = True
        self._looking = False
        self._next = 0.0

    @property
    def busy(self) -> bool:
        """Whether a look is being taken, or waits for its time."""
        return self._looking

    def outdate(self) -> None:
        """The log has changed: the next one who asks gets another survey."""
        self._stale = True

    def look(self) -> None:
        """See to it that the survey is as new as the log; returns at once."""
        if self._stale and not self._looking:
            self._looking = True
            self._app.run_worker(self._work(), group=self.GROUP)

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._stale:
                await asyncio.sleep(max(0.0, self._next - loop.time()))
                self._stale = False
                try:
                    survey, nudge = await asyncio.to_thread(self._session.look)
                except WorthwhileError as error:
                    self._app.notify(str(error), severity="error", markup=False)
                else:
                    self._app.post_message(Surveyed(survey, nudge))
                self._next = loop.time() + SPACING
        finally:
            self._looking = False
