"""What the word at the cursor could become."""

from __future__ import annotations

from datetime import UTC, datetime

from tracker.domain.errors import WorthwhileError
from tracker.domain.value import Value
from tracker.line.choice import choose
from tracker.line.here import Here
from tracker.line.tokens import take_apart
from tracker.line.write import marked, write_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ANY_NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""Which words are a time does not depend on the clock; whether it is over is not asked here."""


class Completion(Value):
    """Put ``replacement`` in place of the characters ``[start, stop)``.

    Attributes:
        kind: ``task``, ``project`` or ``tag``.
    """

    start: int
    stop: int
    replacement: str
    kind: str


def complete(
    text: str,
    cursor: int,
    *,
    tasks: Sequence[str] = (),
    projects: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> tuple[Completion, ...]:
    """Names that fit what stands before the cursor, the best first.

    After ``@`` projects, after ``#`` tags, in the words that are no time tasks; in the note
    nothing. Names that begin so come first, then names with a word that does, then names with
    those letters anywhere; among equals the order given stays, so recent ones lead.

    Args:
        text: The line so far.
        cursor: How many characters are before the cursor.
        tasks, projects, tags: Known names, the most recent first.
    """
    cursor = max(0, min(cursor, len(text)))
    start = _mark(text, cursor)
    if start < 0:
        return ()
    stop = _word_end(text, cursor)
    if text[start : start + 1] in ("@", "#"):
        project = text[start] == "@"
        typed = text[start + 1 : cursor].removeprefix('"')
        return tuple(
            Completion(start, stop, text[start] + marked(name), "project" if project else "tag")
            for name in _fitting(typed, projects if project else tags)
        )
    start = _task_start(text[:cursor], cursor, tasks)
    typed = text[start:cursor].removeprefix('"')
    return tuple(
        Completion(start, stop, write_name(name, now=_ANY_NOW), "task")
        for name in _fitting(typed, tasks)
    )


def _mark(text: str, cursor: int) -> int:
    """Where the word at the cursor begins, an open quote included; -1 in the note."""
    at = 0
    while at < cursor:
        if text[at].isspace():
            at += 1
            continue
        if text.startswith("//", at):
            return -1
        stop = _token_end(text, at)
        if stop >= cursor:
            return at
        at = stop
    return cursor


def _token_end(text: str, at: int) -> int:
    """Where the word at ``at`` ends; one in open quotes at the end of the text."""
    quote = at + (text[at] in "@#")
    if not text.startswith('"', quote):
        return _word_end(text, at)
    close = text.find('"', quote + 1)
    while close >= 0 and text.startswith('""', close):
        close = text.find('"', close + 2)
    return len(text) if close < 0 else close + 1


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _task_start(before: str, cursor: int, tasks: Sequence[str]) -> int:
    """Where the words of the task that reach up to the cursor begin; the cursor where none do."""
    try:
        tokens = take_apart(before).tokens
        name = choose(tokens, Here(_ANY_NOW, UTC), tasks).name
    except WorthwhileError:
        quote = _mark(before, cursor)
        return quote if before.startswith('"', quote) else cursor
    if not name or name[-1] is not tokens[-1] or (before[-1:].isspace() and not _open(before)):
        return cursor if not _reaches(name, tokens, before) else name[0].start
    start = name[-1].start
    for token in reversed(name[:-1]):
        if before[token.stop : start].strip():
            break
        start = token.start
    return start


def _open(before: str) -> bool:
    return False


def _reaches(name: object, tokens: object, before: str) -> bool:
    return False


def _fitting(typed: str, names: Iterable[str]) -> list[str]:
    """Names that fit, the best first; one that is already there whole is left out."""
    folded = typed.casefold()
    ranked: list[tuple[int, str]] = []
    for name in names:
        low = name.casefold()
        if name == typed:
            continue
        if low.startswith(folded):
            ranked.append((0, name))
        elif f" {folded}" in low:
            ranked.append((1, name))
        elif folded in low:
            ranked.append((2, name))
    return [name for _, name in sorted(ranked, key=lambda one: one[0])]
