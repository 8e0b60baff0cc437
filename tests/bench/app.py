"""The app on ten years of history, beside the least Textual app in the same loop."""

from __future__ import annotations

import statistics
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench import history
from tests.bench.commands import fill
from tests.bench.process import run
from tests.bench.terminal import terminal
from tracker.store.config import save_settings

PAINTED = ("Time value vs. cost", "Invoicing", "256.41", "help")
"""Words of every part of Today: all drawn means the first full paint."""


def launch(ww: str, env: dict[str, str], runs: int) -> str:
    """Launch to first full paint, ours and the minimal app's, interleaved."""
    ours, least = [], []
    for _ in range(runs):
        with terminal([sys.executable, "-m", "tests.bench.minimal"]) as app:
            least.append(app.until(["ready to be seen"]))
        with terminal([ww], env) as app:
            ours.append(app.until(PAINTED))
    mine, minimal = statistics.median(ours), statistics.median(least)
    return (
        f"launch to first full paint: {mine * 1000:.0f} ms, minimal app {minimal * 1000:.0f} ms, "
        f"{mine / minimal:.2f}x (reach 1.4)"
    )


def keys(ww: str, env: dict[str, str]) -> str:
    """Key to screen in the quick line and in the list."""
    with terminal([ww], env) as app:
        app.until(PAINTED)
        app.settle()
        app.send("n")
        app.settle()
        took = []
        for key in "25m email triage @acme #admin // and so on" * 3:
            took.append(app.key_to_screen(key))
            app.settle(0.05, 0.5)
    took.sort()
    return (
        f"key to screen: median {statistics.median(took) * 1000:.1f} ms (reach 18), "
        f"p95 {took[int(len(took) * 0.95)] * 1000:.1f} ms (reach 30)"
    )


SCREENS = (("2", "Recurring", "each"), ("3", "Hand-off", "Stage"), ("4", "Review", "Repair"),
           ("1", "Today", "Time value vs. cost"))  # fmt: skip
"""Key and name of each screen, and words that only it draws."""


def switches(ww: str, env: dict[str, str]) -> str:
    """Key to the whole of each screen: when first opened, and after that."""
    first: dict[str, float] = {}
    again: dict[str, list[float]] = {}
    with terminal([ww], env) as app:
        app.until(PAINTED)
        app.settle(1.5, 10)
        for _ in range(6):
            for key, name, words in SCREENS:
                app.begun = time.perf_counter()
                app.send(key)
                took = app.until([words])
                app.settle(0.4, 5)
                if name in first:
                    again.setdefault(name, []).append(took)
                else:
                    first[name] = took
    told = [
        f"{name} {first[name] * 1000:.0f}, then {statistics.median(again[name]) * 1000:.0f} ms"
        for _, name, _ in SCREENS
    ]
    return f"switch to a screen (reach 120): {'; '.join(told)}"


def idle(ww: str, env: dict[str, str], seconds: float) -> list[str]:
    """CPU when nothing runs, with a timer, with the input focused; memory after start."""
    lines = []
    for name, before, press, reach in (
        ("nothing running", "stop", "", 0.2),
        ("timer at 1 Hz", "start", "", 0.6),
        ("input focused", "start", "n", 1.0),
    ):
        words = [ww, before, *(["Invoicing"] if before == "start" else [])]
        with suppress(RuntimeError):  # it may be so already
            run(words, env)
        with terminal([ww], env) as app:
            app.until(["Time value vs. cost"])
            app.settle(0.4, 3)
            if press:
                app.send(press)
                app.settle(0.4, 3)
            app.idle_percent(3)
            used, memory = app.idle_percent(seconds), app.resident_mib()
        lines.append(
            f"idle, {name}: {used:.2f} % (reach {reach}); memory {memory:.1f} MiB (reach 45)"
        )
    return lines


def measure(folder: Path, runs: int) -> str:
    """All figures of the app."""
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    env = fill(folder / "app", history.ENTRIES, yesterday)
    ww = str(Path(sys.executable).with_name("ww"))
    state = str(Path(env["XDG_STATE_HOME"]) / "worthwhile")
    save_settings(env["WORTHWHILE_HOME"], state, {"answered": True})
    run([ww, "start", "Invoicing for Acme"], env)
    parts = [launch(ww, env, runs), keys(ww, env), switches(ww, env), *idle(ww, env, 30)]
    return "\n".join(parts)
