"""``add`` and ``log-line``."""

from __future__ import annotations

from tracker.cli.change import perform
from tracker.cli.quick import joined, read_line
from tracker.domain.errors import UsageError
from tracker.intents.intent import Add

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.context import Context


def add(context: Context) -> int:
    """Log finished time; a line without an end is not that."""
    words = context.request.words
    intent = read_line(context, words)
    if not isinstance(intent, Add):
        raise UsageError(
            f'"{joined(words)}" has no end: give a block such as 9-10 or 25m, '
            f"or start a timer with ww start."
        )
    return perform(context, intent)


def log_line(context: Context) -> int:
    """Do whatever the line says."""
    return perform(context, read_line(context, context.request.words))
