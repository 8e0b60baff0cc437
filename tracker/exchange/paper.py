"""A report as a document: a title, facts, tables of plain texts; and the same as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table.

    Attributes:
        cells: Plain texts; the first is a name, the others are numbers.
        share: 0-1, how long its bar is; the longest is 1.
    """

    cells: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading."""

    heading: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A report.

    Attributes:
        title: What it is about.
        facts: Name and value of the figures above all tables.
        sections: Its tables, in order.
        made: When it was made, in words.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    made: str


def markdown(paper: Paper) -> Iterator[str]:
    """The report as Markdown with tables (GitHub's), names as plain text."""
    yield f"# {plain_markdown(paper.title)}\n\n"
    for name, value in paper.facts:
        yield f"- {plain_markdown(name)}: **{plain_markdown(value)}**\n"
    for section in paper.sections:
        yield f"\n## {plain_markdown(section.heading)}\n\n"
        yield table_row(section.columns)
        yield table_row(("---", *("---:" for _ in section.columns[1:])))
        for line in section.lines:
            yield table_row(tuple(map(plain_markdown, line.cells)))
    yield f"\n{plain_markdown(paper.made)}\n"


def table_row(cells: tuple[str, ...]) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cells)} |\n"


def plain_markdown(text: str) -> str:
    r"""``text`` with a ``\`` before each mark that Markdown (or HTML in it) would read."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]<>#|~!&" else mark for mark in text)
