"""Where things are, by what the environment says."""

from __future__ import annotations

import json
import os
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from tracker.domain.errors import StoreError
from tracker.store import places
from tracker.store.places import (
    device_name,
    home_folder,
    locale_currency,
    state_folder,
    system_zone,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places.sys, "platform", "linux")


@pytest.mark.parametrize(
    ("option", "environ", "expected"),
    [
        ("/log", {"WORTHWHILE_HOME": "/other", "HOME": "/me"}, "/log"),
        ("~/log", {"HOME": "/me"}, "/me/log"),
        (None, {"WORTHWHILE_HOME": "/other", "HOME": "/me"}, "/other"),
        (None, {"WORTHWHILE_HOME": "~", "HOME": "/me/"}, "/me"),
        (None, {"WORTHWHILE_HOME": "", "HOME": "/me"}, "/me/.local/share/worthwhile"),
        (None, {"XDG_DATA_HOME": "/data", "HOME": "/me"}, "/data/worthwhile"),
        (None, {"XDG_DATA_HOME": "data", "HOME": "/me"}, "/me/.local/share/worthwhile"),
    ],
)
@pytest.mark.usefixtures("linux")
def test_the_home_is_what_was_asked_for_first(
    option: str | None, environ: dict[str, str], expected: str
) -> None:
    assert home_folder(option, environ) == expected


@pytest.mark.usefixtures("linux")
def test_the_state_is_apart_from_what_is_synced() -> None:
    assert state_folder({"HOME": "/me"}) == "/me/.local/state/worthwhile"
    assert state_folder({"HOME": "/me", "XDG_STATE_HOME": "/s"}) == "/s/worthwhile"
    assert state_folder({"HOME": "/me", "WORTHWHILE_STATE": "/s"}) == "/s"


@pytest.mark.parametrize(
    ("platform", "environ"),
    [("darwin", {"HOME": "/me"}), ("win32", {"LOCALAPPDATA": "/me/AppData", "HOME": "/me"})],
)
def test_other_platforms_have_their_own_places(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str]
) -> None:
    monkeypatch.setattr(places.sys, "platform", platform)
    home, state = home_folder(None, environ), state_folder(environ)
    assert home.startswith("/me/")
    assert state.startswith("/me/")
    assert not state.startswith(home + os.sep)
    assert not home.startswith(state)


def test_a_machine_is_named_once(tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    name = device_name(state, {})
    assert device_name(state, {}) == name
    assert (tmp_path / "state" / "device").read_text() == f"{name}\n"
    assert name != device_name(str(tmp_path / "another"), {})
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["device"]


def test_whoever_names_it_first_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile() -> str:
        (tmp_path / "device").write_text("first\n")
        return "second"

    monkeypatch.setattr(places, "_fresh_device", meanwhile)
    assert device_name(str(tmp_path), {}) == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["device"]


def test_a_host_name_becomes_a_folder_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import platform

    hosts = {
        "Anna's MacBook Pro.local": "anna-s-macbook-pro-",
        "böse/../x": "b-se----x-",
        "": "machine-",
    }
    for host, stem in hosts.items():
        monkeypatch.setattr(platform, "node", lambda host=host: host)
        name = places._fresh_device()
        assert name[:-4] == stem
        assert places._checked_device(name, "test") == name


def test_the_environment_names_it(tmp_path: Path) -> None:
    assert device_name(str(tmp_path), {"WORTHWHILE_DEVICE": "desk-2"}) == "desk-2"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a/b", "..", ".x", "a b", "ö", "x" * 65, "backups", "a\nb", "-"])
def test_a_name_that_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="WORTHWHILE_DEVICE says"):
        device_name(str(tmp_path), {"WORTHWHILE_DEVICE": name})
    (tmp_path / "device").write_text(name)
    with pytest.raises(StoreError, match="device says"):
        device_name(str(tmp_path), {})


def test_no_state_folder_is_no_name(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    assert device_name(str(tmp_path / "state"), {}) == ""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":America/New_York", "America/New_York"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("UTC", "UTC"),
        ("Mars/Olympus", "UTC"),
        ("<+03>-3", "UTC"),
        ("../../etc/passwd", "UTC"),
    ],
)
def test_the_zone_of_the_environment(given: str, expected: str) -> None:
    if not os.path.isdir("/usr/share/zoneinfo"):  # noqa: PTH112
        pytest.skip("this machine has no zones")
    assert system_zone({"TZ": given}) == expected


def test_the_zone_of_the_machine_is_one() -> None:
    from zoneinfo import ZoneInfo

    assert ZoneInfo(system_zone({})).key == system_zone({})


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "de_DE.UTF-8"}, "EUR"),
        ({"LANG": "de_CH.UTF-8"}, "CHF"),
        ({"LANG": "en_US.UTF-8", "LC_MONETARY": "en_GB"}, "GBP"),
        ({"LANG": "en_GB", "LC_ALL": "ja_JP.eucJP"}, "JPY"),
        ({"LANG": "de_AT@euro"}, "EUR"),
        ({"LANG": "sr_RS@latin"}, "RSD"),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "eo"}, None),
        ({"LANG": "en_XX"}, None),
        ({}, None),
    ],
)
def test_the_currency_of_the_locale(environ: dict[str, str], expected: str | None) -> None:
    assert locale_currency(environ) == expected


def test_every_currency_is_a_code() -> None:
    text = resources.files("tracker").joinpath("data/currencies.json").read_text("utf-8")
    table = json.loads(text)["territories"]
    assert len(table) > 200
    for territory, currency in table.items():
        assert len(territory) == 2
        assert territory.isupper()
        assert len(currency) == 3
        assert currency.isupper()
