"""Carries out what the screens want of the log: one wish at a time, in their order."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Protocol

from tracker.domain.errors import Overlap, WorthwhileError
from tracker.intents.intent import Cancel, Continue, Delete, Start, Switch
from widgets.messages import Declined, Done, RedoWanted, UndoWanted, Wanted

if TYPE_CHECKING:
    from textual.app import App

    from tracker.domain.book import Change
    from tracker.session import Session
    from widgets.state import TodayState

Wish = Wanted | UndoWanted | RedoWanted


class Follower(Protocol):
    """Whoever shows what came of a wish."""

    def changed(self, change: Change) -> None:
        """``change`` is durable: read the log again."""

    @property
    def state(self) -> TodayState | None:
        """What is shown; ``None`` before anything could be read."""


class Wishes:
    """A queue in front of the log; a worker thread writes, and nobody waits for it."""

    def __init__(self, app: App[None], session: Session, follower: Follower) -> None:
        """Run workers on ``app``, in the group ``change``; ``follower`` hears of each change."""
        self._app = app
        self._session = session
        self._follower = follower
        self._waiting: deque[Wish] = deque()

    def __bool__(self) -> bool:
        """Whether any is not carried out yet."""
        return bool(self._waiting)

    def add(self, wish: Wish) -> None:
        """Carry out ``wish`` once all before it are."""
        self._waiting.append(wish)
        if len(self._waiting) == 1:
            self._app.run_worker(self._carry_out(), group="change")

    async def _carry_out(self) -> None:
        while self._waiting:
            wish = self._waiting[0]
            try:
                change = await asyncio.to_thread(_perform, self._session, wish)
            except WorthwhileError as error:
                self._declined(wish, error)
            else:
                self._done(wish, change)
            finally:
                self._waiting.popleft()

    def _done(self, wish: Wish, change: Change) -> None:
        """Tell whoever wanted it, and have what came of it shown."""
        app = self._app
        app.clear_notifications()  # they spoke of the log as it was, and would pile up
        if isinstance(wish, Wanted):
            if isinstance(wish.intent, Start | Switch | Continue):
                self._session.day = None
            if isinstance(wish.intent, Delete | Cancel):
                app.notify(f"{change.label.capitalize()}: u takes it back.", markup=False)
            if wish.origin is not None:
                wish.origin.post_message(Done(wish, change))
        else:
            words = "Took back" if isinstance(wish, UndoWanted) else "Did again"
            app.notify(f"{words}: {change.label}", timeout=3, markup=False)
        self._follower.changed(change)

    def _declined(self, wish: Wish, error: WorthwhileError) -> None:
        """Offer to make room for what overlaps; else say why not."""
        state = self._follower.state
        if isinstance(wish, Wanted) and isinstance(error, Overlap) and not wish.trim and state:
            from widgets.overlap import OverlapScreen

            self._app.push_screen(OverlapScreen(state, error, wish))
            return
        self._app.notify(str(error), severity="warning", markup=False)
        if isinstance(wish, Wanted) and wish.origin is not None:
            wish.origin.post_message(Declined(wish, error))


def _perform(session: Session, wish: Wish) -> Change:
    """In a thread: returns once the change is durable."""
    if isinstance(wish, UndoWanted):
        return session.undo()
    if isinstance(wish, RedoWanted):
        return session.redo()
    return session.carry_out(wish.intent, trim=wish.trim)
