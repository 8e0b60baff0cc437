"""CSV as programs write it: headers by name, any delimiter, quoted newlines, stray quotes."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from tracker.domain.entry import plain
from tracker.domain.errors import InvalidValue
from tracker.exchange.row import Reject, Row

DELIMITERS = (",", ";", "\t")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HEAD = 100_000
"""Characters in which the header is looked for."""

Cells = list[str]


class Cut(NamedTuple):
    """A row cut into cells.

    Attributes:
        line: Where it starts, from 1.
        cells: As many as the header has, short rows filled up, and an empty one behind.
        given: How many the row has itself.
    """

    line: int
    cells: Cells
    given: int


class _Lines:
    """The physical lines of a text; those of a spoilt record can be put back."""

    def __init__(self, text: str) -> None:
        # A StringIO would copy the text at four bytes a character.
        self._source = map(itemgetter(0), _LINE.finditer(text))
        self._again: list[str] = []
        self.taken: list[str] = []
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._source)
        self.taken.append(line)
        self.count += 1
        return line

    def keep_first(self) -> str:
        """Put back all lines taken but the first, which is returned."""
        first, *rest = self.taken
        self._again.extend(reversed(rest))
        self.count -= len(rest)
        return first


def _loose(line: str, delimiter: str) -> Cells:
    """One line with its quotes taken as they come; no cells where it cannot be read."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []


def _records(text: str, delimiter: str, needed: int) -> Iterator[tuple[int, Cells, bool, bool]]:
    """Every record of a text: first line, cells, whether its quotes are right and it is ended.

    A record whose quotes are wrong, or that runs over several lines and still has fewer cells
    than are ``needed``, gives its first line alone and hands the lines after it back: a stray
    quote never swallows the rows that follow. Only the last record can lack a line end.
    """
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.taken.clear()
        line = lines.count + 1
        try:
            cells: Cells | None = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        if cells is None or (len(lines.taken) > 1 and len(cells) < needed):
            yield line, _loose(lines.keep_first(), delimiter), False, True
        else:
            yield line, cells, True, lines.taken[-1][-1] in "\r\n"


def header_name(header: str) -> str:
    """A header as names of columns are compared: one line, lower case, ``_`` and ``-`` blank."""
    return plain(header.replace("_", " ").replace("-", " ")).casefold()


def _blank(cells: Cells) -> bool:
    text = "".join(cells)
    return not text or text.isspace()


class Table:
    """A CSV text whose columns are found by their names.

    Attributes:
        found: Our names of the columns that the file has.
    """

    def __init__(
        self, text: str, synonyms: Mapping[str, tuple[str, ...]], required: Iterable[str] = ()
    ) -> None:
        """Find delimiter and header.

        Args:
            text: The whole file.
            synonyms: Our name of a column -> the headers it may have, in lower case.
            required: Columns without which a row is none, by our names.
        """
        self._text = text
        best: dict[str, int] = {}
        self._delimiter, self._header, self._header_line = ",", list[str](), 0
        for delimiter in DELIMITERS:
            line, cells = _first_record(text[:_HEAD], delimiter)
            columns = _columns(cells, synonyms)
            if len(columns) > len(best) or not self._header:
                best = columns
                self._delimiter, self._header, self._header_line = delimiter, cells, line
        self._columns = best
        self.found = frozenset(best)
        self._needed = max((self.place(name) for name in required), default=0)

    @property
    def headers(self) -> frozenset[str]:
        """Every header of the file, in lower case."""
        return frozenset(header_name(cell) for cell in self._header)

    @property
    def shown(self) -> list[str]:
        """The headers as the file has them, those that say something."""
        return [name for cell in self._header if (name := plain(cell))]

    def unused(self, header: str) -> bool:
        """Whether no column of ours has that header."""
        places = {place for place, cell in enumerate(self._header) if plain(cell) == header}
        return not places & {*self._columns.values()}

    def picker(self, *names: str) -> Callable[[Cells], tuple[str, ...]]:
        """A function from a row's cells to those of ``names``; a missing column is empty.

        Takes two names or more: with one, ``itemgetter`` would not return a tuple.
        """
        return itemgetter(*(self._columns.get(name, -1) for name in names))

    def place(self, name: str) -> int:
        """How many cells a row must have to have that column."""
        return self._columns.get(name, -1) + 1

    def rows(self, make: Callable[[Cut], Row]) -> Iterator[Row | Reject]:
        """What ``make`` reads each row as; what it cannot take is rejected with the reason."""
        for item in self:
            if isinstance(item, Reject):
                yield item
                continue
            try:
                yield make(item)
            except InvalidValue as fault:
                yield Reject(item.line, str(fault))

    def column(self, *names: str) -> Iterator[str]:
        """Every cell of the named columns, from the whole file."""
        wanted = [self._columns[name] for name in names if name in self._columns]
        for item in self:
            if not isinstance(item, Reject):
                yield from (item.cells[place] for place in wanted)

    def __iter__(self) -> Iterator[Cut | Reject]:
        """Each row; blank ones and repeated headers are passed over."""
        width = len(self._header)
        padding = [""] * (width + 1)
        for line, cells, sound, ended in _records(self._text, self._delimiter, self._needed):
            given = len(cells)
            if line <= self._header_line or cells == self._header or (sound and _blank(cells)):
                continue
            if not sound and given != width:
                yield Reject(line, "A quote in this row is not closed, or a cell is too long.")
            elif given < width and not ended:
                yield Reject(line, "The file is cut off in the middle of this row.")
            elif given > width and not _blank(cells[width:]):
                yield Reject(
                    line,
                    f"The row has {given} cells, the header {width}: "
                    "a comma or a quote is out of place.",
                )
            else:
                cells[width:] = ()
                cells.extend(padding[len(cells) :])
                yield Cut(line, cells, given)


def _first_record(text: str, delimiter: str) -> tuple[int, Cells]:
    """Line and cells of the first record that is neither blank nor a ``sep=;`` line."""
    for line, cells, _, _ in _records(text, delimiter, 0):
        if not _blank(cells) and not cells[0].casefold().startswith("sep="):
            return line, cells
    return 0, []


def _columns(header: Iterable[str], synonyms: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Our name -> place, the first column winning where two have the same name."""
    places: dict[str, int] = {}
    for place, cell in enumerate(header):
        places.setdefault(header_name(cell), place)
    return {
        ours: places[theirs]
        for ours, names in synonyms.items()
        for theirs in reversed(names)
        if theirs in places
    }
