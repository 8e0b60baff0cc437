"""Draw the pictures of the README from a fixed log and clock: they change only with the app.

    python screenshots/make.py

Writes an SVG a picture, and a PNG beside it where ``rsvg-convert`` (Debian: librsvg2-bin) is
installed.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.cells import cell_len

from tracker.app import WorthwhileApp
from tracker.demo import fill, generate
from tracker.desk import open_desk

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 19, 14, 42, 17, tzinfo=UTC)
ZONE = "Europe/Berlin"
SEED = 1
PICTURES = (
    ("today-120x36", (120, 36), ()),
    ("today-160x50", (160, 50), ()),
    ("today-80x24", (80, 24), ()),
    ("today-44x12", (44, 12), ()),
    ("line-120x36", (120, 36), ("n", *"25m email #ad")),
    ("edit-120x36", (120, 36), ("e",)),
    ("help-120x36", (120, 36), ("question_mark",)),
)

IN_README = ("today-120x36", "today-44x12")


def app_in(folder: str) -> WorthwhileApp:
    """The app over the demo's log at the fixed clock."""
    environ = {**os.environ, "XDG_STATE_HOME": f"{folder}/state", "WORTHWHILE_DEVICE": "demo"}
    desk = replace(open_desk(f"{folder}/home", environ, lambda: NOW), zone=ZONE)
    fill(desk.log, generate(SEED, now=NOW, zone=ZONE))
    desk.save_settings({"answered": True, "currency": "USD"})
    return WorthwhileApp(desk)


async def draw(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> Path:
    """Run the app at ``size``, press ``keys``, keep what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        app = app_in(folder)
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause(0.3)
            for key in keys:
                await pilot.press("space" if key == " " else "number_sign" if key == "#" else key)
            await pilot.pause(0.3)
            picture = HERE / f"{name}.svg"
            picture.write_text(local_fonts(app.export_screenshot(title="worthwhile")))
    return picture


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
    """The same as PNG, for the pictures that the README shows, if there is a program for it."""
    if svg.stem in IN_README and (converter := shutil.which("rsvg-convert")):
        subprocess.run([converter, "-o", svg.with_suffix(".png"), svg], check=True)  # noqa: S603


if __name__ == "__main__":
    for name, size, keys in PICTURES:
        png(asyncio.run(draw(name, size, keys)))
