"""What the screens tell the app, and what it answers; the only talk between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from textual.message_pump import MessagePump

    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.domain.book import Change
    from tracker.domain.errors import WorthwhileError
    from tracker.domain.papers import Brief
    from tracker.intents.intent import Intent
    from widgets.actions import Mode
    from widgets.state import TodayState


@dataclass(eq=False, repr=False)
class Wanted(Message):
    """Something is wanted of the log; ``origin`` hears :class:`Done` or :class:`Declined`."""

    intent: Intent
    trim: bool = False
    origin: MessagePump | None = None


@dataclass(eq=False, repr=False)
class UndoWanted(Message):
    """The last change is to be taken back."""


@dataclass(eq=False, repr=False)
class RedoWanted(Message):
    """What was undone is to be applied again."""


@dataclass(eq=False, repr=False)
class DayWanted(Message):
    """A day is to be shown; ``None`` is today, and follows midnight."""

    day: date | None


@dataclass(eq=False, repr=False)
class ModeWanted(Message):
    """Another screen is wanted."""

    mode: Mode


@dataclass(eq=False, repr=False)
class SettingsWanted(Message):
    """Settings are to be changed: field name to value."""

    changes: Mapping[str, object]


@dataclass(eq=False, repr=False)
class Loaded(Message):
    """The log was read again: everything a screen shows."""

    state: TodayState


@dataclass(eq=False, repr=False)
class Surveyed(Message):
    """The whole log was looked at again: what the audit says of it.

    ``nudge`` is a sentence about what is overdue, empty where there is none to say.
    """

    survey: Survey
    nudge: str = ""


@dataclass(eq=False, repr=False)
class Done(Message):
    """A change is durable; sent to its origin."""

    wanted: Wanted
    change: Change


@dataclass(eq=False, repr=False)
class Declined(Message):
    """A change was refused and nothing happened; sent to its origin."""

    wanted: Wanted
    error: WorthwhileError


class Errand(Message):
    """Something to be done beside the log; loaded when it is first asked for.

    Attributes:
        work: Who does it: ``import``, ``review``, ``report`` or ``send``.
    """

    work: ClassVar[str] = ""


@dataclass(eq=False, repr=False)
class BriefSent(Errand):
    """A brief is to leave as Markdown: to the clipboard, or to the file at ``path``.

    Attributes:
        standing: For how long the task takes.
        path: As it was typed; empty for the clipboard.
    """

    work: ClassVar[str] = "send"
    brief: Brief
    standing: Standing | None
    path: str = ""
