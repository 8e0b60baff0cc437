"""Names that may mean the same task: written twice, in the plural, with a slip of a finger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from tracker.audit.categorise import words

ALIKE = 82.0
"""Of 100, by letters in common in their order (Indel), the words of each name sorted."""

SAME_BEGINNING = 0.9
"""Jaro-Winkler, which weighs the beginning: ``Plan`` and ``Planning``."""

SHORTEST = 4
"""Letters under which a name is like too many others."""

MOST = 3
"""Names offered for one."""

LARGEST = 2_000
"""New names that are compared, those with the most time: what is beyond is too much to ask."""


@dataclass(frozen=True, slots=True)
class Name:
    """A task's name, with what decides which of two alike is kept.

    Attributes:
        known: Whether the log has it already: such a name is never merged into another.
        seconds: Time under it in the file.
    """

    text: str
    known: bool
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Alike:
    """A new name, and those it may mean the same as, the likeliest first."""

    name: Name
    others: tuple[Name, ...]


def alike(known: Iterable[str], new: Iterable[Name]) -> tuple[Alike, ...]:
    """New names that look like known ones, or like new ones with more time.

    The direction is always towards what is known or larger, so that merging never goes round.
    Names that differ in a digit are different: ``Sprint 12`` is not ``Sprint 13``.
    """
    fresh = sorted(new, key=lambda name: (-name.seconds, name.text.casefold()))[:LARGEST]
    names = [*(Name(text, known=True) for text in known), *fresh]
    keys = [_key(name.text) for name in names]
    first = len(names) - len(fresh)
    found: list[Alike] = []
    for place in range(first, len(names)):
        others = _others(keys[place], keys[:place])
        if others:
            found.append(Alike(names[place], tuple(names[other] for other in others)))
    return tuple(found)


def _others(key: str, keys: Sequence[str]) -> list[int]:
    """Places in ``keys`` of those like ``key``, the likeliest first."""
    if len(key) < SHORTEST:
        return []
    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    scores = {place: score for _, score, place in found}
    begun = JaroWinkler.normalized_similarity
    found = process.extract(key, keys, scorer=begun, score_cutoff=SAME_BEGINNING, limit=None)
    for _, score, place in found:
        scores[place] = max(scores.get(place, 0.0), score * 100)
    mine = _digits(key)
    fitting = [place for place in scores if _digits(keys[place]) == mine and len(keys[place]) > 2]
    return sorted(fitting, key=lambda place: (-scores[place], place))[:MOST]


def _key(name: str) -> str:
    """A name without case, marks and the order of its words."""
    return " ".join(sorted(words(name)))


def _digits(key: str) -> list[str]:
    return [mark for mark in key if mark.isdigit()]
