"""The task under the cursor in a few lines: why it stands here, what its owner thinks, how long."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.format import duration, money
from tracker.domain.task import RATINGS
from widgets.dots import RATING_KEYS, columns_chart, dots, rating_style, sparkline
from widgets.drawing import Drawing
from widgets.fitting import bar, first_that_fits, fit, fit_pieces, left, pieces_width, right
from widgets.recurring.chart import hours_text, lane_of
from widgets.tones import COST, QUIET, VALUE
from widgets.words import day_name

if TYPE_CHECKING:
    from tracker.audit.recurrence.standing import Standing
    from tracker.audit.survey import Survey
    from tracker.audit.worth.profile import Profile
    from widgets.fitting import Piece
    from widgets.recurring.chart import TaskRow

MODEST = 5
"""Lines of the panel in which each thing is said in one."""

LEAST_TIMES = 3
WIDEST = 110
"""From how many free lines on each time is listed, and in how many cells at most."""

NAMED = 66
"""Cells from which the ratings have room for their names; on less their keys stand for them."""

TWO_UP = 130
BETWEEN = 3
"""Cells from which each time is listed beside what is said, and how far from it."""

CHART, TALL_CHART = 6, 10
LEAST_CHART = 3
"""Lines of the chart of durations, with the times under it and beside it; with less room than
the least a line of small bars stands for it."""

LABEL = 7
"""Cells of the word that begins a line."""

MARK_WORDS = (
    ("necessary", "necessary", "not needed"),
    ("core", "core", "not core"),
    ("only_me", "only me", "anyone could"),
    ("expert", "needs an expert", ""),
    ("confidential", "confidential", ""),
)
"""Each mark with what is said where it holds, and where it does not."""


class DetailPanel(Widget):
    """Draws as many lines as there is height for, the most telling first."""

    DEFAULT_CSS = """
    DetailPanel { height: auto; }
    """

    survey: reactive[Survey | None] = reactive(None)
    row: reactive[TaskRow | None] = reactive(None)

    def watch_row(self, row: TaskRow | None) -> None:
        """The frame names the task."""
        self._name_it(row)

    def on_resize(self) -> None:
        """The frame's words depend on the width."""
        self._name_it(self.row)

    def _name_it(self, row: TaskRow | None) -> None:
        room = (self.size or self.app.size).width - 6  # before the first frame it has none
        words = tuple(f"{row.task} · {sure}" for sure in row.sure if sure) if row else ()
        shown = first_that_fits((*words, row.task), room) if row and room > 0 else ""
        self.border_title = Content(shown)  # a name is plain text, whatever brackets it has

    def render(self) -> Drawing:
        """The lines, as wide as the panel."""
        width, height = self.content_size
        if self.row is None or self.survey is None or not width:
            return Drawing()
        lines = detail_lines(self.survey, self.row, width, height)[:height]
        return Drawing(lines)


def detail_lines(survey: Survey, row: TaskRow, width: int, height: int) -> list[list[Piece]]:
    """What there is to say of one task, in ``width`` cells; the evidence at more length if tall."""
    standing = row.standing
    if width >= TWO_UP and height > MODEST:
        most = (width - BETWEEN) * 3 // 5
        said = about_lines(survey, row, most, height, TALL_CHART)
        times = times_lines(standing, width - most - BETWEEN)[:height]
        return [
            _beside(said[place] if place < len(said) else [], times[place : place + 1], most)
            for place in range(max(len(said), len(times)))
        ]
    said = about_lines(survey, row, width, height)
    rest = height - len(said) - 1
    if rest >= LEAST_TIMES:
        said += [[], *times_lines(standing, min(width, WIDEST), LABEL)[:rest]]
    return said


def _beside(said: list[Piece], time: list[list[Piece]], most: int) -> list[Piece]:
    """A line of what is said in ``most`` cells, and a time beside it where there is one."""
    if not time:
        return said
    return [*said, (" " * (most - pieces_width(said) + BETWEEN), ""), *time[0]]


def about_lines(
    survey: Survey, row: TaskRow, width: int, height: int, tallest: int = CHART
) -> list[list[Piece]]:
    """Why it stands there, ratings, marks, sums, and how long it takes."""
    standing = row.standing
    profile = survey.profiles[row.task]
    said = [
        *why_lines(standing, row.sure[0], width, 2 if height > MODEST else 1),
        rating_line(profile, width),
        mark_line(profile, silent=_silent(survey, row.task), width=width),
        sum_line(survey, standing, width),
    ]
    if standing.disagreement:
        said.insert(0, _labelled("but", [(standing.disagreement, COST)], width))
    room = min(tallest, height - len(said) - 1)
    said.append(time_line(standing, width, bars=room < LEAST_CHART))
    if room >= LEAST_CHART:
        said += length_chart(standing, width, room)
    return said


def length_chart(standing: Standing, width: int, height: int) -> list[list[Piece]]:
    """A column for each of the last times; the longest is as high as the chart, and named.

    Few of them are drawn wider, and apart.
    """
    seconds, room = standing.facts.seconds, width - LABEL
    if not any(seconds):
        return []
    apart = len(seconds) * 3 <= room
    lines = columns_chart(seconds, room, height)
    if apart:
        lines = ["".join(f"{glyph}{glyph} " for glyph in line) for line in lines]
    longest = duration(max(seconds[-room:]))
    return [
        [(f"{'' if place else longest:<{LABEL}}", QUIET), (line, "$foreground 60%")]
        for place, line in enumerate(lines)
    ]


