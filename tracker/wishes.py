"""Carries out what the screens want of the log: one wish at a time, in their order."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Protocol

from tracker.domain.errors import WorthwhileError
from widgets.messages import RedoWanted, UndoWanted, Wanted

if TYPE_CHECKING:
    from textual.app import App

    from tracker.domain.book import Change
    from tracker.session import Session

Wish = Wanted | UndoWanted | RedoWanted


class Teller(Protocol):
    """Whoever is told what came of a wish."""

    def done(self, wish: Wish, change: Change) -> None:
        """``change`` is durable."""

    def declined(self, wish: Wish, error: WorthwhileError) -> None:
        """Nothing happened, and why."""


class Wishes:
    """A queue in front of the log; a worker thread writes, and nobody waits for it."""

    def __init__(self, app: App[None], session: Session, teller: Teller) -> None:
        """Run workers on ``app``, in the group ``change``, and tell ``teller``."""
        self._app = app
        self._session = session
        self._teller = teller
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
                self._teller.declined(wish, error)
            else:
                self._teller.done(wish, change)
            finally:
                self._waiting.popleft()


def _perform(session: Session, wish: Wish) -> Change:
    """In a thread: returns once the change is durable."""
    if isinstance(wish, UndoWanted):
        return session.undo()
    if isinstance(wish, RedoWanted):
        return session.redo()
    return session.carry_out(wish.intent, trim=wish.trim)
