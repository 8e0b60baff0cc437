"""The texts of a klog record as task, project, tags and note.

The first line of an entry's summary is its task, the lines below are its note; an entry
without words takes those of its record. Tags are taken from all of them. At the start or end
of the task they are only tags; within it they stay words too. ``#project=Acme`` is the
project, ``#tag="two words"`` a tag klog could not write, ``#key=value`` the tag ``key=value``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.exchange.wording import Worded, clean, worded

_TAGS = re.compile(r"(?<![\w#])#([\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([\w-]*)))?")


def words_of(own: Sequence[str], record: Sequence[str]) -> Worded:
    """The words of an entry.

    Args:
        own: The lines of its summary.
        record: The lines of the summary of its record.

    Raises:
        InvalidValue: A text holds broken characters.
    """
    project, tags = _labels((*own, *record))
    task, *note = [*own] or [""]
    task = _bare(task)
    rest = [*note, *record]
    if not clean(task):
        bare = [_bare(line) for line in rest]
        found = next((place for place, line in enumerate(bare) if clean(line)), -1)
        if found >= 0:
            task = bare[found]
            del rest[found]
    if not clean(task) and tags:
        task = tags[0]
    return worded(task, project, tags, " ".join(line for line in rest if clean(_bare(line))))


def _bare(line: str) -> str:
    """A line without the tags at its start and end."""
    places = [found.span() for found in _TAGS.finditer(line)]
    start, stop = 0, len(line)
    for first, last in places:
        if line[start:first].strip() or line[last : last + 1].strip():
            break
        start = last
    for first, last in reversed(places):
        if first < start or line[last:stop].strip() or line[first - 1 : first].strip():
            break
        stop = first
    return line[start:stop].strip()


def _labels(lines: Iterable[str]) -> tuple[str, list[str]]:
    """Project and tags of all lines; the first project counts."""
    project, tags = "", list[str]()
    for line in lines:
        for name, double, single, bare in _TAGS.findall(line):
            value = double or single or bare
            if name.casefold() == "project" and value:
                project = project or value
            elif name.casefold() == "tag" and value:
                tags.append(value)
            else:
                tags.append(f"{name}={value}" if value else name)
    return project, tags
