"""Logs and tables of other programs: hours are kept, words come through, nothing surprises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import ZONE, MemoryStore
from tracker.domain.entry import plain
from tracker.domain.errors import ImportRefused
from tracker.domain.span import OpenSpan
from tracker.exchange.imports import FORMATS, plan_for, read_file
from tracker.exchange.lengths import seconds_of
from tracker.exchange.plan import Plan

NOW = datetime(2030, 1, 1, tzinfo=UTC)
FIRST = datetime(2000, 1, 1, tzinfo=UTC)


def planned(text: str, fmt: str = "auto") -> Plan:
    content = text.encode("utf-8", "replace")
    parsed = read_file("-", fmt, zone=ZONE, stdin=BytesIO(content), now=NOW)
    return plan_for(parsed, MemoryStore(), now=NOW)


def length(plan: Plan) -> int:
    return sum(put.when.seconds for put in plan.draft.put if not isinstance(put.when, OpenSpan))


# klog: minutes of spans and of durations, negative ones being breaks.
pieces = st.lists(
    st.one_of(
        st.integers(1, 300).map(lambda minutes: ("span", minutes)),
        st.integers(1, 300).map(lambda minutes: ("length", minutes)),
        st.integers(1, 400).map(lambda minutes: ("break", minutes)),
    ),
    min_size=1,
    max_size=8,
)


@given(pieces)
def test_klogs_hours_are_its_sum_and_never_below_none(found: list[tuple[str, int]]) -> None:
    lines, total = ["2026-02-16"], 0
    for place, (kind, minutes) in enumerate(found):
        if kind == "span":
            lines.append(f"    8:00 - {8 + minutes // 60}:{minutes % 60:02} Piece {place}")
        else:
            sign = "-" if kind == "break" else ""
            lines.append(f"    {sign}{minutes}m Piece {place}")
        total += -minutes if kind == "break" else minutes
    if total <= 0:
        with pytest.raises(ImportRefused, match="nothing was changed"):
            planned("\n".join(lines))
        return
    assert length(planned("\n".join(lines))) == total * 60


# Words of all kinds between the bars of bartib, and the same rows of two tables.
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(plain)
starts = st.integers(0, 29 * 365 * 24 * 60).map(lambda after: FIRST + timedelta(minutes=after))


@given(words, words.filter(bool), starts, st.integers(180, 1440))
def test_bartibs_bars_and_backslashes_come_through(
    project: str, description: str, start: datetime, minutes: int
) -> None:
    def written(text: str) -> str:
        return text.replace("\\", "\\\\").replace("|", "\\|")

    stop = start + timedelta(minutes=minutes)
    times = f"{start:%Y-%m-%d %H:%M} - {stop:%Y-%m-%d %H:%M}"
    plan = planned(f"{times} | {written(project)} | {written(description)}\n", "bartib")
    (put,) = plan.draft.put
    assert (put.project, put.task) == (normalize("NFC", project), normalize("NFC", description))
    # A night in which the clocks are changed is an hour shorter or longer.
    assert abs(put.seconds_at(NOW) - minutes * 60) in (0, 3600)


simple = st.text(st.sampled_from("abcXYZ äöü"), min_size=1, max_size=8).map(str.strip).filter(bool)


@given(st.lists(st.tuples(simple, simple, starts, st.integers(180, 1440)), min_size=1, max_size=5))
def test_toggl_clockify_and_any_csv_tell_the_same(
    rows: list[tuple[str, str, datetime, int]],
) -> None:
    heads = (
        "Description,Project,Start date,Start time,End date,End time,Duration",
        "Description,Project,Start Date,Start Time,End Date,End Time,Duration (h)",
        "Activity,Project,Date,From,End date,Until,Length",
    )
    body = "".join(
        f"{task},{project},{start:%Y-%m-%d,%H:%M:%S},"
        f"{start + timedelta(minutes=minutes):%Y-%m-%d,%H:%M:%S},wrong\n"
        for task, project, start, minutes in rows
    )
    plans = [planned(f"{head}\n{body}") for head in heads]
    assert [plan.summary.format for plan in plans] == ["toggl", "clockify", "csv"]
    told = [[(put.task, put.project, put.when) for put in plan.draft.put] for plan in plans]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) == len(rows)


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_a_length_is_the_same_however_it_is_written(hours: int, minutes: int, seconds: int) -> None:
    whole = hours * 3600 + minutes * 60 + seconds
    assert seconds_of(f"{hours}:{minutes:02}:{seconds:02}") == whole
    assert seconds_of(f"{hours}h {minutes}m {seconds}s") == whole
    assert seconds_of(f"{whole}", "seconds") == whole
    assert seconds_of(f"{whole / 3600:.6f}") == whole
    assert seconds_of(f"{whole / 3600:.6f}".replace(".", ",")) == whole


BEGINNINGS = (
    "2026-03-02 (8h!)\n    8:00 - ",
    "2026-03-02\n    1h\n    -",
    "2026-03-02 09:00: arrived\n2026-03-02 10:00: ",
    "2026-03-02 09:00 - 2026-03-02 10:00 | ",
    "[[1771232400, 1771236000, ",
    '[{"project":"x","start":',
    "Project,Description,Start Date,Start Time,End Date,End Time,Duration (h)\nP,D,",
    "Date,Project,Task,Hours,Billable?,Cost Rate\n2026-03-02,P,T,",
    "task,start,stop,duration\nA,2026-03-02 09:00,",
    "task,date,minutes\nA,",
)
marks = st.text(st.sampled_from("0123456789:.-/<>?|#=\"'\\ \n\t,;hmamTZ*"), max_size=60)


@given(st.sampled_from(BEGINNINGS), st.one_of(marks, st.text(max_size=60)), st.booleans())
def test_nothing_after_a_good_beginning_surprises(start: str, rest: str, auto: bool) -> None:
    for fmt in ["auto"] if auto else FORMATS:
        plan = planned_or_refused(start + rest, fmt)
        if plan is None:
            continue
        accounted = plan.summary.added + plan.summary.duplicates + len(plan.summary.rejected)
        assert plan.summary.read == accounted
        whens = [put.when for put in plan.draft.put]
        assert all(isinstance(when, OpenSpan) or when.seconds > 0 for when in whens)


def planned_or_refused(text: str, fmt: str) -> Plan | None:
    """The plan, or nothing where the file was refused, as it may be, in a sentence."""
    try:
        return planned(text, fmt)
    except ImportRefused:
        return None
