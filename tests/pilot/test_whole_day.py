"""A whole day logged by keyboard, taken back to its beginning, and done again."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStore, at
from tests.pilot.stage import SIZES, Clock, press, shown, stage, today


@pytest.mark.parametrize("size", SIZES, ids=["44x12", "80x24", "160x50"])
async def test_a_day_by_keyboard(size: tuple[int, int]) -> None:
    log = MemoryStore()
    clock = Clock(at("08:00"))
    days: list[list[str]] = [[]]
    async with stage(log, clock=clock).run_test(size=size) as pilot:

        async def then(*keys: str, minutes: int = 0) -> list[str]:
            clock.on(minutes=minutes)
            await press(pilot, *keys)
            days.append(shown(pilot))
            return days[-1]

        # Start, and start the next: what runs is stopped.
        assert await then("n", "text:Email triage", "enter") == ["08:00-now Email triage"]
        assert await then(
            "n", "text:Proposal @Northwind #sales // second draft", "enter", minutes=30
        ) == ["08:00-08:30 Email triage", "08:30-now Proposal"]

        # Backdate a start by ten minutes.
        assert (await then("n", "text:Invoicing -10m", "enter", minutes=60))[1:] == [
            "08:30-09:20 Proposal",
            "09:20-now Invoicing",
        ]

        # Switch to a recent task by its number, then stop.
        assert (await then("s", "1", minutes=40))[2:] == [
            "09:20-10:10 Invoicing",
            "10:10-now Proposal",
        ]
        assert (await then("space", minutes=20))[3:] == ["10:10-10:30 Proposal"]
        assert log.running() == ()

        # A finished block after a pause; the gap shows.
        assert (await then("n", "ctrl+u", "text:11-11:30 Standup", "enter", minutes=90))[4:] == [
            "10:30-11:00 30 min unaccounted",
            "11:00-11:30 Standup",
            "11:30-12:00 30 min unaccounted",
        ]

        # Edit it: another name, an earlier end.
        assert today(pilot).day_panel.entry is not None
        assert (
            await then(
                "e", "ctrl+u", "text:Team call", *["tab"] * 5, "ctrl+u", "text:11:20", "enter"
            )
        )[5:] == ["11:00-11:20 Team call", "11:20-12:00 40 min unaccounted"]

        # Fill the gap before it: the line begins with its time.
        assert (await then("up", "enter", "text:Bookkeeping", "enter"))[4:6] == [
            "10:30-11:00 Bookkeeping",
            "11:00-11:20 Team call",
        ]

        # Split the first entry, and delete its second half.
        assert (await then("home", "x", "enter"))[:2] == [
            "08:00-08:15 Email triage",
            "08:15-08:30 Email triage",
        ]
        await press(pilot, "home", "down")
        assert (await then("d"))[:2] == [
            "08:00-08:15 Email triage",
            "08:15-08:30 15 min unaccounted",
        ]

        # Continue the first entry of the day.
        await press(pilot, "home")
        assert (await then("c"))[-1] == "12:00-now Email triage"

        # All of it back, step by step, and done again.
        for before in reversed(days[:-1]):
            await press(pilot, "u")
            assert _clocks(shown(pilot)) == _clocks(before)
        assert log.all() == ()
        for after in days[1:]:
            await press(pilot, "ctrl+r")
            assert _clocks(shown(pilot)) == _clocks(after)
        await press(pilot, "ctrl+r")
        assert shown(pilot) == days[-1]


def _clocks(rows: list[str]) -> list[str]:
    """Entries alone: how long a gap at the end is depends on when one looks."""
    return [row for row in rows if "unaccounted" not in row]
