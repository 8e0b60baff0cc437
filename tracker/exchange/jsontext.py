"""JSON read item by item, so that every item knows its line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from tracker.domain.errors import ImportRefused

_WHITE = " \t\r\n"
_SCAN = json.JSONDecoder().raw_decode


class Item(NamedTuple):
    """A value in an array, and the line it starts on, from 1."""

    line: int
    value: object


class _Walk:
    """A place in a text that moves on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self._line = 1
        self._counted = 0

    def peek(self) -> str:
        """The next mark that is not white space; empty at the end."""
        text, place = self.text, self.place
        while text[place : place + 1] and text[place] in _WHITE:
            place += 1
        self.place = place
        return text[place : place + 1]

    def take(self, marks: str) -> str:
        """Step over one of ``marks``; raises ImportRefused where something else stands."""
        mark = self.peek()
        if not mark or mark not in marks:
            raise self.fault()
        self.place += 1
        return mark

    def value(self) -> object:
        """Step over a whole value."""
        self.peek()
        try:
            value, self.place = _SCAN(self.text, self.place)
        except json.JSONDecodeError as fault:
            self.place = fault.pos
            raise self.fault() from None
        except (RecursionError, ValueError):
            # Numbers of thousands of digits, brackets nested thousands deep.
            raise self.fault() from None
        return value

    def line(self) -> int:
        """The line of the present place; only ever asked of later places."""
        self._line += self.text.count("\n", self._counted, self.place)
        self._counted = self.place
        return self._line

    def fault(self) -> ImportRefused:
        """What is wrong here."""
        line = self.text.count("\n", 0, self.place) + 1
        if not self.text[self.place :].strip():
            return ImportRefused(
                f"The JSON ends too early, in line {line}: the file is cut off; export it again."
            )
        return ImportRefused(f"This is not valid JSON, in line {line}: export it again.")

    def end(self) -> None:
        """Nothing may follow."""
        if self.peek():
            raise self.fault()


def array(text: str) -> Iterator[Item]:
    """The items of a text that is one array; raises ImportRefused where it is not."""
    walk = _Walk(text)
    yield from _array(walk)
    walk.end()


def _array(walk: _Walk) -> Iterator[Item]:
    walk.take("[")
    if walk.peek() == "]":
        walk.take("]")
        return
    while True:
        walk.peek()
        line = walk.line()
        yield Item(line, walk.value())
        if walk.take(",]") == "]":
            return


def fields(text: str) -> dict[str, object]:
    """The fields of a text that is one object; arrays in it are lists of :class:`Item`.

    Raises:
        ImportRefused: It is no JSON object, or broken.
    """
    walk = _Walk(text)
    walk.take("{")
    found: dict[str, object] = {}
    if walk.peek() == "}":
        walk.take("}")
        walk.end()
        return found
    while True:
        if walk.peek() != '"':
            raise walk.fault()
        name = str(walk.value())
        walk.take(":")
        found[name] = list(_array(walk)) if walk.peek() == "[" else walk.value()
        if walk.take(",}") == "}":
            walk.end()
            return found
