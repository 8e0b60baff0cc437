"""Whatever is named as the file to import, the answer is its text or one plain sentence."""

from __future__ import annotations

import os
import threading
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.fakes import ZONE
from tracker.domain.errors import ImportRefused, UsageError
from tracker.exchange import source
from tracker.exchange.imports import FORMATS, read_file
from tracker.exchange.source import decoded, read_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"plain", "plain"),
        (b"\xef\xbb\xbfmarked", "marked"),
        ("Größe: 5 €".encode(), "Größe: 5 €"),
        ("Größe: 5 €".encode("cp1252"), "Größe: 5 €"),
        ("Größe".encode("utf-16"), "Größe"),
        (b"\xfe\xff" + "Größe".encode("utf-16-be"), "Größe"),
    ],
)
def test_reads_any_usual_encoding(content: bytes, text: str) -> None:
    assert decoded(content, "file") == text


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "not a text file"),
        (b"\xff\xfea", "UTF-8, UTF-16 or Windows-1252"),
        (b"a\x00b", "not a text file"),
        ("a\x00b".encode("utf-16"), "not a text file"),
        (b"\x81\x8d", "UTF-8, UTF-16 or Windows-1252"),
        (b"PK\x03\x04rest", "save it as CSV"),
        (b"\x1f\x8brest", "unpack it"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\x00", "database"),
        (b"\xd0\xcf\x11\xe0\x00", "old spreadsheet"),
    ],
)
def test_refuses_what_is_no_text(content: bytes, part: str) -> None:
    with pytest.raises(ImportRefused, match=part) as refusal:
        decoded(content, "hours.csv")
    assert str(refusal.value).startswith("hours.csv is ")


def test_names_the_missing_file() -> None:
    with pytest.raises(ImportRefused, match=r"no file /nowhere/hours\.csv"):
        read_text("/nowhere/hours.csv")


@pytest.mark.parametrize("fmt", ["toggl", "json", "csv"])
def test_a_folder_where_a_file_is_meant(fmt: str, tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="is a folder: name a file in it"):
        read_file(str(tmp_path), fmt, zone=ZONE)
    with pytest.raises(ImportRefused, match="is a folder: name a file in it"):
        read_text(str(tmp_path))


@pytest.mark.parametrize("path", ["a\x00b", "x" * 5000, "bad\udcff\ud800name", ""])
def test_a_name_no_file_can_have(path: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        read_file(path, "auto", zone=ZONE)
    str(refusal.value).encode()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    path = tmp_path / "hours.csv"
    path.write_text("secret")
    path.chmod(0)
    with pytest.raises(ImportRefused, match="cannot be read"):
        read_text(str(path))


def test_refuses_what_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST_FILE", 10)
    path = tmp_path / "hours.csv"
    path.write_bytes(b"x" * 10)
    assert read_text(str(path)) == "x" * 10
    path.write_bytes(b"x" * 11)
    with pytest.raises(ImportRefused, match="export it in parts"):
        read_text(str(path))
    with pytest.raises(ImportRefused, match="standard input is larger"):
        read_text("-", BytesIO(b"x" * 11))


class Broken(BytesIO):
    """A stream that fails when it is read, as one on a lost disk does."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_standard_input() -> None:
    assert read_text("-", BytesIO(b"hours")) == "hours"
    with pytest.raises(ImportRefused, match="standard input is empty"):
        read_text("-", BytesIO(b""))
    with pytest.raises(ImportRefused, match="no standard input"):
        read_text("-")
    with pytest.raises(ImportRefused, match="Input/output error"):
        read_text("-", Broken())


def test_a_pipe_by_name(tmp_path: Path) -> None:
    """As a shell's ``<(...)`` gives."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"hours",))
    writer.start()
    assert read_text(str(path)) == "hours"
    writer.join()


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(UsageError) as refusal:
        read_file("-", "harvester", zone=ZONE)
    assert all(known in str(refusal.value) for known in FORMATS)


def test_an_unknown_zone(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="Mars"):
        read_file(str(tmp_path), "auto", zone="Mars/Olympus")


TOTALS = "Project,Client,Duration\nWebsite,Acme,12:30:00\n"


@pytest.mark.parametrize(
    "content",
    ["hello", "a,b\n1,2\n", TOTALS, "[]", "[1]", "[", "{", '{"a":1}', '[{"name":"x"}]', "<xml/>"],
)
def test_what_no_format_claims(content: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        read_file("-", "auto", zone=ZONE, stdin=BytesIO(content.encode()))
    assert all(known in str(refusal.value) for known in FORMATS if known != "auto")
