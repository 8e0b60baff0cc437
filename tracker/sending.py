"""A brief on its way out of the app: to the clipboard, or into a file of its own."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.exchange.brief_paper import Times, write

if TYPE_CHECKING:
    from textual.app import App

    from tracker.audit.recurrence.standing import Standing
    from tracker.domain.papers import Brief
    from widgets.messages import BriefSent


def paper_of(brief: Brief, standing: Standing | None) -> str:
    """The brief as Markdown, with how long the log says the task takes."""
    if standing is None:
        return write(brief)
    return write(
        brief, Times(standing.usual_seconds, standing.fastest_seconds, standing.slowest_seconds)
    )


def keep(text: str, path: str, what: str = "the brief") -> Path:
    """Write ``text`` into a new file; returns where that is.

    Raises:
        Refused: There is such a file already, or none can be written there.
    """
    place = Path(path).expanduser().absolute()
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(f"{place} is there already: give {what} another name.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{place} cannot be written ({why}): give another place.") from None
    return place


async def send(app: App[None], wanted: BriefSent) -> None:
    """Copy or write the brief, and say what was done and what to do where that did not work."""
    text = paper_of(wanted.brief, wanted.standing)
    if not wanted.path:
        app.copy_to_clipboard(text)
        app.notify(
            f"Copied the brief of {wanted.brief.task}: paste it into a mail. Where your terminal "
            "cannot copy, x writes a file.",
            markup=False,
        )
        return
    try:
        place = await asyncio.to_thread(keep, text, wanted.path)
    except Refused as error:
        app.notify(str(error), severity="warning", markup=False)
    else:
        app.notify(f"Wrote the brief to {place}", markup=False)
