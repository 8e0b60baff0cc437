"""The import form's work without its screen: paths, folders, chains of merges."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fakes import NOW, ZONE, Ids, MemoryStore, entry
from tests.pilot.stage import CATALOGUE, Clock, Owner
from tracker.desk import Desk
from tracker.domain.errors import ImportRefused
from tracker.importing import Importing, real_path, settled
from widgets.import_state import Decision, File


class Deaf:
    """Progress that nobody hears."""

    def begin(self, doing: str, total: int | None = None) -> None: ...

    def write(self) -> None: ...

    def __call__(self) -> None: ...


def importing(log: MemoryStore) -> Importing:
    owner = Owner()
    return Importing(
        Desk(
            log=log, now=Clock(NOW), zone=ZONE, load_settings=owner.load,
            save_settings=owner.save, catalogue=CATALOGUE, new_id=Ids(),
        )
    )  # fmt: skip


def test_chains_of_merges_are_followed_and_never_go_round() -> None:
    assert settled({"a": "B", "b": "c"}) == {"a": "c", "b": "c"}
    assert settled({"a": "b", "b": "a"}).keys() == {"a", "b"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" /srv/a.csv ", "/srv/a.csv"),
        ("'/srv/a b.csv'", "/srv/a b.csv"),
        ("/srv/a\\ b.csv", "/srv/a b.csv"),
        ("file:///srv/a%20b.csv", "/srv/a b.csv"),
        ("~/a.csv", "/home/ann/a.csv"),
        ("'", "'"),
    ],
)
def test_a_path_as_people_give_it(typed: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert real_path(typed) == meant


def test_a_folder_lists_folders_by_name_then_the_newest_files(tmp_path: Path) -> None:
    for name, age in (("old.csv", 3), ("new.csv", 0), ("mid.csv", 1)):
        (tmp_path / name).write_text("x" * 1500)
        stamp = NOW.timestamp() - age * 86_400
        os.utime(tmp_path / name, (stamp, stamp))
    (tmp_path / "b").mkdir()
    (tmp_path / "A").mkdir()
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    listed = importing(MemoryStore()).folder(f"{tmp_path}/ne")
    assert listed.typed == f"{tmp_path}/"
    assert [place.name for place in listed.places] == ["A", "b", "new.csv", "mid.csv", "old.csv"]
    assert [place.detail.split() for place in listed.places[2:]] == [
        ["2", "KB", "today"], ["2", "KB", "yesterday"], ["2", "KB", "2026-11-16"],
    ]  # fmt: skip


def test_a_folder_that_is_not_there_is_missing_not_empty(tmp_path: Path) -> None:
    listed = importing(MemoryStore()).folder(f"{tmp_path}/none/x")
    assert listed.missing
    assert not importing(MemoryStore()).folder(f"{tmp_path}/").missing


def test_nothing_is_taken_in_that_was_not_read() -> None:
    log = MemoryStore()
    with pytest.raises(ImportRefused, match="choose it again"):
        importing(log).take_in(Decision(File("x.csv")), Deaf())
    assert log.changes(1) == ()


def test_what_progress_raises_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    class Late(Deaf):
        def write(self) -> None:
            raise KeyError

    log = MemoryStore.of(entry("Email", "09:00", "09:10"))
    before = dict(log.held)
    path = tmp_path / "t.csv"
    path.write_text(
        "Description,Start date,Start time,End date,End time\n"
        "Call,2026-10-18,09:15:00,2026-10-18,10:00:00\n"
    )
    work = importing(log)
    preview = work.read(File(str(path)), Deaf())
    with pytest.raises(KeyError):
        work.take_in(Decision(preview.file), Late())
    assert (log.held, log.changes(1)) == (before, ())
    assert work.take_in(Decision(preview.file), Deaf()).words.startswith("1 entry added")
