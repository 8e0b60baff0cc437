"""``import``: entries from other tools, as one change."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.output import clean
from tracker.domain.errors import UsageError
from tracker.exchange.columns import columns_of
from tracker.exchange.imports import (
    FORMATS,
    SUGGESTABLE,
    plan_for,
    read_file,
    suggestions_for,
)
from tracker.exchange.recognise import format_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from tracker.cli.context import Context
    from tracker.cli.output import Printer
    from tracker.domain.book import Book, Draft
    from tracker.exchange.plan import Parsed, Plan
    from tracker.exchange.summary import Summary

    Way = Callable[..., Plan]

SHOWN = 10
"""Rejected rows and warnings that are listed; --json lists all."""


def take_in(context: Context) -> int:
    """Read the file, decide under the lock, and account for every row."""
    form, file = _named(context.request.words)
    rename = dict(_pair(given) for given in context.request.all("rename"))
    columns = columns_of(context.request.all("columns"))
    with _progress(context, f"Reading {file} ..."):
        parsed = read_file(
            file,
            form,
            zone=context.request.get("zone") or context.zone,
            stdin=_bytes(context) if file == "-" else None,
            date_order=context.request.get("date-order") or "",
            columns=columns,
            now=context.now,
            titles=context.request.has("titles"),
        )
    way = _way(context, parsed)
    with _progress(
        context, f"Taking in {len(parsed.rows):,} rows; Ctrl+C leaves all as it was ..."
    ):
        if context.request.has("dry-run"):
            made = way(parsed, context.log, now=context.now, rename=rename)
        else:
            made = _apply(context, parsed, rename, way)
    if context.json:
        context.print.json(made.summary.as_json())
    else:
        _tell(context, parsed, made)
    return 0


@contextmanager
def _progress(context: Context, text: str) -> Iterator[None]:
    """Say on a terminal what takes its time, and wipe it off again."""
    shown = context.err.isatty()
    if shown:
        context.err.write(f"\r{clean(text)}")
        context.err.flush()
    try:
        yield
    finally:
        if shown:
            context.err.write("\r\x1b[K")
            context.err.flush()


def _way(context: Context, parsed: Parsed) -> Way:
    """Whether the rows are entries at once, or wait as suggestions."""
    if context.request.has("suggest") and parsed.format not in SUGGESTABLE:
        raise UsageError(
            f"--suggest is for {' and '.join(SUGGESTABLE)}, not for {parsed.format}: leave it out."
        )
    if context.request.has("suggest") or format_named(parsed.format).suggests:
        return suggestions_for
    return plan_for


def _apply(context: Context, parsed: Parsed, rename: dict[str, str], way: Way) -> Plan:
    """The whole file as one change; a file that brings nothing new makes none."""
    made: list[Plan] = []

    def decide(book: Book) -> Draft:
        made[:] = [way(parsed, book, now=context.now, rename=rename)]
        return made[0].draft

    context.log.change(decide)
    return made[0]


def _named(words: tuple[str, ...]) -> tuple[str, str]:
    """Format and file; a lone file is recognised."""
    if len(words) == 2:
        return words[0], words[1]
    if words[0].casefold() in FORMATS and not Path(words[0]).exists():
        raise UsageError(f"Name the file too. For example: ww import {words[0]} FILE")
    return "auto", words[0]


def _pair(given: str) -> tuple[str, str]:
    old, equals, new = given.partition("=")
    if not equals or not old.strip() or not new.strip():
        raise UsageError(f'--rename is OLD=NEW, such as Mail=Email; not "{given}".')
    return old.strip(), new.strip()


def _bytes(context: Context) -> BinaryIO | None:
    """The bytes behind standard input."""
    return getattr(context.stdin, "buffer", None)


def _tell(context: Context, parsed: Parsed, made: Plan) -> None:
    from tracker.domain.format import duration

    out, summary = context.print, made.summary
    if parsed.recognised:
        out.line(f"This is {parsed.title}.")
    verb = "Would import" if context.request.has("dry-run") else "Imported"
    if made.draft.put_suggestions:
        verb = "Would suggest" if context.request.has("dry-run") else "Suggested"
    line = f"{verb} {_counted(summary.added)}"
    if summary.start and summary.stop:
        first, last = (context.clock.day(int(i.timestamp())) for i in (summary.start, summary.stop))
        line += f", {duration(summary.seconds)}, {first} to {last}"
    out.line(line + ".")
    _tell_more(out, summary)
    rejected = [
        f"{file + ', ' if file else ''}line {number}: {reason}"
        for number, reason, file in summary.rejected
    ]
    _listed(context, f"{len(rejected)} rejected", rejected)
    _listed(context, "Please check", list(summary.warnings))
    long = [f"line {line}: {task}, {duration(seconds)}" for line, task, seconds in summary.long]
    _listed(context, "Very long, perhaps a forgotten timer", long)
    rates = [
        f"{', '.join(filter(None, rate[:3]))}: {rate.rate:.2f} {rate.currency}".strip()
        for rate in summary.rates
    ]
    _listed(context, "Cost of an hour there, not kept here", rates)
    if verb == "Suggested":
        out.line("Nothing of it is logged yet: ww suggestions lists it.")
    if summary.added and verb == "Imported":
        out.line("ww undo takes all of it back.")


def _tell_more(out: Printer, summary: Summary) -> None:
    """What came beside the entries, and what was there already."""
    if summary.duplicates:
        out.line(f"{_counted(summary.duplicates)} had been imported before.")
    if summary.papers:
        papers = "1 paper" if summary.papers == 1 else f"{summary.papers:,} papers"
        out.line(f"With {papers}: quotes, briefs, hand-offs, reviews.")
    if summary.tasks:
        more = f" and {len(summary.tasks) - _NAMED} more" if len(summary.tasks) > _NAMED else ""
        out.line(f"New tasks: {out.name(', '.join(summary.tasks[:_NAMED]))}{more}.")


_NAMED = 12
"""New tasks that are named; of more only how many."""


def _listed(context: Context, heading: str, sentences: list[str]) -> None:
    if not sentences:
        return
    context.print.line(f"{heading}:")
    for sentence in sentences[:SHOWN]:
        context.print.line(f"  {context.print.name(sentence)}")
    if len(sentences) > SHOWN:
        context.print.line(f"  and {len(sentences) - SHOWN} more; --json lists all.")


def _counted(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"
