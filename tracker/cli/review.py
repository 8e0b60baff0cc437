"""``review``: a week, month or quarter looked back on; shown, sent, closed, listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tracker.audit.categorise import Catalogue
from tracker.audit.review.document import differences, kept, plain
from tracker.audit.review.review import steps_of
from tracker.calendar.periods import read_period
from tracker.domain.errors import Refused, UsageError
from tracker.domain.papers import Review
from tracker.intents import review as moves
from tracker.reviewing import Reviewer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.audit.review.review import Looked
    from tracker.cli.context import Context
    from tracker.intents.intent import File

    Document = dict[str, Any]

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".txt": "text"}
_DEEDS = ("list", "close", "reopen")


def review(context: Context) -> int:
    """Do the one thing that was asked; without any, show it."""
    request = context.request
    asked = [name for name in _DEEDS if request.has(name)]
    if len(asked) > 1:
        raise UsageError(f"--{asked[0]} and --{asked[1]} are two things: ask for one at a time.")
    if request.has("list"):
        return _list(context)
    period = read_period(
        request.line(), today=context.clock.today(), week_start=context.settings.week_start
    )
    reviewer = _reviewer(context)
    looked = reviewer.look(period)
    if request.has("reopen"):
        if looked.paper is None:
            raise Refused(f"The review of {period.id} was never begun: there is nothing to reopen.")
        return _file(context, moves.reopen(looked.paper))
    if request.has("close"):
        return _close(context, reviewer, looked)
    intention = request.get("intention")
    if intention is not None:
        return _file(context, moves.intend(_begun(context, looked), intention))
    return _show(context, reviewer, looked)


def _reviewer(context: Context) -> Reviewer:
    from tracker.store.categories import load_categories

    return Reviewer(
        context.log, context.settings, context.zone, Catalogue(load_categories()), context.now
    )


def _begun(context: Context, looked: Looked) -> Review:
    """The review as it is kept; a fresh one where it was never begun."""
    if looked.paper is not None:
        return looked.paper
    steps = steps_of(looked.period.kind)
    return Review(looked.period.id, steps[0], begun=context.clock.today())


def _close(context: Context, reviewer: Reviewer, looked: Looked) -> int:
    """Close it: the figures that would be shown now are kept."""
    day = context.clock.today()
    last = steps_of(looked.period.kind)[-1]
    before = _begun(context, looked).replace(step=last)
    paper = _kept(moves.close(before, "", day, context.request.get("intention")))
    seen = _document(context, reviewer, looked.replace(paper=paper))
    wish = moves.close(before, json.dumps(seen, ensure_ascii=False), day, paper.intention)
    return _file(context, wish)


def _kept(wish: File) -> Review:
    """The one review that a move files."""
    return next(it for it in wish.papers if isinstance(it, Review))


def _file(context: Context, wish: File) -> int:
    """Keep the review, and say in a line how it stands."""
    from tracker.intents.decide import decide

    moment = context.moment()
    context.log.change(lambda book: decide(wish, book, moment))
    paper = _kept(wish)
    if context.json:
        context.print.json(_record(paper))
        return 0
    text = wish.label[0].upper() + wish.label[1:] + "."
    if paper.intention and context.request.has("intention"):
        text += f" Intention: {paper.intention}"
    context.print.line(context.print.name(text))
    return 0


def _record(paper: Review) -> Document:
    """How a review stands, without what was seen."""
    return {
        "period": paper.id,
        "step": paper.step,
        "begun": plain(paper.begun),
        "closed": plain(paper.finished),
        "intention": paper.intention,
    }


def _list(context: Context) -> int:
    """Every review there is, the newest first."""
    papers = [it for it in context.log.papers() if isinstance(it, Review)]
    papers.sort(key=lambda it: (plain(it.begun) or "", it.id), reverse=True)
    if context.json:
        context.print.json([_record(it) for it in papers])
        return 0
    if not papers:
        context.print.line("No reviews yet. Close this week's with: ww review --close")
        return 0
    rows = [
        (
            it.id,
            f"closed {it.finished.isoformat()}" if it.finished else f"open, at {it.step}",
            it.intention,
        )
        for it in papers
    ]
    for line in context.print.table(rows, "lll", ("bold",), stretch=2):
        context.print.line(line)
    return 0


def _document(context: Context, reviewer: Reviewer, looked: Looked) -> Document:
    """The review as the log has it now, the audit's part included."""
    from tracker.auditing import survey
    from tracker.store.categories import load_categories
    from tracker.store.findings import Findings

    found = survey(
        context.log,
        context.settings,
        context.zone,
        Catalogue(load_categories()),
        context.now,
        as_of=looked.as_of,
        kept=Findings(context.log),
    )
    return reviewer.document(looked, reviewer.advise(looked, found))


def _show(context: Context, reviewer: Reviewer, looked: Looked) -> int:
    """Print it, or write it to a file; of a closed one what was seen then."""
    form, now = _form(context), None
    document: Document | None = None
    if looked.closed and looked.paper is not None and not context.request.has("now"):
        document = kept(looked.paper.seen)
    if document is None:
        document = _document(context, reviewer, looked)
    else:
        now = reviewer.document(looked, None)
    return _put(context, form, _text(context, form, document, now))


def _form(context: Context) -> str:
    """What ``--format`` says, else ``--json``, else the ending of the file."""
    import os

    form = context.request.get("format")
    if form is None and context.json:
        form = "json"
    if form is None:
        ending = os.path.splitext(context.request.get("output") or "")[1].lower()
        form = _SUFFIXES.get(ending, "text")
    return form


def _text(context: Context, form: str, document: Document, now: Document | None) -> Iterable[str]:
    """The document in that format, piece by piece."""
    if form == "json":
        changed = [] if now is None else plain(differences(document, now))
        indent = 2 if context.print.tty or context.request.has("output") else None
        yield json.dumps({**document, "differences": changed}, ensure_ascii=False, indent=indent)
        yield "\n"
        return
    from tracker.exchange.review_sheet import sheet

    made = f"Made by worthwhile on {context.clock.today().isoformat()}."
    page = sheet(document, made=made, now=now)
    if form == "html":
        from tracker.exchange.review_html import html

        yield from html(page)
    elif form == "md":
        from tracker.exchange.review_markdown import markdown

        yield from markdown(page)
    else:
        from tracker.cli.review_text import lines

        yield from (f"{line}\n" for line in lines(page, context.print))


def _put(context: Context, form: str, text: Iterable[str]) -> int:
    """To standard output, or to the file that is named."""
    from tracker.cli.writing import output_of, write_file

    path = output_of(context)
    if path is None:
        for piece in text:
            context.print.raw(piece)
        return 0
    write_file(path, text, force=context.request.has("force"))
    if context.json:
        context.print.json({"format": form, "file": path})
    else:
        context.print.line(f"Wrote the review to {context.print.name(path)}.")
    return 0
