"""The app on the log on disk, beside another process's hand in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import NOW, MemoryStore, moment
from tests.pilot.stage import Clock, press, screen_text, settle, shown, stage, today, until
from tracker.app import WorthwhileApp
from tracker.desk import Desk, open_desk
from tracker.domain.entry import Entry, What
from tracker.intents.decide import decide
from tracker.intents.intent import Start
from widgets.trouble import TroubleScreen
from widgets.welcome import WelcomeScreen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The real store in a folder of its own."""
    return another(tmp_path)


def another(folder: Path) -> Desk:
    """A desk on the same log, as another process has."""
    environ = {
        "WORTHWHILE_STATE": str(folder / "state"),
        "WORTHWHILE_DEVICE": "box",
        "TZ": "Europe/Berlin",
        "LANG": "de_DE.UTF-8",
    }
    return open_desk(str(folder / "home"), environ, Clock())


async def test_the_first_day_on_an_empty_folder(desk: Desk, tmp_path: Path) -> None:
    async with WorthwhileApp(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, WelcomeScreen)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert desk.load_settings().answered
        assert desk.load_settings().currency == "EUR"
        await press(pilot, "n", "text:9:15 Invoicing @Acme", "enter")
        assert shown(pilot) == ["09:15-now Invoicing"]
        other = another(tmp_path).log
        assert [one.task for one in other.running()] == ["Invoicing"]

        other.change(lambda book: decide(Start(What("Payroll")), book, moment(NOW)))
        await until(pilot, lambda: shown(pilot)[-1] == "09:57-now Payroll")
        await press(pilot, "u")
        assert shown(pilot) == ["09:15-now Invoicing"]
        await press(pilot, "ctrl+r")
        assert len(another(tmp_path).log.running()) == 1
        assert today(pilot).state.undo == "started Payroll"


async def test_a_file_that_cannot_be_read_is_said_and_left_alone(
    desk: Desk, tmp_path: Path
) -> None:
    desk.save_settings({"answered": True})
    desk.log.change(lambda book: decide(Start(What("Payroll")), book, moment(NOW)))
    broken = tmp_path / "home" / "box" / "open.json"
    whole = broken.read_bytes()
    broken.write_bytes(whole[:20])
    async with WorthwhileApp(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert any("open.json" in line for line in screen_text(pilot))
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert broken.read_bytes() == whole[:20]
        broken.write_bytes(whole)
        await press(pilot, "r")
        await until(pilot, lambda: pilot.app.screen is today(pilot))
        assert shown(pilot) == ["09:57-now Payroll"]


async def test_a_broken_line_of_the_settings_is_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(parents=True)
    (tmp_path / "home" / "config.toml").write_text('currency = "dollars"\n')
    async with WorthwhileApp(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert any("currency" in line for line in screen_text(pilot))
        await pilot.press("q")
    assert pilot.app.return_code == 0


class Cursed(MemoryStore):
    """A log with a fault that nobody foresaw."""

    def latest(self, count: int) -> tuple[Entry, ...]:
        raise RuntimeError("nobody foresaw this")


async def test_what_nobody_foresaw_is_handed_on_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = stage(Cursed())
    await app.run_async(headless=True, size=(80, 24))
    assert isinstance(app.failure, RuntimeError)
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
