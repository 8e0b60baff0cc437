"""An iCalendar text cut into its events and time zones, each with its line.

Each event is parsed by itself, so that a broken one leaves the others alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_KINDS = ("VEVENT", "VTIMEZONE")
_LOOPS = re.compile(r"INTERVAL|FREQ=(?!YEARLY)", re.IGNORECASE)
"""What no time zone needs in a rule, and what would take for ever to work out."""


class Block(NamedTuple):
    """A component.

    Attributes:
        kind: ``VEVENT`` or ``VTIMEZONE``.
        line: Where it begins, from 1.
        text: All of it, its BEGIN and END too.
        whole: Whether it has its END.
    """

    kind: str
    line: int
    text: str
    whole: bool


def blocks(text: str) -> Iterator[Block]:
    """The events and time zones of a text, in its order."""
    kind, first, held = "", 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        word = line.strip().upper()
        begun = word.removeprefix("BEGIN:") if word.startswith("BEGIN:") else ""
        if begun in _KINDS:
            if kind:
                yield Block(kind, first, "\r\n".join(held), whole=False)
            kind, first, held = begun, number, []
        if kind:
            held.append(line)
            if word == f"END:{kind}":
                yield Block(kind, first, "\r\n".join(held), whole=True)
                kind = ""
    if kind:
        yield Block(kind, first, "\r\n".join(held), whole=False)


def is_harmless(zone: Block) -> bool:
    """Whether a time zone's rules are ones of years, as all real ones are."""
    unfolded = re.sub(r"\r\n[ \t]", "", zone.text)
    rules = [line for line in unfolded.split("\r\n") if line.upper().startswith("RRULE")]
    return zone.whole and not any(map(_LOOPS.search, rules))
