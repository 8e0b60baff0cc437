"""The one family of errors a person ever sees; each message says what to do next."""

from __future__ import annotations


class WorthwhileError(Exception):
    """Something was refused; ``str(error)`` is one plain sentence for the person.

    Attributes:
        exit_code: What a command exits with: 1 refused, 2 wrong usage.
    """

    exit_code = 1


class Refused(WorthwhileError):
    """The request was understood and cannot be done as things stand."""


class InvalidValue(WorthwhileError):
    """A field is outside what the domain allows: a name too long, an end before its start."""


class Unreadable(WorthwhileError):
    """Some words could not be read.

    Attributes:
        start, stop: The half-open range of characters of the text that could not be read.
    """

    exit_code = 2

    def __init__(self, message: str, *, start: int = 0, stop: int = 0) -> None:
        """Say what could not be read and where."""
        super().__init__(message)
        self.start = start
        self.stop = stop


class Overlap(Refused):
    """New time would cover time that is already logged.

    Attributes:
        entries: What is in the way, as :class:`~tracker.domain.entry.Entry` values.
    """

    def __init__(self, message: str, entries: tuple[object, ...] = ()) -> None:
        """Say what is in the way; the message offers the trim."""
        super().__init__(message)
        self.entries = entries


class UsageError(WorthwhileError):
    """A command's words or options are off."""

    exit_code = 2


class StoreError(WorthwhileError):
    """The log could not be read or written; nothing was changed."""


class StillPending(StoreError):
    """A change is durable and counts, but could not be carried through: do not repeat it."""


class ConfigError(WorthwhileError):
    """``config.toml`` has a line that cannot be used."""


class ImportRefused(WorthwhileError):
    """A foreign file could not be taken in; nothing was changed."""


class DateOrderOpen(ImportRefused):
    """Nothing in the file settles whether the day or the month comes first: ask.

    Attributes:
        question: What is open, without the words of the command line.
    """

    def __init__(self, question: str, then: str = "") -> None:
        """Say what is open, how to answer, and what happens then."""
        super().__init__(f"{question}: say --date-order dmy or --date-order mdy{then}.")
        self.question = question
