"""A brief as Markdown: complete enough to send, and read back as it was written.

Every field has its heading, the method's four questions first; what is empty says so. What the
writer adds for the reader alone (the time it takes, the placeholders) is passed over in reading.
A line of the person's own that would look like one of ours gets a backslash in front.
"""

from __future__ import annotations

from tracker.domain.format import duration
from tracker.domain.papers import BRIEF_LISTS
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.papers import Brief

EMPTY = "*Not written yet.*"
TIME = "How long it takes"

HEADINGS = (
    ("what", "What it is"),
    ("why", "Why it is done"),
    ("goals", "What are the goals?"),
    ("objectives", "What are the objectives?"),
    ("success", "What makes it a success?"),
    ("expectations", "What is expected of you?"),
    ("steps", "Steps"),
    ("links", "Links and recordings"),
    ("frequency", "How often"),
    ("tools", "Tools and access"),
    ("done", "What done looks like"),
    ("incentives", "Incentives"),
)
"""Field and heading, in the order of the paper."""
_FIELDS = {heading.casefold(): field for field, heading in HEADINGS}


class Times(Value):
    """How long the task takes, from the log: seconds, 0 where it is not known.

    Attributes:
        usual: Median of the last times.
        fastest, slowest: Of the same.
    """

    usual: int = 0
    fastest: int = 0
    slowest: int = 0


UNKNOWN = Times()


def write(brief: Brief, times: Times = UNKNOWN) -> str:
    """The brief as Markdown; :func:`read` gives it back."""
    return "\n".join(_lines(brief, times)) + "\n"


def read(text: str, brief: Brief) -> Brief:
    """``brief`` with what the Markdown says of it.

    Whatever stands under a heading that is not one of ours belongs to the field before it, and
    a field whose heading is gone is empty. The title and the times are not read.

    Raises:
        InvalidValue: A field is too long.
    """
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        heading = _heading(line)
        if heading == TIME.casefold():
            current = []
        elif heading in _FIELDS:
            current = found.setdefault(_FIELDS[heading], [])
        else:
            current.append(line)
    fields: dict[str, object] = {}
    for field, _ in HEADINGS:
        lines = found.get(field, [])
        if field in BRIEF_LISTS:
            fields[field] = tuple(_items(lines))
        else:
            fields[field] = "\n".join(_own(lines))
    return brief.replace(**fields)


def _lines(brief: Brief, times: Times) -> Iterator[str]:
    yield f"# {brief.task}"
    for field, heading in HEADINGS:
        yield ""
        yield f"## {heading}"
        yield ""
        given = getattr(brief, field)
        if not given:
            yield EMPTY
        elif field == "steps":
            yield from (f"{number}. {step}" for number, step in enumerate(given, start=1))
        elif field == "links":
            yield from (f"- {link}" for link in given)
        else:
            yield from map(_guarded, given.split("\n"))
        if field == "frequency" and times.usual:
            yield from ("", f"## {TIME}", "", _times(times))
    if brief.updated is not None:
        yield ""
        yield f"*Last updated {brief.updated.isoformat()}.*"


def _times(times: Times) -> str:
    return (
        f"Usually {duration(times.usual)}; the fastest took {duration(times.fastest)}, "
        f"the slowest {duration(times.slowest)}."
    )


def _heading(line: str) -> str:
    """The words of a heading, in lower case; empty where the line is none."""
    bare = line.strip()
    return bare.lstrip("#").strip().casefold() if bare[:2] == "##" else ""


def _is_ours(line: str) -> bool:
    """Whether a line, its backslashes taken off, would be read as one of the paper's own."""
    bare = line.strip().lstrip("\\")
    if bare == EMPTY or (bare.startswith("*Last updated ") and bare.endswith(".*")):
        return True
    heading = _heading(bare)
    return heading in _FIELDS or heading == TIME.casefold()


def _guarded(line: str) -> str:
    if not _is_ours(line):
        return line
    indent = len(line) - len(line.lstrip(" "))
    return line[:indent] + "\\" + line[indent:]


def _own(lines: list[str]) -> Iterator[str]:
    """What a person wrote among ``lines``."""
    for line in lines:
        if not _is_ours(line):
            yield line
        elif line.lstrip()[:1] == "\\":
            indent = len(line) - len(line.lstrip(" "))
            yield line[:indent] + line[indent + 1 :]


def _items(lines: list[str]) -> Iterator[str]:
    """The items of a list; a line without a mark goes on with the one before it."""
    items: list[str] = []
    for line in lines:
        bare = line.strip()
        if not bare or bare == EMPTY or (bare.startswith("*Last updated ") and bare[-2:] == ".*"):
            continue
        item = _without_mark(bare)
        if item is None and items:
            items[-1] = f"{items[-1]} {bare}"
        else:
            items.append(bare if item is None else item)
    yield from items


def _without_mark(line: str) -> str | None:
    """``Open the list`` of ``1. Open the list`` or ``- Open the list``; ``None`` without a mark."""
    mark, space, rest = line.partition(" ")
    marked = mark in ("-", "*", "+") or (mark[-1:] in (".", ")") and mark[:-1].isdigit())
    if not marked:
        return None
    return rest.strip() if space else ""
