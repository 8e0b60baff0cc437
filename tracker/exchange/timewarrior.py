"""Timewarrior: ``timew export`` (JSON), ``YYYY-MM.data`` files, a whole data folder.

The first tag is the task, the others are tags (Timewarrior keeps tags in alphabetical
order); an interval without tags takes its annotation as its task, else ``Untitled``. The
annotation is the note. An interval without an end is still running. Tags that our own export
made are read back as what they were made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tracker.domain.entry import LONGEST_NAME, bare_tag, plain
from tracker.domain.errors import ImportRefused, InvalidValue
from tracker.domain.span import OpenSpan, Span
from tracker.exchange import jsontext
from tracker.exchange.row import Format, Item, Reading, Reject, Row
from tracker.exchange.source import folder_texts, shown
from tracker.exchange.timewarrior_tags import ID, what_of
from tracker.exchange.wording import Worded, key_of, spent, unbroken, worded

_MONTHS = "[0-9][0-9][0-9][0-9]-[0-9][0-9].data"


def recognise(text: str) -> bool:
    """Whether it is an export or a ``.data`` file, by its first interval."""
    start = text.lstrip()
    if start.startswith("["):
        try:
            first = next(jsontext.array(start), None)
        except ImportRefused:
            return False
        return (
            first is not None
            and isinstance(first.value, dict)
            and "start" in first.value
            and "task" not in first.value
            and bool({"id", "tags", "end"} & first.value.keys())
        )
    return start.startswith("inc ")


def items(text: str, reading: Reading) -> Iterator[Item]:
    """The intervals of an export or of one ``.data`` file."""
    if text.lstrip().startswith(("[", "{")):
        return _export(text, reading)
    return _data(text, reading)


def folder(path: Path, reading: Reading) -> Iterator[Item]:
    """The intervals of every month file in a data folder or in the folder above it.

    Raises:
        ImportRefused: There are no month files, or one of them cannot be read.
    """
    place = path / "data" if (path / "data").is_dir() else path
    texts = iter(folder_texts(place, _MONTHS))
    first = next(texts, None)
    if first is None:
        raise ImportRefused(
            f"{shown(str(path))} holds no time of Timewarrior: name the folder with the "
            "YYYY-MM.data files in it, usually ~/.timewarrior/data."
        )
    for name, text in (first, *texts):
        for item in _data(text, reading):
            yield item._replace(file=name)


def _export(text: str, reading: Reading) -> Iterator[Row | Reject]:
    for line, value in jsontext.array(text):
        try:
            yield _exported(line, value, reading)
        except InvalidValue as fault:
            yield Reject(line, str(fault))


def _exported(line: int, value: object, reading: Reading) -> Row:
    if not isinstance(value, dict):
        raise InvalidValue("This is no interval: an object with a start was expected.")
    tags, note = value.get("tags", []), value.get("annotation", "")
    start, end = value.get("start", ""), value.get("end", "")
    entry_id = value.get(ID, "")
    texts = (note, start, end, entry_id, *tags) if isinstance(tags, list) else (tags, None)
    if not all(isinstance(text, str) for text in texts):
        raise InvalidValue("start, end and annotation must be texts, and tags a list of texts.")
    row = _row(line, start, end, tags, note, reading)
    known = plain(unbroken(entry_id))
    return row._replace(entry_id=known, origin="", begun="") if 0 < len(known) <= 100 else row


def _data(text: str, reading: Reading) -> Iterator[Row | Reject]:
    for line, content in enumerate(text.split("\n"), 1):
        words = content.strip()
        if not words or words.startswith("#"):
            continue
        try:
            yield _row(line, *_interval(words), reading)
        except InvalidValue as fault:
            yield Reject(line, str(fault))


def _interval(words: str) -> tuple[str, str, list[str], str]:
    """Start, end (empty where running), tags and annotation of an ``inc`` line."""
    times, _, texts = words.partition("#")
    kind, *parts = times.split()
    if kind != "inc":
        raise InvalidValue("Only lines that start with inc hold time.")
    if len(parts) not in (1, 3) or (len(parts) == 3 and parts[1] != "-"):
        raise InvalidValue("An interval reads: inc START, or inc START - END, then # and tags.")
    tags, note = _texts(texts)
    return parts[0], parts[2] if len(parts) == 3 else "", tags, note


def _texts(text: str) -> tuple[list[str], str]:
    """Tags up to a lone ``#``, then the annotation."""
    tags: list[str] = []
    rest = text.strip()
    while rest:
        if rest == "#" or rest.startswith("# "):
            rest = rest[1:].lstrip()
            return tags, _quoted(rest)[0] if rest.startswith('"') else rest
        if rest.startswith('"'):
            tag, rest = _quoted(rest)
        else:
            tag, _, rest = rest.partition(" ")
        tags.append(tag)
        rest = rest.lstrip()
    return tags, ""


def _quoted(text: str) -> tuple[str, str]:
    """What the quotes at the start of ``text`` hold, and what follows them."""
    word, place = "", 1
    while place < len(text) and text[place] != '"':
        if text[place] == "\\" and text[place + 1 : place + 2] in ('"', "\\"):
            place += 1
        word += text[place]
        place += 1
    if place >= len(text):
        raise InvalidValue("A quote in this line is not closed.")
    return word, text[place + 1 :]


def _row(line: int, start: str, end: str, tags: list[str], note: str, reading: Reading) -> Row:
    begin = OpenSpan(_instant(start))
    when: Span | OpenSpan = begin.until(_instant(end)) if end else begin
    words = _words(tags, note)
    return spent(words, when, reading.clock.name, line)


def _words(tags: list[str], note: str) -> Worded:
    """Ours where the tags are of our own export; else the first tag is the task."""
    ours = what_of(tags, note)
    if ours is not None and len(ours.task) <= LONGEST_NAME:
        return Worded(ours, key_of(ours), "")
    names = [name for tag in tags if (name := bare_tag(plain(tag)))]
    return worded(names[0] if names else note, "", names[1:], note if names else "")


def _instant(text: str) -> datetime:
    """The instant of ``20260405T160000Z``; raises InvalidValue."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidValue(f"{text[:40]!r} is not a time such as 20260405T160000Z.") from None
    if moment.tzinfo is None:
        raise InvalidValue(f"{text[:40]!r} has no zone: Timewarrior's times end in Z.")
    return moment


FORMAT = Format(
    "timewarrior", "Timewarrior (export, .data file or folder)", recognise, items, folder
)
