"""What the import form asks of the app, and what it hears back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from widgets.messages import Errand

if TYPE_CHECKING:
    from datetime import date

    from textual.message_pump import MessagePump

    from tracker.domain.errors import WorthwhileError
    from widgets.import_state import Decision, File, Folder, Options, Preview


@dataclass(eq=False, repr=False)
class ImportOpened(Errand):
    """Somebody wants to import; the app opens the form."""

    work: ClassVar[str] = "import"


@dataclass(eq=False, repr=False)
class ImportAsk(Errand):
    """Something is asked of the app; ``origin`` hears the answer."""

    work: ClassVar[str] = "import"

    origin: MessagePump


@dataclass(eq=False, repr=False)
class FolderWanted(ImportAsk):
    """What is in the folder of the path as far as it was typed; empty asks where to begin."""

    typed: str


@dataclass(eq=False, repr=False)
class FileWanted(ImportAsk):
    """A file is to be read; what was being read before is dropped."""

    file: File


@dataclass(eq=False, repr=False)
class ImportWanted(ImportAsk):
    """The file that was read is to be taken into the log."""

    decision: Decision


@dataclass(eq=False, repr=False)
class ImportStopped(ImportAsk):
    """Whatever is being done is to stop without a trace."""


@dataclass(eq=False, repr=False)
class ImportAnswer(Message):
    """What the app says to the form; :class:`Imported` goes on to the app itself."""


@dataclass(eq=False, repr=False)
class FolderListed(ImportAnswer):
    """What is in a folder."""

    folder: Folder


@dataclass(eq=False, repr=False)
class Begun(ImportAnswer):
    """The options there are; the first answer."""

    options: Options


@dataclass(eq=False, repr=False)
class Advanced(ImportAnswer):
    """Work goes on.

    Attributes:
        doing: What is being done, in words.
        done: Rows so far.
        total: Of how many; ``None`` where nobody knows.
        stoppable: False once it is being written.
    """

    doing: str
    done: int
    total: int | None
    stoppable: bool = True


@dataclass(eq=False, repr=False)
class Previewed(ImportAnswer):
    """The file was read."""

    preview: Preview


@dataclass(eq=False, repr=False)
class Unusable(ImportAnswer):
    """The file cannot be used, or the log not be written: nothing changed."""

    error: WorthwhileError
    file: File


@dataclass(eq=False, repr=False)
class Imported(ImportAnswer):
    """The import is durable.

    Attributes:
        words: What came in, in a sentence.
        day: Of the last entry; ``None`` where only tasks came.
        entry_id: Of the last entry.
    """

    words: str
    day: date | None
    entry_id: str
