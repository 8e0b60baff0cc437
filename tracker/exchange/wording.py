"""Texts of foreign rows made fit to be names and notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.entry import LONGEST_NAME, LONGEST_NOTE, What, bare_tag, plain
from tracker.domain.errors import InvalidValue
from tracker.domain.span import OpenSpan, Span
from tracker.exchange.row import Row

UNTITLED = "Untitled"
"""The task of a row that names none: its time is kept."""


class Worded(NamedTuple):
    """Texts of a row.

    Attributes:
        what: Clean, and short enough for the domain.
        key: The clean texts before any was shortened; equal for equal rows of any encoding.
        warning: What was shortened; empty where nothing was.
    """

    what: What
    key: str
    warning: str


def unbroken(text: str) -> str:
    """``text`` itself; raises InvalidValue where it holds half a character (a surrogate)."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise InvalidValue("A text has broken characters: retype it.") from None
    return text


def clean(text: str) -> str:
    """``text`` on one line, composed (Unicode NFC), without control and direction marks.

    Raises:
        InvalidValue: It holds half a character.
    """
    if text.isascii():
        return plain(text)
    return unicodedata.normalize("NFC", plain(unbroken(text)))


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Tags without ``#``, order and repetition; raises InvalidValue for broken characters."""
    return tuple(sorted({tag for text in texts if (tag := plain(bare_tag(unbroken(text))))}))


def key_of(what: What) -> str:
    """The texts as one; equal for equal rows, whatever their encoding."""
    return "\x1f".join(
        (
            clean(what.task),
            clean(what.project),
            "\x1e".join(map(clean, what.tags)),
            clean(what.note),
        )
    )


def worded(task: str, project: str = "", tags: Iterable[str] = (), note: str = "") -> Worded:
    """The texts of a foreign row as an entry can hold them.

    Foreign tools allow names of any length. A task that is too long is cut and stands whole
    in the note; projects, tags and notes are cut.

    Raises:
        InvalidValue: A text holds broken characters.
    """
    whole = What(clean(task) or UNTITLED, clean(project), tags_of(map(clean, tags)), clean(note))
    key = key_of(whole)
    if len(key) <= LONGEST_NAME:
        return Worded(whole, key, "")
    fitting = _fitting(whole)
    cut = [
        field
        for field in ("task", "project", "tags")
        if getattr(fitting, field) != getattr(whole, field)
    ]
    if not fitting.note.endswith(whole.note):
        cut.append("note")
    return Worded(fitting, key, f"Shortened: {', '.join(cut)}." if cut else "")


def _fitting(what: What) -> What:
    """``what`` with each text cut to its longest."""
    note = what.note
    if len(what.task) > LONGEST_NAME:
        note = f"{what.task} · {note}" if note else what.task
    tags = {_cut(tag, LONGEST_NAME) for tag in what.tags}
    return What(
        _cut(what.task, LONGEST_NAME),
        _cut(what.project, LONGEST_NAME),
        tuple(sorted(tags)),
        _cut(note, LONGEST_NOTE),
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def spent(words: Worded, when: Span | OpenSpan, zone: str, line: int) -> Row:
    """A row whose times are instants in the file: its identity is its words and these.

    A running one is known again by its start, so that a later file can finish it.
    """
    begun = f"{words.key}\x1f{when.start.isoformat()}/"
    stop = when.stop.isoformat() if isinstance(when, Span) else ""
    return Row(
        words.what, when, zone, None, f"{begun}{stop}", line, begun=begun, warning=words.warning
    )
