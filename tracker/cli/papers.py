"""``export markdown`` and ``export html``: the report of a range as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.report import Report, make
from tracker.domain.format import duration, money
from tracker.exchange.paper import Line, Paper, Section

if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.cli.selection import Selection

_SECTIONS = (
    ("task", "Tasks", "Task"),
    ("project", "Projects", "Project"),
    ("category", "Kinds of work", "Kind"),
    ("day", "Days", "Day"),
)


def paper(context: Context, chosen: Selection) -> Paper:
    """The report of a range: by task, project, kind of work and day."""
    made = {by: make(context, chosen, by) for by, _, _ in _SECTIONS}
    report = made["task"]
    worth, currency = context.settings.hour_value, context.settings.currency
    seconds = report.totals.total_seconds
    facts = [
        ("Logged", duration(seconds)),
        ("Worth", money(seconds * worth / 3600, currency)),
        ("An hour is worth", money(worth, currency)),
    ]
    if not report.partial and report.totals.coverage is not None:
        facts.append(("Accounted for", f"{100 * report.totals.coverage:.0f} %"))
        facts.append(("Untracked", duration(report.totals.untracked_seconds)))
    return Paper(
        title=_title(report, chosen),
        facts=tuple(facts),
        sections=tuple(
            _section(context, made[by], heading, column)
            for by, heading, column in _SECTIONS
            if any(group.seconds for group in made[by].groups)
        ),
        made=f"Made by worthwhile on {context.clock.today().isoformat()}.",
    )


def _title(report: Report, chosen: Selection) -> str:
    first, last = report.first.isoformat(), report.last.isoformat()
    days = first if first == last else f"{first} to {last}"
    only = [
        f"{name} {value}" for name in ("task", "project", "tag") if (value := getattr(chosen, name))
    ]
    return ", ".join((f"Where the time went: {days}", *only))


def _section(context: Context, report: Report, heading: str, column: str) -> Section:
    worth, currency = context.settings.hour_value, context.settings.currency
    total = report.totals.total_seconds
    groups = [group for group in report.groups if group.seconds]
    most = max(group.seconds for group in groups)
    lines = [
        Line(
            (
                group.name,
                duration(group.seconds),
                f"{100 * group.seconds / total:.0f} %",
                money(group.seconds * worth / 3600, currency),
            ),
            group.seconds / most,
        )
        for group in groups
    ]
    return Section(heading, (column, "Time", "Share", "Worth"), tuple(lines))
