"""Draw the pictures of the README from a fixed log and clock: they change only with the app.

    python screenshots/make.py [NAME...]

With names, only the pictures that begin so. Writes an SVG a picture, and for those that the
README shows a PNG beside it where ``rsvg-convert`` (Debian: librsvg2-bin) is installed.
"""

from __future__ import annotations

import asyncio
import atexit
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.app import WorthwhileApp
from tracker.cli import main
from tracker.desk import open_desk
from widgets.handoff.task_list import TaskList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

HERE = Path(__file__).parent
THURSDAY = datetime(2026, 11, 19, 14, 42, 17, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 15, 42, 17, tzinfo=UTC)
ZONE = "Europe/Berlin"
PATIENCE = 60.0
"""Seconds within which whatever is waited for has come."""


@dataclass(frozen=True)
class Picture:
    """What is drawn: keys pressed at a size, at a time.

    Attributes:
        keys: Key names; ``text:`` is typed, ``task:`` puts the cursor on a task of screen 3.
        png: Whether the README shows it.
    """

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    now: datetime = THURSDAY
    png: bool = False

    @property
    def file(self) -> str:
        """``today-120x36``."""
        return f"{self.name}-{self.size[0]}x{self.size[1]}"


SMALL, NORMAL, LARGE, VAST = (44, 12), (80, 24), (120, 36), (160, 50)
FLAGGED = "Email triage"
"""The task that the pictures hand off."""
WHAT_IF = ("3", f"task:{FLAGGED}", "w", *["shift+right"] * 3, "h", "h")
BRIEF = (
    *("3", f"task:{FLAGGED}", "b"),
    *("text:Every mail sorted by nine, and only mine left for me", "tab"),
    *("text:Inbox empty twice a day; clients answered the same day", "tab"),
    *("text:Two weeks without a mail that waited a day", "tab"),
    *("text:Ask before you promise a date or a price", "tab"),
    *("text:Sorting, answering and filing the mail of the studio", "tab", "tab"),
    *("text:Sort what is new by client", "enter"),
    *("text:Answer from the page of answers", "enter"),
    "text:Leave what is for me in the folder Mine",
)
SENT = (*BRIEF, "escape", "y")
SEE = ("4", "enter")


def in_sizes(name: str, keys: tuple[str, ...], *, png: bool = False) -> tuple[Picture, ...]:
    """The same at three sizes; the README shows the middle one."""
    return tuple(
        Picture(name, size, keys, png=png and size == NORMAL) for size in (SMALL, NORMAL, VAST)
    )


PICTURES = (
    Picture("today", LARGE, png=True),
    Picture("today", VAST),
    Picture("today", NORMAL),
    Picture("today", SMALL, png=True),
    Picture("today-due", LARGE, ("D",)),
    Picture("line", LARGE, ("n", "text:25m email #ad")),
    Picture("edit", LARGE, ("e",)),
    Picture("help", LARGE, ("question_mark",)),
    *in_sizes("recurring", ("2",)),
    Picture("recurring", LARGE, ("2",), png=True),
    Picture("recurring-task", LARGE, ("2", "enter")),
    Picture("recurring-sides", LARGE, ("2", "v")),
    *in_sizes("handoff", ("3",)),
    Picture("handoff", LARGE, ("3",), png=True),
    *in_sizes("brief", BRIEF),
    Picture("what-if", LARGE, WHAT_IF),
    Picture("flow-1-flag", LARGE, ("3", f"task:{FLAGGED}")),
    Picture("flow-2-brief", LARGE, BRIEF),
    Picture("flow-3-sent", LARGE, SENT),
    Picture("flow-4-briefed", LARGE, (*SENT, "right_square_bracket")),
    Picture("review-1-repair", LARGE, ("4", "b"), FRIDAY),
    Picture("review-2-rate", LARGE, ("4",), FRIDAY),
    Picture("review-3-see", LARGE, SEE, FRIDAY, png=True),
    Picture("review-3-see", VAST, SEE, FRIDAY),
    Picture("review-3-see", NORMAL, SEE, FRIDAY),
    Picture("review-3-see", SMALL, SEE, FRIDAY),
    Picture("review-4-decide", LARGE, (*SEE, "enter"), FRIDAY),
    Picture("reports", LARGE, ("5",), FRIDAY),
    Picture("review-5-plan", LARGE, (*SEE, "enter", "enter"), FRIDAY),
)


