"""Text that a person writes at length: several lines, and single ones longer than a name."""

from __future__ import annotations

from tracker.domain.entry import LONGEST_NOTE, plain
from tracker.domain.errors import InvalidValue

LONGEST_PROSE = 20_000
"""Characters of one field of a brief; a book belongs behind a link."""


def prose(kind: str, text: str) -> str:
    """``text`` by lines as :func:`~tracker.domain.entry.plain` has each; no empty ends.

    The indentation of a line stays. Raises InvalidValue where it is too long or not valid
    Unicode; ``kind`` says what it is.
    """
    lines = [_line(line) for line in text.expandtabs(4).splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return _checked(kind, "\n".join(lines), LONGEST_PROSE)


def one_line(kind: str, text: str) -> str:
    """``text`` on one line; raises InvalidValue as :func:`prose` does."""
    return _checked(kind, plain(text), LONGEST_NOTE)


def listed(kind: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each text on one line, without the empty ones; raises InvalidValue."""
    return tuple(line for text in texts if (line := one_line(kind, text)))


def _line(text: str) -> str:
    kept = plain(text)
    if not kept:
        return ""
    indent = len(text) - len(text.lstrip(" "))
    return " " * min(indent, 12) + kept


def _checked(kind: str, text: str, most: int) -> str:
    if len(text) > most:
        raise InvalidValue(f"{kind} is longer than {most:,} characters: shorten it.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidValue(f"{kind} has broken characters: retype it.") from None
    return text
