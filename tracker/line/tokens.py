"""The words of a line, with their places; project, tags and note taken out."""

from __future__ import annotations

from tracker.domain.entry import LONGEST_NOTE, checked_name, plain
from tracker.domain.errors import InvalidValue, Unreadable
from tracker.domain.value import Value


class Token(Value):
    """One word of the task or the time.

    Attributes:
        text: As typed; without the quotes where it was quoted.
        low: ``text`` in lower case, its dashes ASCII.
        start, stop: The half-open range of characters it takes in the line, quotes included.
        literal: It was quoted, or is part of a known task: never a time.
    """

    text: str
    low: str
    start: int
    stop: int
    literal: bool = False


class Line(Value):
    """A line taken apart; ``tokens`` hold what is neither project, tag nor note."""

    tokens: tuple[Token, ...]
    project: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""


_DASHES = "\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}"
_KINDS = {"@": "project", "#": "tag"}


def take_apart(text: str) -> Line:
    """``text`` as words, ``@project``, ``#tags`` and ``// note``.

    A name in double quotes may have spaces and signs; a quote in it is written twice. Quotes,
    ``@`` and ``#`` count at the beginning of a word, ``//`` where white space is before it.

    Raises:
        Unreadable: A quote is not closed, a mark has no name, or there are two projects.
        InvalidValue: A name or the note is too long.
    """
    if text.isascii() and not any(mark in text for mark in '"@#/'):
        return Line(tuple(_bare(text)))
    tokens: list[Token] = []
    marked: dict[str, list[str]] = {"@": [], "#": []}
    at, end = _skip(text, 0), len(text)
    while at < end and not text.startswith("//", at):
        mark = text[at]
        if mark in marked:
            name, stop = _marked(text, at)
            if mark == "@" and marked["@"]:
                raise Unreadable(
                    "An entry has one project: leave one of them out.", start=at, stop=stop
                )
            marked[mark].append(name)
        else:
            word, stop = _word(text, at)
            low = word if mark == '"' else _lowered(word)
            if plain(word):
                tokens.append(Token(word, low, at, stop, literal=mark == '"'))
        at = _skip(text, stop)
    note = _note(text[at + 2 :])
    return Line(tuple(tokens), "".join(marked["@"]), tuple(sorted(set(marked["#"]))), note)


def _bare(text: str) -> list[Token]:
    """The words of a line without any mark, the usual one."""
    tokens, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        if plain(word):
            tokens.append(Token(word, word.lower(), start, at))
    return tokens


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _lowered(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join("-" if sign in _DASHES else _lower(sign) for sign in word)


def _lower(sign: str) -> str:
    """In lower case where that is one character too: places must stay."""
    low = sign.lower()
    return low if len(low) == 1 else sign


def _word(text: str, at: int) -> tuple[str, int]:
    """The word at ``at``, quoted or bare, and where it ends."""
    if text[at] == '"':
        return _quoted(text, at)
    stop = at
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return text[at:stop], stop


def _quoted(text: str, at: int) -> tuple[str, int]:
    """What is between the quote at ``at`` and the next single one."""
    word, begin = "", at + 1
    while True:
        stop = text.find('"', begin)
        if stop < 0:
            raise Unreadable(
                'The quote is not closed: type another " after the name.', start=at, stop=len(text)
            )
        word += text[begin:stop]
        if not text.startswith('""', stop):
            return word, stop + 1
        word, begin = word + '"', stop + 2


def _marked(text: str, at: int) -> tuple[str, int]:
    """The name after the ``@`` or ``#`` at ``at``, and where it ends."""
    mark = text[at]
    kind = _KINDS[mark]
    name, stop = "", at + 1
    if stop < len(text) and not text[stop].isspace():
        name, stop = _word(text, stop)
    if mark == "#":
        name = name.lstrip("#")
    name = checked_name(kind, name)
    if not name:
        raise Unreadable(
            f'Which {kind}? Type its name right after {mark}, or quote the "{mark}".',
            start=at,
            stop=stop,
        )
    return name, stop


def _note(text: str) -> str:
    note = plain(text)
    if len(note) > LONGEST_NOTE:
        raise InvalidValue(f"The note is longer than {LONGEST_NOTE} characters: shorten it.")
    return note


def quoted(name: str) -> str:
    """A name in quotes, as :func:`take_apart` reads it; empty stays empty."""
    return '"' + name.replace('"', '""') + '"' if name else ""
