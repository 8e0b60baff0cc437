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
    limit: int = 20,
) -> tuple[Completion, ...]:
    """Names that fit what stands before the cursor, the best first.

    After ``@`` projects, after ``#`` tags, in the words that are no time tasks; in the note
    nothing. Names that begin so come first, then names with a word that does, then names with
    those letters anywhere; among equals the order given stays, so recent ones lead.

    Args:
        text: The line so far.
        cursor: How many characters are before the cursor.
        tasks: Known names, the most recent first.
        projects: The same.
        tags: The same.
        limit: How many are wanted at most.
    """
    cursor = max(0, min(cursor, len(text)))
    start = _word_start(text, cursor)
    if start is None:
        return ()
    mark = text[start : start + 1]
    if mark in ("@", "#"):
        kind, names = ("project", projects) if mark == "@" else ("tag", tags)
        typed = text[start + 1 : cursor].removeprefix('"')
    else:
        begin = _task_start(text[:cursor], start, tasks)
        if begin is None:
            return ()
        mark, kind, names, start = "", "task", tasks, begin
        typed = text[start:cursor].removeprefix('"')
    stop = _token_end(text, start) if mark else _word_end(text, cursor)
    return tuple(
        Completion(start, stop, mark + marked(name) if mark else _spelt(name), kind)
        for name in _fitting(typed, names)[:limit]
    )


def _spelt(name: str) -> str:
    return write_name(name, now=_ANY_NOW)


def _word_start(text: str, cursor: int) -> int | None:
    """Where the word at the cursor begins, an open quote included; ``None`` in the note."""
    at = 0
    while at < cursor:
        if text[at].isspace():
            at += 1
        elif text.startswith("//", at):
            return None
        elif (stop := _token_end(text, at)) >= cursor:
            return at
        else:
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


def _task_start(before: str, word: int, tasks: Sequence[str]) -> int | None:
    """Where the words of the task that reach up to the cursor begin; ``None`` where none do.

    Args:
        before: The text up to the cursor.
        word: Where the word at the cursor begins.
        tasks: Known names.
    """
    if before.startswith('"', word):
        return word
    fresh = not before[-1:].strip()
    try:
        tokens = take_apart(before).tokens
        name = choose(tokens, Here(_ANY_NOW, UTC), tasks).name
    except WorthwhileError:
        return None
    start = len(before)
    for token in reversed(name):
        if before[token.stop : start].strip():
            break
        start = token.start
    if start < len(before):
        return start
    return start if fresh and not name else None


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
