"""The review as it is kept, one move ahead of the log: keys need not wait for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.audit.review.review import steps_of
from tracker.domain.errors import WorthwhileError
from tracker.domain.papers import Review
from tracker.intents import review as moves
from widgets.messages import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tracker.intents.intent import File
    from widgets.review.state import Reviewed


class Kept:
    """Files each move of the review on behalf of a screen."""

    def __init__(self, screen: Screen[None]) -> None:
        """Nothing is known yet."""
        self._screen = screen
        self._review: Review | None = None
        self._pending = 0

    @property
    def waiting(self) -> bool:
        """Whether a move is not durable yet: what is read meanwhile is out of date."""
        return self._pending > 0

    def adopt(self, reviewed: Reviewed) -> None:
        """Go on from what the log says; a review not begun is begun by the first move."""
        period = reviewed.period
        self._review = reviewed.looked.paper or Review(
            period.id, steps_of(period.kind)[0], begun=reviewed.today
        )

    def done(self) -> None:
        """A move is durable, or refused."""
        self._pending = max(0, self._pending - 1)

    def step_to(self, step: str) -> None:
        """Go to a step."""
        self._file(lambda review: moves.step_to(review, step))

    def settle(self, key: str) -> None:
        """A finding is right as it is."""
        self._file(lambda review: moves.settle(review, key))

    def intend(self, text: str) -> None:
        """Write the line for the time to come."""
        self._file(lambda review: moves.intend(review, text))

    def reopen(self) -> bool:
        """Open it again; whether it was closed."""
        if self._review is None or self._review.finished is None:
            return False
        self._file(moves.reopen)
        return True

    def _file(self, move: Callable[[Review], File]) -> None:
        if self._review is None:
            return
        try:
            filed = move(self._review)
        except WorthwhileError as error:
            self._screen.notify(str(error), severity="warning", markup=False)
            return
        self._review = next(it for it in filed.papers if isinstance(it, Review))
        self._pending += 1
        self._screen.post_message(Wanted(filed, origin=self._screen))
