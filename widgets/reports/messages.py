"""What the Reports screen asks of the app, and what it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from widgets.messages import Errand

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from tracker.domain.entry import Entry
    from tracker.domain.errors import WorthwhileError
    from tracker.reporting import Asked, Shown


@dataclass(eq=False, repr=False)
class ReportAsk(Errand):
    """Something is asked; ``origin`` hears the answer."""

    work: ClassVar[str] = "report"

    origin: MessagePump


@dataclass(eq=False, repr=False)
class ReportWanted(ReportAsk):
    """Add a range up; where a row is opened, its entries are wanted as well."""

    asked: Asked
    opened: str | None = None


@dataclass(eq=False, repr=False)
class ReportSent(ReportAsk):
    """Write what is seen to the file at ``path``, in the format that its ending says."""

    shown: Shown
    title: str
    path: str
    decimal: bool


@dataclass(eq=False, repr=False)
class Reported(Message):
    """A report, and the entries of the row that is open."""

    shown: Shown
    opened: str | None
    entries: tuple[Entry, ...]


@dataclass(eq=False, repr=False)
class NotReported(Message):
    """It could not be added up."""

    error: WorthwhileError
