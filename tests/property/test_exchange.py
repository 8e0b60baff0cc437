"""What holds for every file: round trips, identity of rows, and no surprise from any bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests import papers
from tests.fakes import ZONE, MemoryStore
from tracker.domain.entry import Entry, bare_tag, plain
from tracker.domain.errors import ImportRefused
from tracker.domain.papers import Paper, Review
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.domain.task import MARKS, RATINGS, Task
from tracker.exchange.cells import defused, joined, parted, restored
from tracker.exchange.export import export_csv, export_json
from tracker.exchange.imports import FORMATS, plan_for, read_file
from tracker.exchange.plan import Parsed, Plan
from tracker.exchange.record import stored

NOW = datetime(2030, 1, 1, tzinfo=UTC)
FIRST = datetime(2000, 1, 1, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
SAMPLES = Path(__file__).parents[1] / "unit" / "exchange" / "samples"


def parsed(content: bytes, fmt: str, zone: str = ZONE) -> Parsed:
    return read_file("-", fmt, zone=zone, stdin=BytesIO(content), now=NOW)


def planned(content: bytes, fmt: str, log: MemoryStore | None = None) -> Plan:
    return plan_for(parsed(content, fmt), log or MemoryStore(), now=NOW)


# Any text a name can be: control marks and lone surrogates excepted, which no entry holds.
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(plain)
names = texts.filter(bool)
tricky = st.sampled_from(
    ["#x", "# #x", "=1+1", "'=x", "''@", "-", "a, b", "a\\", '"', 'q"', "[b]x[/]", "é", "e\u0301"]
)
tags = st.lists(st.one_of(names, tricky), max_size=3).map(
    lambda found: tuple({tag for tag in found if plain(bare_tag(tag))})
)
seconds = st.integers(1, 30 * 24 * 3600)
instants = st.integers(0, int((NOW - FIRST).total_seconds()) - 31 * 24 * 3600).map(
    lambda after: FIRST + timedelta(seconds=after)
)
whens = st.one_of(
    st.builds(
        lambda start, length: Span(start, start + timedelta(seconds=length)), instants, seconds
    ),
    st.builds(Amount, st.dates(date(2000, 1, 1), date(2029, 12, 1)), st.integers(1, 90_000)),
)


@st.composite
def entries(draw: st.DrawFn, /, **fixed: Any) -> Entry:
    """Any finished entry."""
    chosen = {
        "id": draw(st.uuids()).hex,
        "task": draw(st.one_of(names, tricky)),
        "when": draw(whens),
        "zone": draw(st.sampled_from(ZONES)),
        "project": draw(texts),
        "tags": draw(tags),
        "note": draw(st.one_of(texts, tricky)),
        "source": draw(st.sampled_from(["timer", "typed", "import:toggl"])),
        "billable": draw(st.sampled_from([None, True, False])),
        "origin": draw(st.sampled_from(["", "00ff"])),
    }
    return Entry(**(chosen | fixed))


logs = st.lists(entries(), max_size=5, unique_by=lambda found: found.id)
tasks = st.lists(
    st.builds(
        Task,
        names,
        category=texts,
        **{rating: st.sampled_from([None, 1, 5]) for rating in RATINGS},
        **{mark: st.sampled_from([None, True, False]) for mark in MARKS},
        **papers.rhythms,
    ),
    max_size=3,
    unique_by=lambda task: task.name.casefold(),
)


def one_spelling(found: Iterable[Entry], known: Iterable[Task] = ()) -> bool:
    """Whether no name is there in two spellings, which an import would make one."""
    spelled = {entry.task for entry in found} | {task.name for task in known}
    return len({name.casefold() for name in spelled}) == len(spelled)


@given(logs, tasks, st.lists(papers.papers, max_size=4, unique_by=lambda paper: paper.id))
def test_json_loses_nothing(found: list[Entry], known: list[Task], kept: list[Paper]) -> None:
    spelled = [Task(paper.task) for paper in kept if not isinstance(paper, Review)]
    assume(one_spelling(found, [*known, *spelled]))
    content = "".join(export_json(map(stored, found), known, now=NOW, papers=kept)).encode()
    plan = planned(content, "auto")
    assert list(plan.draft.put) == found
    assert list(plan.draft.put_papers) == kept
    assert plan.summary.papers == len(kept)
    assert plan.summary.rejected == ()
    put = {task.name: task for task in plan.draft.put_tasks}
    assert all(put[task.name] == task for task in known)
    log = MemoryStore()
    log.change(lambda book: plan_for(parsed(content, "auto"), book, now=NOW).draft)
    again = plan_for(parsed(content, "auto"), log, now=NOW)
    assert (again.draft.put, again.draft.put_papers) == ((), ())
    assert {task.name for task in log.tasks()} >= {task.name for task in spelled}


@given(logs)
def test_csv_keeps_words_and_times(found: list[Entry]) -> None:
    assume(found)
    assume(one_spelling(found))
    content = "".join(export_csv(map(stored, found), hour_value=256.41, now=NOW)).encode()
    plan = planned(content, "auto")
    usual = {"source": "import:csv", "billable": None, "origin": ""}
    assert list(plan.draft.put) == [entry.replace(**usual) for entry in found]


@given(entries(when=OpenSpan(NOW - timedelta(days=3, seconds=7))))
def test_a_running_timer_survives_both(entry: Entry) -> None:
    for content in (
        "".join(export_json([stored(entry)], [], now=NOW)),
        "".join(export_csv([stored(entry)], hour_value=1, now=NOW)),
    ):
        (put,) = planned(content.encode(), "auto").draft.put
        assert (put.when, put.task, put.id) == (entry.when, entry.task, entry.id)


@given(st.text())
def test_a_cell_is_restored_exactly(cell: str) -> None:
    assert restored(defused(cell)) == cell
    assert not defused(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.text().map(str.strip).filter(bool)))
def test_tags_come_out_of_their_cell(found: list[str]) -> None:
    assert parted(joined(found)) == found


# Rows of a Toggl report. Words are of cp1252, so that every encoding can hold them.
HEADER = (
    "Description",
    "Project",
    "Tags",
    "Billable",
    "Start date",
    "Start time",
    "End date",
    "End time",
)
words = st.text(st.sampled_from("abcXYZ äöüß€'\"=;,\t\n#-"), min_size=0, max_size=12)


@st.composite
def toggl_rows(draw: st.DrawFn) -> tuple[str, ...]:
    """A row as Toggl writes it; its times are local."""
    start = draw(instants)
    stop = start + timedelta(seconds=draw(st.integers(7200, 86400)))
    return (
        draw(words),
        draw(words),
        ", ".join(draw(st.lists(words, max_size=2))),
        draw(st.sampled_from(["Yes", "No", ""])),
        f"{start:%Y-%m-%d}",
        f"{start:%H:%M:%S}",
        f"{stop:%Y-%m-%d}",
        f"{stop:%H:%M:%S}",
    )


def written(
    rows: Sequence[Sequence[str]],
    order: Sequence[int] = range(len(HEADER)),
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> bytes:
    """The rows as a CSV file of that layout."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([row[place] for place in order] for row in (HEADER, *rows))
    return buffer.getvalue().encode(encoding)


