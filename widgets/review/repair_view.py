"""Repair: what may be wrong with the week, each with its likely fixes under one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical

from tracker.audit.review.finding import Double, Forgotten, Gap, Long, Odd, Repeated, Unsorted
from tracker.audit.review.words import finding_words, fix_words
from tracker.domain.repair import Leave, Sort
from tracker.intents.repair import wish
from widgets.actions import bindings
from widgets.actions.review import FIX_KEYS, RIGHT_KEY
from widgets.fitting import fit
from widgets.messages import Wanted
from widgets.review.see_lines import where_lines
from widgets.review.view import Around, Lines, StepRows, StepView
from widgets.review.words import CLOSED
from widgets.row_list import Layout, ListRow
from widgets.tones import COST, QUIET, VALUE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.audit.review.finding import Finding
    from tracker.domain.repair import Fix
    from widgets.key_bar import Offered
    from widgets.review.see_lines import Line
    from widgets.review.state import Reviewed
    from widgets.row_list import RowList

    Local = Callable[[datetime], datetime]

KINDS: dict[type, str] = {
    Forgotten: "forgotten", Repeated: "twice", Double: "overlap", Long: "long", Odd: "odd hour",
    Gap: "gap", Unsorted: "no category",
}  # fmt: skip
MOST_LABEL = 18
"""Cells of a way in the key bar."""
NOTHING = ("Nothing to put right this week.", "", "enter goes on.")
SHUT = (f"{CLOSED[0]}.", "", CLOSED[1])


def finding_row(finding: Finding, local: Local) -> ListRow:
    """Kind, when and what, in columns."""
    words = finding_words(finding, local)
    when, colon, what = words.partition(": ")
    if not colon or isinstance(finding, Forgotten | Unsorted):
        when, what = "", words
    kind = KINDS[type(finding)]
    return ListRow(finding.key, ((kind, COST), (when, QUIET), (what, "")))


def fix_lines(
    fixes: Sequence[Fix],
    words: str,
    say: Callable[[Fix], str],
    width: int,
    height: int,
) -> list[Line]:
    """What is wrong, and a line for each way; side by side where there is no height for that."""
    from textwrap import wrap

    keys = iter(FIX_KEYS)
    ways = [(RIGHT_KEY if isinstance(fix, Leave) else next(keys, ""), say(fix)) for fix in fixes]
    ways = [way for way in ways if way[0]]
    title: list[Line] = [[(one, "bold")] for one in wrap(words, max(12, width))]
    room = height - len(title)
    if len(ways) <= room:
        gap: list[Line] = [[]] if len(ways) < room else []
        return [*title, *gap, *([*_way(way, width)] for way in ways)]
    flow = _flow(ways, width)
    return [*(title if len(title) + len(flow) <= height else []), *flow]


def _short(words: str) -> str:
    """A way in the room of the key bar: what it does, without what for or until when."""
    said = words.partition(",")[0]
    while len(said) > MOST_LABEL and " " in said:
        said = said.rpartition(" ")[0]
    return fit(said, MOST_LABEL)


def _way(way: tuple[str, str], width: int) -> Line:
    return [(way[0], f"bold {VALUE}"), (f"  {fit(way[1], width - 3)}", "")]


def _flow(ways: Sequence[tuple[str, str]], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    used = 0
    for key, words in ways:
        said = fit(words, width - 2)
        gap = 2 if used else 0
        if used and used + gap + len(said) + 2 > width:
            lines.append([])
            used = gap = 0
        lines[-1] += [(" " * gap + key, f"bold {VALUE}"), (f" {said}", "")]
        used += gap + len(said) + 2
    return lines


class RepairView(StepView):
    """The findings, and below them the ways to put the selected one right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("repair")

    def compose(self) -> ComposeResult:
        """List and ways; at the right the days, where there is room."""
        with Horizontal():
            with Vertical(classes="main"):
                yield StepRows(Layout("lll", stretch=2, drop=(0,), least=44), id="findings")
                yield Lines(id="ways")
            with Vertical(classes="side"):
                yield Lines(id="days")
                yield Around(id="hours")

    def on_mount(self) -> None:
        """Titles."""
        self._treated: set[str] = set()
        self.query_one("#findings").border_title = "What may be wrong"
        self.query_one("#ways").border_title = "Put it right"
        self.query_one("#days").border_title = "What is logged"

    @property
    def rows(self) -> StepRows:
        """The list."""
        return self.query_one(StepRows)

    @property
    def current(self) -> Finding | None:
        """The finding under the cursor."""
        row = self.rows.current
        if row is None or self.reviewed is None:
            return None
        found = [one for one in self.reviewed.looked.findings if one.key == row.key]
        return found[0] if found else None

    @property
    def about(self) -> str:
        """The task that no category fits, or the one whose entry it is."""
        match self.current:
            case Unsorted(task=task):
                return task
            case Long(entry=entry) | Odd(entry=entry) | Forgotten(entry=entry):
                return entry.task
            case _:
                return ""

    def show(self, reviewed: Reviewed) -> None:
        """The findings that are left."""
        self._treated.clear()
        self._list(reviewed)
        self.query_one("#days", Lines).draw = lambda width, height: where_lines(
            reviewed.see, "day", reviewed.looked.currency, width, height
        )

    def _list(self, reviewed: Reviewed) -> None:
        rows = self.rows
        rows.empty = SHUT if reviewed.looked.closed else NOTHING
        rows.rows = tuple(
            finding_row(one, self.local)
            for one in reviewed.looked.findings
            if one.key not in self._treated
        )
        rows.border_subtitle = f"{len(rows.rows)} left" if rows.rows else ""

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Other ways."""
        event.stop()
        finding, reviewed = self.current, self.reviewed
        ways = self.query_one("#ways", Lines)
        ways.display = finding is not None
        if finding is not None and reviewed is not None:
            fixes = reviewed.fixes[finding.key]
            words = finding_words(finding, self.local)
            ways.draw = lambda width, height: fix_lines(fixes, words, self._say, width, height)
        self.post_message(self.Changed())

    def _say(self, fix: Fix) -> str:
        """A way in words; a category by its title."""
        if isinstance(fix, Sort) and self.reviewed is not None:
            return self.reviewed.titles.get(fix.category, fix.category)
        return fix_words(fix, self.local)

    def offers(self) -> Offered:
        """The likeliest way in words, and that it may be right."""
        finding, reviewed = self.current, self.reviewed
        if finding is None or reviewed is None:
            return ()
        first = reviewed.fixes[finding.key][0]
        likely: Offered = ()
        if not isinstance(first, Leave):
            likely = (("repair.1", _short(self._say(first))),)
        return (*likely, ("repair.right", ""))

    def action_fix(self, place: int) -> None:
        """Put it right in that way, at once; the next one comes under the cursor."""
        finding, reviewed = self.current, self.reviewed
        if finding is None or reviewed is None:
            return
        fixes = reviewed.fixes[finding.key]
        if place >= len(fixes) - 1:
            return
        fix = fixes[place]
        self._treated.add(finding.key)
        if isinstance(fix, Leave):
            self.post_message(self.Settled(finding.key))
        else:
            self.post_message(Wanted(wish(fix)))
        self._list(reviewed)
