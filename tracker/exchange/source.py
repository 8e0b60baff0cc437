"""Opens what is to be imported: a file, standard input, a folder; says plainly what is wrong."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from tracker.domain.errors import ImportRefused

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes; fifty years of fifteen entries a day are below 50 MB in every format."""

_SIGNATURES = (
    (b"PK\x03\x04", "a spreadsheet or an archive: save it as CSV first, or unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet: save it as CSV first"),
    (b"\x1f\x8b", "compressed: unpack it first"),
    (b"%PDF", "a PDF: export CSV or JSON instead"),
    (b"SQLite format 3", "a database: export CSV or JSON from its program instead"),
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def shown(path: str) -> str:
    """``path`` as it can be printed, whatever bytes are in it."""
    return path.encode("utf-8", "replace").decode()


def read_text(path: str, stdin: BinaryIO | None = None) -> str:
    """The text of a file, or of standard input where ``path`` is ``-``.

    Raises:
        ImportRefused: It is missing, a folder, unreadable, too big, empty or no text.
    """
    if path == "-":
        if stdin is None:
            raise ImportRefused("There is no standard input to read: name a file.")
        return decoded(_bounded(stdin, "standard input"), "standard input")
    if not path:
        raise ImportRefused("No file is named: name one, or - for standard input.")
    try:
        with Path(path).open("rb") as handle:
            content = _bounded(handle, shown(path))
    except FileNotFoundError:
        raise ImportRefused(f"There is no file {shown(path)}: check the name.") from None
    except IsADirectoryError:
        raise ImportRefused(f"{shown(path)} is a folder: name a file in it.") from None
    except ValueError:
        raise ImportRefused(f"{shown(path)!r} cannot be the name of a file.") from None
    except OSError as fault:
        raise ImportRefused(f"{shown(path)} cannot be read: {fault.strerror}.") from None
    return decoded(content, shown(path))


def _bounded(handle: BinaryIO, name: str) -> bytes:
    try:
        content = handle.read(LARGEST_FILE + 1)
    except OSError as fault:
        raise ImportRefused(f"{name} cannot be read: {fault.strerror}.") from None
    if len(content) > LARGEST_FILE:
        raise ImportRefused(
            f"{name} is larger than {LARGEST_FILE // 1024 // 1024} MB: "
            "export it in parts, a year at a time."
        )
    return content


def decoded(content: bytes, name: str) -> str:
    """``content`` as text: UTF-16 by its mark, else UTF-8, else Windows-1252.

    Raises:
        ImportRefused: It is empty or no text; the sentence speaks of ``name``.
    """
    if not content.strip():
        raise ImportRefused(f"{name} is empty: nothing to import.")
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise ImportRefused(f"{name} is {kind}.")
    if content.startswith(_UTF16):
        return _as(content, "utf-16", name)
    if b"\x00" in content:
        raise ImportRefused(f"{name} is not a text file: export CSV or JSON and import that.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _as(content, "cp1252", name)
    if not text.strip():
        raise ImportRefused(f"{name} is empty: nothing to import.")
    return text


def _as(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise ImportRefused(
            f"{name} is no text in UTF-8, UTF-16 or Windows-1252: save it as UTF-8."
        ) from None
    if "\x00" in text or not text.strip():
        raise ImportRefused(f"{name} is not a text file: export CSV or JSON and import that.")
    return text


def is_folder(path: str) -> bool:
    """Whether a folder was named."""
    try:
        return path not in ("", "-") and Path(path).is_dir()
    except (OSError, ValueError):
        return False


def beside(path: str) -> Callable[[str], str]:
    """A function that reads a file of a given name from the folder of ``path``.

    It gives nothing where there is no such file or where ``path`` is standard input, and
    raises ImportRefused where there is one that is no text.
    """

    def read(name: str) -> str:
        place = Path(path).parent / name
        try:
            there = path != "-" and place.is_file() and place.stat().st_size > 0
        except (OSError, ValueError):
            there = False
        return read_text(str(place)) if there else ""

    return read


def folder_texts(folder: Path, names: str) -> Iterator[tuple[str, str]]:
    """Name and text of each file in ``folder`` that matches ``names``, in order.

    Empty files are passed over: programs leave them behind for months without time.

    Raises:
        ImportRefused: One of them cannot be read, or all together are too big.
    """
    total = 0
    try:
        found = sorted(path for path in folder.glob(names) if path.is_file())
        for path in found:
            total += path.stat().st_size
    except OSError as fault:
        raise ImportRefused(f"{shown(str(folder))} cannot be read: {fault.strerror}.") from None
    if total > LARGEST_FILE:
        raise ImportRefused(
            f"{shown(str(folder))} holds more than {LARGEST_FILE // 1024 // 1024} MB: "
            "import its files one by one."
        )
    for path in found:
        if path.stat().st_size:
            yield path.name, read_text(str(path))