def told(plan: Plan) -> dict[str, tuple[Any, ...]]:
    """Everything about each entry, by id; spellings of tasks follow the order of the file."""
    return {
        put.id: (put.task.casefold(), put.project, put.tags, put.note, put.when)
        for put in plan.draft.put
    }


@given(
    st.lists(toggl_rows(), min_size=1, max_size=6),
    st.permutations(range(len(HEADER))),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.randoms(use_true_random=False),
)
def test_layout_and_order_do_not_change_what_a_row_is(
    rows: list[tuple[str, ...]], order: list[int], delimiter: str, encoding: str, random: Any
) -> None:
    shuffled = random.sample(rows, len(rows))
    usual = planned(written(rows), "toggl")
    assert usual.summary.added == len(rows)
    assert told(planned(written(shuffled, order, delimiter, encoding), "auto")) == told(usual)


@given(st.lists(toggl_rows(), min_size=1, max_size=6), st.sampled_from(ZONES))
def test_a_second_import_adds_nothing(rows: list[tuple[str, ...]], zone: str) -> None:
    """Whatever zone it is read in, and with each row twice: twins are entries of their own."""
    log = MemoryStore()
    twice = written([*rows, *rows])
    log.change(lambda book: plan_for(parsed(twice, "toggl"), book, now=NOW).draft)
    assert len(log.all()) == 2 * len(rows)
    again = plan_for(parsed(twice, "toggl", zone), log, now=NOW)
    assert again.empty
    assert again.summary.duplicates == 2 * len(rows)
    log.undo()
    assert log.all() == ()


