"""``python -m tests.bench [commands app imports] [--runs N]``: ratios, never asserted."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path


def main() -> None:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "parts", nargs="*", default=["commands", "app", "imports"], help="commands, app, imports"
    )
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    for part in options.parts:
        with tempfile.TemporaryDirectory() as folder:
            if part == "commands":
                from tests.bench import commands

                print(commands.measure(Path(folder), options.runs), flush=True)
            elif part == "app":
                from tests.bench import app

                print(app.measure(Path(folder), options.runs), flush=True)
            elif part == "imports":
                from tests.bench import imports

                print(imports.measure(Path(folder), options.runs), flush=True)
            else:
                parser.error(f"{part} is not one of: commands, app, imports")


if __name__ == "__main__":
    main()