@cache
def demo_log(now: datetime) -> Path:
    """A folder with the demo's log as of ``now``; it is swept away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="worthwhile-pictures-"))
    atexit.register(shutil.rmtree, folder)
    demo, quiet = ("demo", "--keep", str(folder / "home")), ("config", "remind", "no")
    with redirect_stdout(StringIO()):
        for words in (demo, quiet):
            main((*words, "--json"), environ=environ_of(folder), now=now)
    return folder


def environ_of(folder: Path) -> dict[str, str]:
    """The surroundings of a log in ``folder``, wherever the pictures are drawn."""
    return {
        **os.environ,
        "TZ": ZONE,
        "WORTHWHILE_DEVICE": "demo",
        "WORTHWHILE_HOME": str(folder / "home"),
        "WORTHWHILE_STATE": str(folder / "state"),
    }


def app_in(folder: Path, now: datetime) -> WorthwhileApp:
    """The app over the demo's log at a fixed clock."""
    shutil.copytree(demo_log(now), folder, dirs_exist_ok=True)
    desk = open_desk(str(folder / "home"), environ_of(folder), lambda: now)
    return WorthwhileApp(replace(desk, zone=ZONE))


async def draw(picture: Picture) -> Path:
    """Run the app, press the keys, keep what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        app = app_in(Path(folder), picture.now)
        async with app.run_test(size=picture.size, notifications=True) as pilot:
            await until(pilot, lambda: app.shown.survey is not None)
            for key in picture.keys:
                await press(pilot, key)
            if app.focused is not None and hasattr(app.focused, "cursor_blink"):
                app.focused.cursor_blink = False
            await pilot.pause(0.3)
            path = HERE / f"{picture.file}.svg"
            path.write_text(local_fonts(app.export_screenshot(title="worthwhile")))
    return path


async def press(pilot: Pilot[None], key: str) -> None:
    """One key and what it brings about; or see :class:`Picture`."""
    app = pilot.app
    assert isinstance(app, WorthwhileApp)  # noqa: S101
    if key.startswith("task:"):
        await until(pilot, lambda: bool(app.screen.query_one(TaskList).board.rows))
        app.screen.query_one(TaskList).select(key.removeprefix("task:"))
    elif key.startswith("text:"):
        for letter in key.removeprefix("text:"):
            await pilot.press(_NAMES.get(letter, letter))
    else:
        await pilot.press(key)
    await pilot.pause()
    await until(pilot, lambda: app.idle and not app.looking)


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app work until ``condition`` holds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE
    while not condition():
        if loop.time() > end:
            raise TimeoutError(f"waited in vain on {pilot.app.screen}")
        await pilot.pause(0.02)
    await pilot.pause()


_NAMES = {" ": "space", "#": "number_sign", ",": "comma"}


def local_fonts(svg: str) -> str:
    """Use a monospaced font of the reader's machine; the picture loads nothing."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"<text ([^>]*)>((?:&#160;)+)([^<]+)</text>", without_indent, svg)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


def without_indent(match: re.Match[str]) -> str:
    """The same text begun further right: some programs drop the spaces in front of a text."""
    attributes, spaces, words = match.groups()
    x, width = (
        float(re.search(rf'\b{name}="([\d.]+)"', attributes)[1])  # type: ignore[index]
        for name in ("x", "textLength")
    )
    indent = spaces.count(";")
    cells = width / (indent + cell_len(html.unescape(words)))
    attributes = re.sub(r'\bx="[\d.]+"', f'x="{x + indent * cells:.1f}"', attributes)
    attributes = re.sub(
        r'\btextLength="[\d.]+"', f'textLength="{width - indent * cells:.1f}"', attributes
    )
    return f"<text {attributes}>{words}</text>"


def png(svg: Path) -> None:
    """The same as PNG, if there is a program for it."""
    if converter := shutil.which("rsvg-convert"):
        target = svg.with_suffix(".png")
        subprocess.run([converter, "-o", target, svg], check=True)  # noqa: S603


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for each in PICTURES:
        if not wanted or any(each.file.startswith(name) for name in wanted):
            drawn = asyncio.run(draw(each))
            if each.png:
                png(drawn)