@given(
    st.lists(toggl_rows(), min_size=1, max_size=4),
    st.lists(
        st.sampled_from(["", "x", '"', '"x', 'a,"b', ",,,,,,,,,,,", "1,2", '""","']), max_size=4
    ),
    st.randoms(use_true_random=False),
)
def test_bad_rows_never_stop_the_good_ones(
    rows: list[tuple[str, ...]], bad: list[str], random: Any
) -> None:
    header, *good = [
        ",".join(cell.replace('"', "").replace(",", "").replace("\n", "") for cell in row)
        for row in (HEADER, *rows)
    ]
    lines = [*good, *bad]
    random.shuffle(lines)
    plan = planned("\n".join((header, *lines, "")).encode(), "toggl")
    assert plan.summary.added == len(good)
    assert plan.summary.read == plan.summary.added + len(plan.summary.rejected)


# Timewarrior: the same intervals as an export and as the lines of a data file.
marks = st.text(st.sampled_from('abc #"\\é()'), min_size=1, max_size=8).map(plain).filter(bool)
intervals = st.lists(
    st.tuples(instants, seconds, st.lists(marks, max_size=3), st.one_of(st.just(""), marks)),
    max_size=5,
)


def quoted(text: str, *, always: bool = False) -> str:
    """As Timewarrior 1.4 writes it: in quotes where there is more than letters."""
    if text.isalpha() and not always:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@given(intervals)
def test_an_export_and_the_data_behind_it_are_the_same(
    found: list[tuple[datetime, int, list[str], str]],
) -> None:
    lines, objects = [], []
    for start, length, labels, note in found:
        begin, end = (f"{t:%Y%m%dT%H%M%SZ}" for t in (start, start + timedelta(seconds=length)))
        line = f"inc {begin} - {end}"
        if labels or note:
            line += " # " + " ".join(quoted(label) for label in labels)
        if note:
            line += f" # {quoted(note, always=True)}"
        lines.append(line + "\n")
        objects.append({"start": begin, "end": end, "tags": labels, "annotation": note})
    assume(found)
    data = planned("".join(lines).encode(), "timewarrior")
    export = planned(json.dumps(objects).encode(), "timewarrior")
    assert data.draft == export.draft
    assert data.summary.added == len(found)


@cache
def samples() -> tuple[tuple[str, bytes], ...]:
    """Format and content of every sample."""
    found = sorted(SAMPLES.glob("*/*"))
    return tuple(
        (path.parent.name, path.read_bytes())
        for path in found
        if path.is_file() and "expected" not in path.name
    )


def survives(content: bytes, fmt: str) -> None:
    """A plan whose numbers add up, or one refusal in a plain sentence."""
    try:
        plan = planned(content, fmt)
    except ImportRefused as refusal:
        sentence = str(refusal)
        sentence.encode()
        assert sentence.endswith(".")
        assert "\n" not in plain(sentence) or len(sentence) < 500
        return
    summary = plan.summary
    assert summary.added == len(plan.draft.put)
    assert summary.seconds >= 0
    json.dumps(summary.as_json())
    "".join(export_json(map(stored, plan.draft.put), plan.draft.put_tasks, now=NOW)).encode()


@given(st.binary(max_size=300), st.sampled_from(FORMATS))
def test_any_bytes(content: bytes, fmt: str) -> None:
    survives(content, fmt)


STARTS = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260302T090000Z\r\nRRULE:FREQ=",
    b"inc 20260302T090000Z - ",
    b'[{"start":',
    b'{"version":1,"entries":[',
    ",".join(HEADER).encode(),
)


@given(st.sampled_from(STARTS), st.text(max_size=200), st.sampled_from(FORMATS))
def test_any_text_after_a_good_start(start: bytes, rest: str, fmt: str) -> None:
    survives(start + rest.encode("utf-8", "replace"), fmt)


@given(st.data())
def test_any_sample_with_some_damage(data: st.DataObject) -> None:
    fmt, content = data.draw(st.sampled_from(samples()))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 20))
        content = content[:place] + data.draw(st.binary(max_size=6)) + content[place + length :]
    survives(content, data.draw(st.sampled_from([fmt, "auto"])))


@pytest.mark.parametrize(
    ("fmt", "content"), [pytest.param(*s, id=f"{n}") for n, s in enumerate(samples())]
)
def test_any_sample_cut_off_anywhere(fmt: str, content: bytes) -> None:
    for length in range(0, len(content), max(1, len(content) // 40)):
        survives(content[:length], fmt)
