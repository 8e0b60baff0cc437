"""Pictures of the Today screen: what it looks like in each state and at each size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import MemoryStore, at, entry
from tests.pilot.stage import Clock, Owner, morning, press, settle, stage
from tracker.domain.errors import StoreError
from tracker.domain.settings import Settings
from tracker.domain.task import Task

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from tracker.app import WorthwhileApp

    Compare = Callable[..., bool]

SIZES = {"44x12": (44, 12), "80x24": (80, 24), "120x36": (120, 36), "160x50": (160, 50)}
EVERY_SIZE = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
SMALL_AND_NORMAL = pytest.mark.parametrize("size", [(44, 12), (80, 24)], ids=["44x12", "80x24"])


def after(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press ``keys`` before the picture is taken; the cursor of a line does not blink in it."""

    async def prepare(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *keys)
        focused = pilot.app.focused
        if focused is not None and hasattr(focused, "cursor_blink"):
            focused.cursor_blink = False
        await settle(pilot)

    return prepare


def full_day() -> MemoryStore:
    """Work of every kind, a gap, and a week before it."""
    log = morning()
    for day, hours in ((16, 4), (17, 2), (18, 5)):
        for number in range(hours):
            kind = ("Proposal", "Email triage", "Standup")[number % 3]
            made = entry(
                kind, f"{13 + number}:00", f"{13 + number}:50",
                day=f"2026-11-{day}", entry_id=f"{day}-{number}",
            )  # fmt: skip
            log.held[made.id] = made
    return log


@EVERY_SIZE
def test_running(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(stage(full_day()), run_before=after(), terminal_size=size)


@EVERY_SIZE
def test_nothing_runs(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = stage(full_day(), clock=Clock(at("10:40")))
    assert snap_compare(app, run_before=after("space"), terminal_size=size)


@SMALL_AND_NORMAL
def test_an_empty_log(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(stage(MemoryStore()), run_before=after(), terminal_size=size)


@SMALL_AND_NORMAL
def test_the_first_run(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = stage(MemoryStore(), owner=Owner(Settings()))
    assert snap_compare(app, run_before=after(), terminal_size=size)


@SMALL_AND_NORMAL
def test_typing_a_line(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after("n", "text:25m prop")
    assert snap_compare(stage(full_day()), run_before=keys, terminal_size=size)


def test_typing_a_line_in_a_wide_terminal(snap_compare: Compare) -> None:
    keys = after("n", "text:9:15-9:30 Call @nor")
    assert snap_compare(stage(full_day()), run_before=keys, terminal_size=(120, 36))


@EVERY_SIZE
def test_a_line_that_cannot_be_read(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after("n", "text:9:15-9:61 Call", "enter")
    assert snap_compare(stage(full_day()), run_before=keys, terminal_size=size)


@SMALL_AND_NORMAL
def test_switching(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(stage(full_day()), run_before=after("s"), terminal_size=size)


@SMALL_AND_NORMAL
def test_editing(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(stage(full_day()), run_before=after("e"), terminal_size=size)


def test_splitting(snap_compare: Compare) -> None:
    assert snap_compare(stage(full_day()), run_before=after("x"), terminal_size=(80, 24))


@SMALL_AND_NORMAL
def test_time_that_is_taken(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = after("n", "text:8-9 Call", "enter")
    assert snap_compare(stage(full_day()), run_before=keys, terminal_size=size)


@SMALL_AND_NORMAL
def test_help(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(stage(full_day()), run_before=after("question_mark"), terminal_size=size)


def test_the_palette(snap_compare: Compare) -> None:
    keys = after("ctrl+p")
    assert snap_compare(stage(full_day()), run_before=keys, terminal_size=(80, 24))


@pytest.mark.parametrize("theme", ["worthwhile-light", "nord", "textual-light", "dracula"])
def test_themes(snap_compare: Compare, theme: str) -> None:
    app = stage(full_day(), owner=Owner(Settings(answered=True, theme=theme)))
    assert snap_compare(app, run_before=after(), terminal_size=(120, 36))


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(stage(full_day()), run_before=after(), terminal_size=(120, 36))


def test_the_entries_of_a_small_screen(snap_compare: Compare) -> None:
    assert snap_compare(stage(full_day()), run_before=after("v"), terminal_size=(44, 12))


def test_another_day(snap_compare: Compare) -> None:
    assert snap_compare(stage(full_day()), run_before=after("left"), terminal_size=(80, 24))


def test_finding(snap_compare: Compare) -> None:
    keys = after("slash", "text:acme")
    assert snap_compare(stage(full_day()), run_before=keys, terminal_size=(80, 24))


@EVERY_SIZE
def test_names_of_every_kind(snap_compare: Compare, size: tuple[int, int]) -> None:
    log = MemoryStore.of(
        entry("[b]Markup[/b] [red]is text[/red]", "07:00", "07:30", entry_id="1"),
        entry("請求書の作成と送付と確認と保管", "07:30", "08:00", entry_id="2", project="株式会社"),
        entry("👩‍👩‍👧 Family 🧾 office 👍🏽", "08:00", "08:20", entry_id="3"),
        entry("פגישה עם הלקוח החדש", "08:20", "08:45", entry_id="4", note="שיחה"),
        entry("Invoicing " * 19, "08:45", entry_id="5", project="A very long project " * 9,
              tags=("tag " * 20,), note="A note " * 300),
    )  # fmt: skip
    assert snap_compare(stage(log), run_before=after(), terminal_size=size)


def test_a_forgotten_timer(snap_compare: Compare) -> None:
    log = MemoryStore.of(entry("Email triage", "16:40", day="2026-11-18"))
    assert snap_compare(stage(log), run_before=after("space"), terminal_size=(80, 24))


def test_no_price_is_known(snap_compare: Compare) -> None:
    app = stage(full_day(), owner=Owner(Settings(answered=True, currency="CHF")))
    assert snap_compare(app, run_before=after(), terminal_size=(80, 24))


def test_work_that_is_cheaper_done_by_oneself(snap_compare: Compare) -> None:
    log = MemoryStore.of(
        entry("Website", "09:15"), tasks=[Task("Website", category="web-development", skill=5)]
    )
    app = stage(log, owner=Owner(Settings(answered=True, income_goal=30_000)))
    assert snap_compare(app, run_before=after(), terminal_size=(80, 24))


class Broken(MemoryStore):
    """A log whose file cannot be read."""

    def entries(self, *_: object) -> tuple[()]:
        raise StoreError(
            "box/2026-11.json is not JSON at line 4: it was left as it is. "
            "Restore it with: cp backups/2026-11-18/box/2026-11.json box/"
        )


@SMALL_AND_NORMAL
def test_a_broken_log(snap_compare: Compare, size: tuple[int, int]) -> None:
    app: WorthwhileApp = stage(Broken())
    assert snap_compare(app, run_before=after(), terminal_size=size)
