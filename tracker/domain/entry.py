"""One piece of logged time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tracker.domain.errors import InvalidValue
from tracker.domain.span import Amount, OpenSpan, Span, When
from tracker.domain.value import Value

LONGEST_NAME = 200
LONGEST_NOTE = 4000

# Marks that reorder or hide neighbouring text (Unicode UAX 9 embeddings, overrides, isolates).
_BIDI_CONTROLS = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)


def plain(text: str) -> str:
    """``text`` on one line: control and direction marks dropped, white space folded."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept = [
        " " if mark.isspace() else mark
        for mark in text
        if mark.isspace() or (mark >= " " and not "\x7f" <= mark <= "\x9f")
    ]
    return " ".join("".join(m for m in kept if m not in _BIDI_CONTROLS).split())


_SETTLED_MOST = 5000
_settled: set[str] = set()
"""Names that are as they should be: ten years of entries have a few hundred different ones."""


def checked_name(kind: str, text: str, *, required: bool = False) -> str:
    """``text`` as a name.

    Raises:
        InvalidValue: It is empty though required, too long, or not valid Unicode.
    """
    if text in _settled:
        return text
    name = plain(text)
    if required and not name:
        raise InvalidValue(f"The {kind} has no name: type one.")
    if len(name) > LONGEST_NAME:
        raise InvalidValue(
            f"The {kind} name has {len(name)} characters; {LONGEST_NAME} is the most. "
            "Put the rest in a note after //."
        )
    _refuse_broken(f"{kind} name", name)
    if name:
        if len(_settled) >= _SETTLED_MOST:
            _settled.clear()
        _settled.add(name)
    return name


def _refuse_broken(kind: str, text: str) -> None:
    """Raise InvalidValue where ``text`` holds half a character and could not be stored."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidValue(f"The {kind} has broken characters: retype it.") from None


def bare_tag(text: str) -> str:
    """``text`` without the ``#`` in front; bare already where it has been bared."""
    return plain(text).lstrip("# ") if "#" in text else text


class What(Value):
    """What was done, without when: the words of an entry.

    Attributes:
        task: Empty where the person gave none (continue the last one).
        tags: Without ``#``.
    """

    task: str
    project: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""


class Entry(Value):
    """A piece of time spent on a task; changes make a new value with ``replace``.

    Attributes:
        id: Random and stable over edits and machines; never TinyDB's ``doc_id``.
        task, project, note: Plain text; ``project`` and ``note`` may be empty.
        tags: Sorted, unique, without ``#``.
        zone: IANA name of the zone it was logged in.
        source: ``timer``, ``typed`` or ``import:<format>``.
        billable: ``None`` where nobody said.
        revised: Hybrid logical clock set by the store; empty until stored.
        origin: Stable hash of the imported row; empty otherwise.
    """

    id: str
    task: str
    when: When
    zone: str = "UTC"
    project: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    source: str = "typed"
    billable: bool | None = None
    revised: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        """Clean the texts and check their lengths; raises InvalidValue."""
        put = object.__setattr__
        put(self, "task", checked_name("task", self.task, required=True))
        if self.project:
            put(self, "project", checked_name("project", self.project))
        if self.tags:
            tags = {checked_name("tag", bare_tag(tag), required=True) for tag in self.tags}
            put(self, "tags", tuple(sorted(tags)))
        if self.note:
            note = plain(self.note)
            if len(note) > LONGEST_NOTE:
                raise InvalidValue(
                    f"The note is longer than {LONGEST_NOTE} characters: shorten it."
                )
            _refuse_broken("note", note)
            put(self, "note", note)

    @property
    def running(self) -> bool:
        """Whether its timer has not been stopped."""
        return isinstance(self.when, OpenSpan)

    def seconds_at(self, now: datetime) -> int:
        """Its length in seconds; of a running one, as of ``now``."""
        if isinstance(self.when, OpenSpan):
            return self.when.seconds_at(now)
        return self.when.seconds

    def order(self) -> tuple[datetime, str]:
        """Sort key: by start, amounts at UTC noon of their day; then by id."""
        if isinstance(self.when, Amount):
            day = self.when.day
            return (datetime(day.year, day.month, day.day, 12, tzinfo=UTC), self.id)
        return (self.when.start, self.id)

    def span_at(self, now: datetime) -> Span | None:
        """The clock time it covers as of ``now``; ``None`` for amounts and for no time yet."""
        if isinstance(self.when, Amount):
            return None
        if isinstance(self.when, Span):
            return self.when
        stop = max(instant_after(self.when.start), now)
        return Span(self.when.start, min(stop, self.when.start + timedelta(days=31)))


def instant_after(start: datetime) -> datetime:
    """One second later: the shortest a span can be."""
    return start + timedelta(seconds=1)
