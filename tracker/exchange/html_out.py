"""A report as one HTML file that needs nothing else: no script, no style sheet, no picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tracker.exchange.paper import Paper

_TEMPLATE = Path(__file__).parents[1] / "data" / "report.html"


def html(paper: Paper) -> Iterator[str]:
    """The report piece by piece; every text is escaped."""
    yield from rendered(_TEMPLATE, paper=paper)


def rendered(template: Path, **given: object) -> Iterator[str]:
    """A template of ours filled in, piece by piece; every text is escaped."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    yield from environment.from_string(template.read_text(encoding="utf-8")).generate(given)
    yield "\n"
