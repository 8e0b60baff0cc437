"""How an entry's words stand in Timewarrior's tags, so that they read back exactly.

Timewarrior knows tags alone, and sorts them. So the task is ``task:Invoicing``, the project
``project:Acme``; a tag of ours that itself begins with one of these words is put behind
``tag:``. An interval of Timewarrior's own never has exactly one tag ``task:...`` by chance.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.domain.entry import What, plain
from tracker.exchange.wording import unbroken

TASK, PROJECT, TAG = "task:", "project:", "tag:"
ID = "worthwhile_id"
"""The field of an exported interval that holds our entry's id."""
_WORDS = (TASK, PROJECT, TAG)


def tags_for(task: str, project: str, tags: Iterable[str]) -> list[str]:
    """The tags that stand for these words, in the order Timewarrior keeps them."""
    found = {TASK + task, *((TAG + tag if tag.startswith(_WORDS) else tag) for tag in tags)}
    if project:
        found.add(PROJECT + project)
    return sorted(found)


def what_of(tags: Iterable[str], note: str) -> What | None:
    """The words that :func:`tags_for` was given; ``None`` where the tags are not of its making.

    Raises:
        InvalidValue: A text holds broken characters.
    """
    task = project = ""
    others: list[str] = []
    for tag in map(unbroken, tags):
        if tag.startswith(TASK):
            if task:
                return None
            task = plain(tag.removeprefix(TASK))
        elif tag.startswith(PROJECT):
            if project:
                return None
            project = plain(tag.removeprefix(PROJECT))
        else:
            others.append(plain(tag.removeprefix(TAG)))
    if not task:
        return None
    return What(task, project, tuple(sorted(set(filter(None, others)))), plain(unbroken(note)))
