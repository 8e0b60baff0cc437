"""Disks that are full, read-only or failing: one plain sentence, nothing changed, nothing lost."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.fault import scenes
from tests.fault.killing import Child
from tests.fault.scenes import copied, opened, state, strays
from tracker.domain.errors import StillPending, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.book import Log

KINDS: dict[str, Callable[[Log, int], None]] = {
    "start": scenes.start,
    "edit": scenes.edit,
    "delete": scenes.delete,
    "undo": scenes.undo,
    "import": scenes.bring_in,
}
NOBODY = 65_534
WRITES = ("write", "fsync", "replace", "unlink", "mkdir", "link", "rename")


class FailingDisk:
    """Lets changing calls fail from the ``first`` on, ``times`` times; opening to read works."""

    def __init__(self, patch: pytest.MonkeyPatch, first: int, times: int, code: int) -> None:
        self.made = 0
        self._window = range(first, first + times)
        self._code = code
        for name in WRITES:
            patch.setattr(os, name, self._failing(getattr(os, name), name))
        patch.setattr(os, "open", self._failing(os.open, "open"))

    @property
    def failed(self) -> bool:
        """Whether any call was made to fail."""
        return self.made >= self._window.start

    def _failing(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            if name == "open" and not (args[1] & (os.O_CREAT | os.O_WRONLY)):
                return real(*args, **more)
            if name == "unlink" and self._code == errno.ENOSPC:
                return real(*args, **more)
            self.made += 1
            if self.made in self._window:
                raise OSError(self._code, os.strerror(self._code))
            return real(*args, **more)

        return call


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with entries in several months, one moved, one running."""
    folder = tmp_path_factory.mktemp("template")
    for number, step in enumerate((scenes.bring_in, scenes.start, scenes.start, scenes.edit)):
        step(opened(folder), number)
    scenes.start(opened(folder), 9)
    return folder


def attempted(kind: str, folder: Path) -> str:
    """Do one thing; ``done``, or what was said instead."""
    try:
        KINDS[kind](opened(folder), 99)
    except StillPending as error:
        return f"pending: {error}"
    except StoreError as error:
        return f"refused: {error}"
    return "done"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("times", [1, 2, 10_000], ids=["once", "twice", "for good"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_failing_call_leaves_all_or_nothing(
    template: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    times: int,
    code: int,
) -> None:
    before = state(opened(template))
    whole = copied(template, tmp_path / "whole")
    KINDS[kind](opened(whole), 99)
    done = state(opened(whole))
    outcomes = []
    for first in range(1, 200):
        folder = copied(template, tmp_path / "failing")
        with monkeypatch.context() as patch:
            disk = FailingDisk(patch, first, times, code)
            outcome = attempted(kind, folder)
        outcomes.append(outcome.partition(":")[0])
        if outcome.startswith("refused"):
            assert "Nothing was changed" in outcome
        expected = before if outcome.startswith("refused") else done
        assert state(opened(folder)) == expected, (first, outcome)
        if not disk.failed:
            break
        # the disk works again: the next change goes through, and cleans up
        scenes.start(opened(folder), 100)
        opened(folder).undo()
        assert state(opened(folder)) == expected
        assert strays(folder) == []
    assert outcomes[-1] == "done"
    assert outcomes.count("refused") > 4


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 200 KB."""
    place = tmp_path / "tiny"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_real_disk_fills_up(tiny_disk: Path) -> None:
    log = opened(tiny_disk)
    before, number, said = state(log), 0, ""
    while not said:
        before = state(log)
        number += 1
        try:
            scenes.step(log, number)
        except StoreError as error:
            said = str(error)
    assert "disk is full. Free some space" in said
    assert number > 5
    assert state(log) == before
    assert strays(tiny_disk) == []
    backups = sorted((tiny_disk / "home" / "backups").rglob("*.json"))
    history = sorted((tiny_disk / "home" / "here" / "history").iterdir())
    for path in (*backups, *history[: len(history) // 2]):
        path.unlink()
    scenes.start(log, number)
    assert state(log) != before


def test_a_file_size_limit_is_named(template: Path, tmp_path: Path) -> None:
    folder = copied(template, tmp_path / "limited")
    before = state(opened(folder))

    def work(say: Callable[[str], None]) -> None:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
        said = attempted("import", folder)
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        say(said)

    said, status = Child(work).heard()
    assert status == 0
    assert "grow past the allowed size" in said[0]
    assert state(opened(folder)) == before
    assert not [name for name in strays(folder) if "pending" in name]


def sealed(folder: Path) -> Path:
    """The log may be read by anyone and written by nobody; locks may still be taken."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (folder / "state").chmod(0o777)
    for path in (folder / "state").iterdir():
        path.chmod(0o666)
    return folder


def test_a_read_only_folder_still_reads(template: Path, tmp_path: Path) -> None:
    folder = copied(template, tmp_path / "locked")
    before = state(opened(folder))
    sealed(folder)

    def work(say: Callable[[str], None]) -> None:
        os.chdir(folder)  # from within, what lies above need not be open to everyone
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        say(str(state(opened(Path())) == before))
        for kind in ("start", "delete", "undo"):
            say(attempted(kind, Path()))

    said, status = Child(work).heard()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    assert status == 0
    assert said[0] == "True"
    assert len(said) == 4
    for sentence in said[1:]:
        assert sentence.startswith("refused: home")
        assert "permission was denied" in sentence
        assert "Nothing was changed" in sentence
    assert state(opened(folder)) == before
    assert strays(folder) == []
