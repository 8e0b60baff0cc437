"""Carries what the Reports screen asks to a worker thread, and the answers back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused, WorthwhileError
from tracker.exchange.report_paper import Rows, csv, paper
from tracker.sending import keep
from widgets.reports.messages import NotReported, Reported, ReportSent, ReportWanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App

    from tracker.session import Session
    from widgets.reports.messages import ReportAsk


class ReportWork:
    """Adds up and writes, off the event loop; only the last report is answered."""

    def __init__(self, app: App[None], session: Session) -> None:
        """Run workers on ``app``."""
        self._app = app
        self._session = session

    def hear(self, asked: ReportAsk) -> None:
        """Do what the screen asks."""
        if isinstance(asked, ReportWanted):
            self._app.run_worker(self._report(asked), group="report", exclusive=True)
        elif isinstance(asked, ReportSent):
            self._app.run_worker(self._send(asked), group="send")

    async def _report(self, asked: ReportWanted) -> None:
        try:
            answer = await asyncio.to_thread(self._add_up, asked)
        except WorthwhileError as error:
            asked.origin.post_message(NotReported(error))
        else:
            asked.origin.post_message(answer)

    def _add_up(self, asked: ReportWanted) -> Reported:
        reporter = self._session.reporter()
        shown = reporter.report(asked.asked)
        entries = reporter.behind(shown, asked.opened) if asked.opened is not None else ()
        return Reported(shown, asked.opened, entries)

    async def _send(self, asked: ReportSent) -> None:
        try:
            place = await asyncio.to_thread(self._write, asked)
        except WorthwhileError as error:
            self._app.notify(str(error), severity="warning", markup=False)
        else:
            self._app.notify(f"Wrote the report to {place}", markup=False)

    def _write(self, asked: ReportSent) -> Path:
        text = "".join(self._text(asked))
        return keep(text, asked.path, "the report")

    def _text(self, asked: ReportSent) -> Iterator[str]:
        settings = self._session.settings()
        rows = Rows(
            title=asked.title,
            by=asked.shown.asked.by,
            groups=asked.shown.groups,
            hour_value=settings.hour_value,
            currency=settings.currency,
            decimal=asked.decimal,
        )
        ending = Path(asked.path).suffix.lower()
        made = f"Made by worthwhile on {self._session.today().isoformat()}."
        if ending == ".csv":
            return csv(rows)
        if ending in (".md", ".markdown"):
            from tracker.exchange.paper import markdown

            return markdown(paper(rows, made))
        if ending in (".html", ".htm"):
            from tracker.exchange.html_out import html

            return html(paper(rows, made))
        raise Refused("The name says the format: let it end in .csv, .md or .html.")
