"""A look knows whether what it saw was all there at one time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.store import look as looking
from tracker.store.look import Look


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "open.json").write_text("1")
    (tmp_path / "2026-11.json").write_text("1")
    return tmp_path


def replaced(path: Path, text: str) -> None:
    path.with_name("new").write_text(text)
    path.with_name("new").replace(path)


def held() -> int:
    """How many descriptors this process has open."""
    return len(list(Path("/dev/fd").iterdir()))


def seen(look: Look, folder: Path) -> tuple[bytes | None, ...]:
    names = ("pending.json", "open.json", "2026-11.json", "2026-12.json")
    return tuple(look.data(str(folder / name)) for name in names)


def settled(look: Look, folder: Path) -> bool:
    return look.settled(folder=str(folder), last=str(folder / "pending.json"))


def test_what_rests_is_settled(folder: Path) -> None:
    with Look() as look:
        assert seen(look, folder) == (None, b"1", b"1", None)
        assert settled(look, folder)
        assert seen(look, folder) == (None, b"1", b"1", None)


@pytest.mark.parametrize("name", ["pending.json", "open.json", "2026-11.json", "2026-12.json"])
def test_what_changes_is_seen_afresh_and_the_rest_is_not(folder: Path, name: str) -> None:
    with Look() as look:
        before = seen(look, folder)
        replaced(folder / name, "2")
        assert seen(look, folder) == before
        assert not settled(look, folder)
        assert b"2" in seen(look, folder)
        assert settled(look, folder)


def test_a_file_that_goes_is_noticed(folder: Path) -> None:
    with Look() as look:
        seen(look, folder)
        (folder / "open.json").unlink()
        assert not settled(look, folder)
        assert seen(look, folder) == (None, None, b"1", None)
        assert settled(look, folder)


def test_a_new_month_is_noticed_where_months_were_listed(folder: Path) -> None:
    with Look() as look:
        assert "2026-11.json" in look.names(str(folder))
        (folder / ".2026-12.json.1.tmp").write_text("")
        assert settled(look, folder)
        (folder / "2026-12.json").write_text("")
        assert not settled(look, folder)
        assert "2026-12.json" in look.names(str(folder))


def test_a_new_file_of_the_same_size_and_time_is_noticed(folder: Path) -> None:
    path = folder / "open.json"
    was = path.stat()
    with Look() as look:
        seen(look, folder)
        replaced(path, "2")
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
        assert not settled(look, folder)


def test_only_so_many_files_are_held_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_HELD_OPEN", 2)
    before = held()
    with Look() as look:
        for number in range(10):
            (folder / f"20{number + 10}-01.json").write_text(str(number))
            assert look.data(str(folder / f"20{number + 10}-01.json")) == str(number).encode()
        assert held() <= before + 2
        replaced(folder / "2019-01.json", "x")
        assert look.data(str(folder / "2019-01.json")) == b"9"
        assert not settled(look, folder)
        assert look.data(str(folder / "2019-01.json")) == b"x"
    assert held() == before
