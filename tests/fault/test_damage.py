"""Ledgers that are cut short, binary, foreign or from the future are named and never written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fault import scenes
from tests.fault.scenes import copied, opened, state
from tracker.domain.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = b'{"format":{"1":{"version":1}},"entries":{"1":{"id":"x","task":"X","start":1,"stop":2'
BROKEN = {
    "empty": (b"", "is empty"),
    "cut short": (WHOLE, "is not whole JSON"),
    "binary": (bytes(range(256)), "is not text"),
    "null bytes": (b"\0" * 100, "is not whole JSON"),
    "a list": (b"[]", "no format version"),
    "a number": (b"7", "no format version"),
    "another program's": (b'{"entries":{}}', "no format version"),
    "format of no kind": (b'{"format":{"1":{"version":"1"}},"entries":{}}', "which is none"),
    "newer": (b'{"format":{"1":{"version":99}},"entries":{}}', "newer worthwhile"),
    "rows are a list": (
        b'{"format":{"1":{"version":1}},"entries":[1],"tasks":[1],"papers":[1]}',
        "has no table",
    ),
    "a row is a number": (
        b'{"format":{"1":{"version":1}},"entries":{"1":3},"tasks":{"1":3},"papers":{"1":3}}',
        "not one of ours",
    ),
    "a row has no id": (
        b'{"format":{"1":{"version":1}},"entries":{"1":{"task":"X","revised":""}},'
        b'"tasks":{"1":{"revised":""}},"papers":{"1":{"revised":""}}}',
        "not one of ours",
    ),
    "a start is text": (
        b'{"format":{"1":{"version":1}},"entries":{"1":{"id":"x","task":"X","start":"9:15",'
        b'"zone":"UTC","source":"typed","revised":""}},"tasks":{"1":{"name":7,"revised":""}},'
        b'"papers":{"1":{"id":7,"kind":"bill","revised":""}}}',
        "not one of ours",
    ),
    "a row has no number": (
        b'{"format":{"1":{"version":1}},"entries":{"a":{"id":"x"}},"tasks":{"a":{"name":"x"}},'
        b'"papers":{"a":{"id":"x"}}}',
        "has a row without a number",
    ),
    "nested without end": (b"[" * 100_000, ""),
}
FILES = ("open.json", "tasks.json", "papers.json", "2026-11.json", "pending.json")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Something in every ledger, and a backup."""
    folder = tmp_path_factory.mktemp("template")
    for number, step in enumerate((scenes.start, scenes.write, scenes.stop, scenes.start)):
        step(opened(folder), number)
    return folder


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", BROKEN)
def test_it_is_named_and_left_as_it_is(
    template: Path, tmp_path: Path, file: str, kind: str
) -> None:
    content, fault = BROKEN[kind]
    folder = copied(template, tmp_path / "broken")
    path = folder / "home" / "here" / file
    path.write_bytes(content)
    others = {
        other: other.read_bytes()
        for other in (folder / "home" / "here").glob("*.json")
        if other != path
    }
    read = {
        "tasks.json": lambda: opened(folder).tasks(),
        "papers.json": lambda: opened(folder).papers(),
    }.get(file, lambda: opened(folder).entries(*scenes.EVERYTHING))
    write = scenes.write if file == "papers.json" else scenes.start
    with pytest.raises(StoreError) as reading:
        read()
    with pytest.raises(StoreError) as writing:
        write(opened(folder), 99)
    for said in (str(reading.value), str(writing.value)):
        assert str(path) in said
        if file != "pending.json":
            assert fault in said
    assert path.read_bytes() == content
    assert all(other.read_bytes() == before for other, before in others.items())


def test_the_newest_backup_is_named_and_brings_it_back(template: Path, tmp_path: Path) -> None:
    folder = copied(template, tmp_path / "broken")
    home = folder / "home"
    day = 86_400
    opened(folder, now=lambda: scenes.NOW.timestamp() + day).undo()
    opened(folder, now=lambda: scenes.NOW.timestamp() + day).redo()
    before = state(opened(folder))
    (home / "here" / "2026-11.json").write_bytes(b"{")
    with pytest.raises(StoreError) as refused:
        opened(folder).latest(1)
    backup = home / "backups" / "2026-11-20" / "here" / "2026-11.json"
    assert f"Its newest backup is {backup}: copy that over it." in str(refused.value)
    (home / "here" / "2026-11.json").write_bytes(backup.read_bytes())
    assert state(opened(folder)) == before


def test_without_a_backup_that_is_said(template: Path, tmp_path: Path) -> None:
    folder = copied(template, tmp_path / "broken")
    (folder / "home" / "here" / "2020-01.json").write_bytes(b"")
    with pytest.raises(StoreError, match="There is no backup of it"):
        opened(folder).entries(*scenes.EVERYTHING)


def test_another_machines_broken_ledger_is_named(template: Path, tmp_path: Path) -> None:
    folder = copied(template, tmp_path / "broken")
    path = folder / "home" / "there" / "open.json"
    path.parent.mkdir()
    path.write_bytes(b"{")
    with pytest.raises(StoreError, match=r"there/open\.json is not whole JSON"):
        opened(folder).running()
    assert path.read_bytes() == b"{"


@pytest.mark.parametrize("content", [b"", b"{}\n{}\n", b"x", b'{"version":9}\n{}\n'])
def test_a_broken_record_of_the_last_change_is_named(
    template: Path, tmp_path: Path, content: bytes
) -> None:
    folder = copied(template, tmp_path / "broken")
    path = folder / "home" / "here" / "history" / "00000004.json"
    path.write_bytes(content)
    before = state(opened(folder))
    for act in (scenes.start, scenes.undo):
        with pytest.raises(StoreError, match=r"history/00000004\.json"):
            act(opened(folder), 99)
    assert path.read_bytes() == content
    assert state(opened(folder)) == before
    path.rename(path.with_suffix(".away"))
    scenes.start(opened(folder), 99)
    assert opened(folder).changes(1)[0].number == 4


def test_look_alikes_of_sync_tools_are_ignored(template: Path, tmp_path: Path) -> None:
    folder = copied(template, tmp_path / "synced")
    before = state(opened(folder))
    here = folder / "home" / "here"
    month = (here / "2026-11.json").read_bytes()
    for name in (
        "2026-11.sync-conflict-20261119-101010-ABCDEFG.json",
        "2026-11 (1).json",
        "2026-11.json~",
        "2026-13.json",
        "12026-11.json",
        "tasks (conflicted copy).json",
        "open.json.bak",
        ".DS_Store",
    ):
        (here / name).write_bytes(month.replace(b'"id":"e', b'"id":"copy-e') + b"!")
    (folder / "home" / "notes").mkdir()
    (folder / "home" / "notes" / "todo.json").write_bytes(b"!")
    (folder / "home" / "backups" / "odd").mkdir()
    (folder / "home" / "backups" / "odd" / "open.json").write_bytes(b"!")
    (folder / "home" / ".stversions").mkdir()
    (folder / "home" / ".stversions" / "open.json").write_bytes(b"!")
    assert state(opened(folder)) == before
    scenes.start(opened(folder), 99)
    assert opened(folder).running()
