"""What screen 3 asks of the app beside changes to the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.papers import Brief


@dataclass(eq=False, repr=False)
class BriefSent(Message):
    """A brief is to leave as Markdown: to the clipboard, or to the file at ``path``.

    Attributes:
        path: As it was typed; empty for the clipboard.
        origin: Hears :class:`BriefRefused` where the file cannot be written.
    """

    brief: Brief
    standing: Standing | None
    path: str = ""
    origin: MessagePump | None = None
