"""Whatever is wanted, in whatever order: the log stays sound."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import ZONE, Ids, MemoryStore
from tracker.domain.entry import Entry, What
from tracker.domain.errors import InvalidValue, Overlap, Refused, WorthwhileError
from tracker.domain.span import Amount, OpenSpan, Span
from tracker.intents.decide import decide
from tracker.intents.intent import (
    Add,
    Cancel,
    Continue,
    Delete,
    Edit,
    Intent,
    Moment,
    Split,
    Start,
    Stop,
    Switch,
)

DAWN = datetime(2026, 11, 19, 6, tzinfo=UTC)
MINUTES = st.integers(min_value=0, max_value=240)
TASKS = st.sampled_from(["Email", "email", "Invoicing", "Calls"])
WORDS = st.builds(What, TASKS, st.sampled_from(["", "Acme"]))
AMOUNT = Amount(DAWN.date(), 600)


def instant(minute: int) -> datetime:
    return DAWN + timedelta(minutes=minute)


INSTANTS = MINUTES.map(instant)
MAYBE = st.none() | INSTANTS
SPANS = (
    st.tuples(MINUTES, MINUTES)
    .filter(lambda ends: ends[0] != ends[1])
    .map(lambda ends: Span(instant(min(ends)), instant(max(ends))))
)
IDS = st.integers(min_value=1, max_value=12).map(lambda number: f"n{number}")
WISHES = st.one_of(
    st.builds(Start, WORDS | st.just(What("")), MAYBE),
    st.builds(Switch, WORDS | st.just(What("")), MAYBE),
    st.builds(Stop, MAYBE),
    st.builds(Continue, IDS | st.just(""), MAYBE),
    st.just(Cancel()),
    st.builds(Add, WORDS, SPANS | st.just(AMOUNT)),
    st.builds(
        Edit,
        IDS,
        task=st.none() | TASKS,
        start=MAYBE,
        stop=MAYBE,
        when=st.none() | SPANS | st.builds(OpenSpan, INSTANTS) | st.just(AMOUNT),
    ),
    st.builds(Split, IDS, INSTANTS, st.none() | WORDS),
    st.builds(Delete, st.tuples(IDS)),
)
STEPS = st.lists(
    st.tuples(WISHES, st.booleans(), st.integers(min_value=0, max_value=40)), max_size=14
)


def played(steps: list[tuple[Intent, bool, int]]) -> tuple[MemoryStore, datetime]:
    """The log after the steps, each some minutes after the one before, and the time then."""
    log, now, ids = MemoryStore(), DAWN, Ids()
    for wish, trim, later in steps:
        now += timedelta(minutes=later)
        apply(log, wish, Moment(now, ZONE, ids), trim=trim)
        assert_sound(log, now)
    return log, now


def apply(log: MemoryStore, wish: Intent, moment: Moment, *, trim: bool) -> bool:
    """Whether it was done; a refusal says something and changes nothing."""
    before = log.all(), log.tasks()
    refused: WorthwhileError | None = None
    try:
        log.change(lambda book: decide(wish, book, moment, trim=trim))
    except (Refused, InvalidValue) as error:
        refused = error
    if refused is None:
        return True
    assert str(refused).endswith((".", "TASK"))
    assert not (trim and isinstance(refused, Overlap))
    assert (log.all(), log.tasks()) == before
    return False


def assert_sound(log: MemoryStore, now: datetime) -> None:
    for one, other in combinations(covered(log, now), 2):
        assert one.overlap(other) is None
    assert len(log.running()) <= 1
    names = [task.name.casefold() for task in log.tasks()]
    assert len(names) == len(set(names))
    assert {held.task for held in log.all()} <= {task.name for task in log.tasks()}


def covered(log: MemoryStore, now: datetime) -> list[Span]:
    """What the entries cover as of ``now``; a timer of no time yet covers nothing."""
    return [
        span
        for held in log.all()
        if not (isinstance(held.when, OpenSpan) and held.when.start >= now)
        and (span := held.span_at(now)) is not None
    ]


def seconds(spans: list[Span]) -> set[int]:
    """The half-minutes the spans cover, which is all there is between whole minutes."""
    return {
        half
        for span in spans
        for half in range(int(span.start.timestamp()) + 30, int(span.stop.timestamp()), 60)
    }


@given(STEPS)
def test_no_sequence_of_wishes_makes_time_overlap(steps: list[tuple[Intent, bool, int]]) -> None:
    played(steps)


@given(STEPS, st.integers(min_value=1, max_value=12), INSTANTS)
def test_a_split_loses_no_second(
    steps: list[tuple[Intent, bool, int]], number: int, at: datetime
) -> None:
    log, now = played(steps)
    before = sum(held.seconds_at(now) for held in log.all())
    count = len(log.all())
    if apply(log, Split(f"n{number}", at), Moment(now, ZONE, Ids("s")), trim=False):
        assert sum(held.seconds_at(now) for held in log.all()) == before
        assert len(log.all()) == count + 1


@given(STEPS, SPANS)
def test_a_trim_takes_only_the_time_it_needs(
    steps: list[tuple[Intent, bool, int]], span: Span
) -> None:
    log, now = played(steps)
    before = seconds(covered(log, now))
    words = {held.id: (held.task, held.project, held.note) for held in log.all()}
    if apply(log, Add(What("New"), span), Moment(now, ZONE, Ids("t")), trim=True):
        others = [held for held in log.all() if held.task != "New"]
        kept = seconds([s for held in others if (s := held.span_at(now)) is not None])
        assert kept - before <= set(range(int(now.timestamp()), int(now.timestamp()) + 60))
        assert before - seconds([span]) <= kept
        assert all(
            words[held.id] == (held.task, held.project, held.note)
            for held in others
            if held.id in words
        )


@given(STEPS, WISHES, st.booleans())
def test_the_same_question_has_the_same_answer(
    steps: list[tuple[Intent, bool, int]], wish: Intent, trim: bool
) -> None:
    log, now = played(steps)
    answers = [answer(log, wish, now, trim=trim) for _ in range(2)]
    assert answers[0] == answers[1]


def answer(log: MemoryStore, wish: Intent, now: datetime, *, trim: bool) -> object:
    held = log.all()
    try:
        return decide(wish, log, Moment(now, ZONE, Ids("a")), trim=trim)
    except (Refused, InvalidValue) as refused:
        return type(refused), str(refused)
    finally:
        assert log.all() == held


@given(STEPS)
def test_undo_to_the_start_and_redo_to_the_end(steps: list[tuple[Intent, bool, int]]) -> None:
    log, _now = played(steps)
    end = [held.replace(revised="") for held in log.all()]
    done = 0
    while undone(log):
        done += 1
    assert log.all() == ()
    for _ in range(done):
        log.redo()
    assert [held.replace(revised="") for held in log.all()] == end


def undone(log: MemoryStore) -> bool:
    try:
        log.undo()
    except Refused:
        return False
    return True


@given(
    st.lists(SPANS, min_size=1, max_size=5),
    SPANS,
    st.booleans(),
)
def test_imported_overlaps_are_never_made_worse(
    imported: list[Span], span: Span, trim: bool
) -> None:
    """An edit may narrow or move what overlaps already; it may not cover anything anew."""
    log = MemoryStore.of(
        *(Entry(f"n{place}", "Email", held) for place, held in enumerate(imported))
    )
    moment = Moment(instant(240), ZONE, Ids("e"))
    untouched = [held for held in log.all() if held.id != "n0"]
    apply(log, Edit("n0", when=span), moment, trim=trim)
    if [held for held in log.all() if held.id != "n0"] != untouched:
        assert trim
        assert not any("n0" in pair for pair in pairs(log))
        return
    others = [held.when for held in log.all() if held.id != "n0"]
    moved = log.held["n0"].when
    assert isinstance(moved, Span)
    for held in others:
        assert isinstance(held, Span)
        was, shared = imported[0].overlap(held), moved.overlap(held)
        if shared is not None:
            assert was is not None
            assert was.start <= shared.start
            assert shared.stop <= was.stop


def pairs(log: MemoryStore) -> set[frozenset[str]]:
    return {
        frozenset((one.id, other.id))
        for one, other in combinations(log.all(), 2)
        if isinstance(one.when, Span) and isinstance(other.when, Span)
        if one.when.overlap(other.when)
    }
