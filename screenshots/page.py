"""Picture the page of a week's review in a real browser, from a fixed log and clock.

    python screenshots/page.py

Needs ``chromium`` (or google-chrome); writes ``review-page.png`` beside this file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tracker.cli import main

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 20, 15, 42, 17, tzinfo=UTC)
SIZE = "1000,3440"
"""Of the window: as high as the page."""
BROWSERS = ("chromium", "google-chrome", "chromium-browser")


def page(folder: Path) -> Path:
    """The demo owner's week so far, as one file."""
    environ = {
        **os.environ,
        "TZ": "Europe/Berlin",
        "WORTHWHILE_DEVICE": "demo",
        "XDG_STATE_HOME": str(folder / "state"),
        "WORTHWHILE_HOME": str(folder / "demo"),
    }
    path = folder / "week.html"
    for words in (
        ("demo", "--keep", str(folder / "demo"), "--json"),
        ("config", "zone", "Europe/Berlin"),
        ("review", "--now", "--output", str(path)),
    ):
        if main(words, environ=environ, now=NOW):
            sys.exit(f"ww {' '.join(words)} did not work.")
    return path


def picture(browser: str, path: Path) -> None:
    """What the browser shows of it."""
    subprocess.run(  # noqa: S603 - a browser of this machine, our own page
        [
            browser,
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--window-size={SIZE}", f"--screenshot={HERE / 'review-page.png'}"),
            path.as_uri(),
        ],
        check=True,
        timeout=120,
    )


if __name__ == "__main__":
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("There is no browser: install chromium.")
    with tempfile.TemporaryDirectory() as made:
        picture(found, page(Path(made)))
