"""What came of a hand-off against what was promised when the trial began."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.handoff.board import Board, Row
    from widgets.handoff.prose import Line


def realised_lines(board: Board, row: Row, width: int) -> list[Line]:
    """Nothing before a trial has begun."""
    return []
