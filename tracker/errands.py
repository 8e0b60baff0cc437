"""What a form or a screen has done beside the log: each kind of work is loaded when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from textual.app import App

    from tracker.desk import Desk
    from tracker.import_work import ImportWork
    from tracker.report_work import ReportWork
    from tracker.review_work import ReviewWork
    from tracker.screens import Screens
    from tracker.session import Session
    from widgets.messages import BriefSent, Errand
    from widgets.reports.messages import ReportAsk
    from widgets.review.messages import ReviewAsk


class Errands:
    """Hands each errand to its work, which answers whoever asked."""

    def __init__(self, app: App[None], desk: Desk, session: Session, screens: Screens) -> None:
        """Nothing is loaded yet."""
        self._app = app
        self._desk = desk
        self._session = session
        self._screens = screens
        self._import: ImportWork | None = None
        self._review: ReviewWork | None = None
        self._report: ReportWork | None = None

    def hear(self, asked: Errand) -> None:
        """Have it done; returns at once."""
        match asked.work:
            case "import":
                self._imports(asked)
            case "review":
                self._reviews().hear(cast("ReviewAsk", asked))
            case "report":
                self._reports().hear(cast("ReportAsk", asked))
            case "send":
                from tracker.sending import send

                self._app.run_worker(send(self._app, cast("BriefSent", asked)), group="send")
            case _:
                raise AssertionError(f"no work for {asked!r}")

    def _imports(self, asked: Errand) -> None:
        """A form that opens begins anew."""
        from widgets.import_messages import ImportAsk

        if not isinstance(asked, ImportAsk):
            from tracker.import_work import ImportWork

            self._import = ImportWork(self._app, self._desk)
        elif self._import is not None:
            self._import.hear(asked)

    def _reviews(self) -> ReviewWork:
        if self._review is None:
            from tracker.review_work import ReviewWork

            self._review = ReviewWork(self._app, self._session, lambda: self._screens.survey)
        return self._review

    def _reports(self) -> ReportWork:
        if self._report is None:
            from tracker.report_work import ReportWork

            self._report = ReportWork(self._app, self._session)
        return self._report

    def stop(self) -> None:
        """Stop what is being read, before it has changed anything."""
        if self._import is not None:
            self._import.stop()
