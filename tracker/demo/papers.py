"""What the made-up owner keeps about tasks: quotes, briefs, hand-offs, bills, checks, reviews."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tracker.domain.fields import paper_of
from tracker.domain.papers import Paper, Review
from tracker.domain.period import before, week_of

_FILE = Path(__file__).parent.parent / "data" / "demo_papers.json"
_DAYS = ("day", "updated", "until")


def load_papers(today: date, path: Path = _FILE) -> tuple[Paper, ...]:
    """The papers as of the last day of the log, last week's review and this week's among them."""
    data = json.loads(path.read_text("utf-8"))
    papers = [
        paper_of({**_dated(fields, today), "id": f"demo-{number:02}"})
        for number, fields in enumerate(data["papers"], start=1)
    ]
    return (*papers, *_reviews(data, today))


def _dated(fields: dict[str, Any], today: date) -> dict[str, Any]:
    """The fields with days counted from the last one in place of numbers, moves included."""
    found = dict(fields)
    for name in _DAYS:
        if isinstance(found.get(name), int):
            found[name] = (today + timedelta(days=found[name])).isoformat()
    if "moves" in found:
        found["moves"] = [_dated(move, today) for move in found["moves"]]
    return found


def _reviews(data: dict[str, Any], today: date) -> tuple[Review, ...]:
    """Last week's, which is not closed yet, and this week's, begun on Friday if it is that late."""
    week = week_of(today)
    last = before(week)
    friday = timedelta(days=4)
    return (
        Review(last.id, begun=last.first + friday, **data["last_review"]),
        Review(week.id, begun=min(week.first + friday, today), **data["review"]),
    )