def _silent(survey: Survey, task: str) -> bool:
    known = survey.tasks.get(task)
    return known.silent if known is not None else False


def _labelled(label: str, parts: list[Piece], width: int) -> list[Piece]:
    return [(f"{label:<{LABEL}}", QUIET), *fit_pieces(parts, width - LABEL)]


def why_lines(standing: Standing, sure: str, width: int, most: int = 2) -> list[list[Piece]]:
    """Why it stands where it does; as many of the reasons as go in ``most`` whole lines."""
    reasons = [one for one in standing.found.reasons if one]
    if standing.status == "declared":
        reasons.insert(0, f"You declared it: {standing.pattern}.")
    text = " ".join(reasons) or f"{sure[:1].upper()}{sure[1:]}."
    lines: list[str] = []
    room = max(12, width - LABEL)
    while reasons and not lines:
        lines = wrap(" ".join(reasons), room)
        if len(lines) > most and len(reasons) > 1:
            lines = []
            reasons.pop()
    if not lines:
        lines = wrap(text, room)
    if len(lines) > most:
        lines = [*lines[: most - 1], first_that_fits((f"{lines[most - 1]} …",), room)]
    return [
        [(f"{'why' if not place else '':<{LABEL}}", QUIET), (line, "")]
        for place, line in enumerate(lines)
    ]


def rating_line(profile: Profile, width: int) -> list[Piece]:
    """``tedium ●●●●○   growth ●○○○○*``; the star is explained where there is room."""
    found: list[Piece] = [(f"{'mine':<{LABEL}}", QUIET)]
    gap = "  " if width >= 76 else " " if width >= LABEL + 4 * 9 else ""
    for name in RATINGS:
        assumed = name in profile.assumed
        found.append((f"{name if width >= NAMED else RATING_KEYS[name]} ", QUIET))
        found += dots(getattr(profile, name), rating_style(name), assumed=assumed)
        found.append((gap, ""))
    if any(name in profile.assumed for name in RATINGS):
        note = first_that_fits(("* assumed from its kind", "* assumed", ""),
                               width - pieces_width(found))  # fmt: skip
        found.append((note, QUIET))
    return fit_pieces(found, width)


def mark_words(profile: Profile) -> list[str]:
    """The marks in words; what is assumed is starred."""
    found = []
    for name, holds, fails in MARK_WORDS:
        words = holds if getattr(profile, name) else fails
        if words:
            found.append(f"{words}*" if name in profile.assumed else words)
    return found


def mark_line(profile: Profile, *, silent: bool, width: int) -> list[Piece]:
    """``necessary · not core* · anyone could*``."""
    words = mark_words(profile) + (["no reminders"] if silent else [])
    while len(words) > 1 and cell_len(" · ".join(words)) > width - LABEL:
        words.pop()
    return _labelled("marks", [(" · ".join(words), "")], width)


def time_line(standing: Standing, width: int, *, bars: bool = True) -> list[Piece]:
    """A small bar for each of the last times, and the fastest, usual and slowest of them."""
    if not standing.usual_seconds:
        return _labelled("time", [("no finished time yet", QUIET)], width)
    usual = duration(standing.usual_seconds)
    fastest, slowest = duration(standing.fastest_seconds), duration(standing.slowest_seconds)
    words = first_that_fits(
        (
            f"{fastest} fastest · {usual} usual · {slowest} slowest",
            f"{fastest} · {usual} usual · {slowest}",
            f"{usual} usual",
        ),
        width - LABEL - 10,
    )
    room = min(26, width - LABEL - cell_len(words) - 2) if bars else 0
    drawn = sparkline(standing.facts.seconds, room)
    shown = [(f"{drawn}  ", "$foreground 75%")] if drawn else []
    return _labelled("time", [*shown, (words, "")], width)


def sum_line(survey: Survey, standing: Standing, width: int) -> list[Piece]:
    """``12.6 h and $3,231 a month · 151 h and $38,772 a year``."""
    if lane_of(standing) == "none":
        total = sum(standing.facts.seconds)
        words = f"{duration(total)} in all" if total else "nothing logged yet"
        return _labelled("takes", [(words, "")], width)
    hours, value = standing.hours_per_month, survey.hour.value
    month = f"{hours_text(hours)} and {money(hours * value, survey.currency, 0)} a month"
    year = f"{hours * 12:.0f} h and {money(hours * 12 * value, survey.currency, 0)} a year"
    words = first_that_fits((f"{month} · {year}", month), width - LABEL)
    return _labelled("takes", [(words, "")], width)


def times_lines(standing: Standing, width: int, indent: int = 0) -> list[list[Piece]]:
    """Each time, newest first: the day, how long, and a bar."""
    facts = standing.facts
    most = max(facts.seconds, default=0) or 1
    count = len(facts.days)
    words = f"{count} {'time' if count == 1 else 'times'}, newest first"
    lines: list[list[Piece]] = [[(" " * indent + words, f"bold {QUIET}")]]
    room = width - indent - 16 - 8 - 2
    for day, seconds in zip(reversed(facts.days), reversed(facts.seconds), strict=True):
        long = seconds > 2 * standing.usual_seconds > 0
        lines.append(
            [
                (" " * indent, ""),
                (left(f"{day_name(day)} {day.year}", 16), QUIET),
                (right(duration(seconds), 8), "bold"),
                ("  ", ""),
                (fit(bar(seconds / most, room), room), COST if long else VALUE),
            ]
        )
    return lines
