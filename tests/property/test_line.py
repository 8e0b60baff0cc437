"""The quick line: what it prints it reads back, and whatever is typed, nothing strange happens."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tracker.domain.entry import What, plain
from tracker.domain.errors import InvalidValue, Unreadable
from tracker.domain.span import Amount, Span
from tracker.intents.intent import Add, Start
from tracker.line import read, read_duration, read_time, write_duration
from tracker.line.complete import complete
from tracker.line.echo import echo
from tracker.line.write import write

ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Cairo",
        "America/St_Johns",
    ]
)
# Around every change of the clocks of the zones above, and anywhere else.
CHANGES = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2026, 3, 8, 7, tzinfo=UTC),
    datetime(2018, 11, 4, 3, tzinfo=UTC),
    datetime(2018, 2, 18, 2, tzinfo=UTC),
    datetime(2024, 4, 6, 15, tzinfo=UTC),
    datetime(2011, 12, 30, 10, tzinfo=UTC),
    datetime(2024, 4, 25, 22, tzinfo=UTC),
    datetime(2010, 11, 7, 2, 31, tzinfo=UTC),
]
NOWS = st.one_of(
    st.builds(
        lambda change, seconds: change + timedelta(seconds=seconds),
        st.sampled_from(CHANGES),
        st.integers(-7200, 90_000),
    ),
    st.datetimes(datetime(1971, 6, 1), datetime(2900, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
)
DAY_STARTS = st.sampled_from([0, 0, 240, 90])

SCRAPS = st.sampled_from(
    [
        *("9", "915", "0915", "9:15", "9.15", "9:15pm", "9am", "25:99", "24", "24:00", "1:1", "2"),
        *("14:30-16:30", "14:30-16:99", "9-10", "22-1", "9-now", "-", "--", "-10m", "-10"),
        *("25m", "1h30", "1,5h", "0:45", "90s", "48h", "ago", "half", "an", "hour", "hours"),
        *("at", "since", "from", "to", "until", "noon", "midnight", "now", "am", "pm", "and"),
        *("yesterday", "today", "tomorrow", "mon", "friday", "last", "on", "of", "for"),
        *("2026-11-20", "2026-13-01", "2026-11", "2026-11-20T09:00Z", "december", "4", "4th"),
        *("2026-11-20T09:00/2026-11-20T10:00", "20/11", "20.11.", "3.14", "²", "٩", "İ"),
        *('"', '""', "@", "@acme", '@"A', "#", "#tag", '#"t', "//", "/x", "x", "Form", "1099"),
    ]
)
NAMES = st.one_of(
    st.text(max_size=25),
    st.lists(SCRAPS, min_size=1, max_size=4).map(" ".join),
    st.sampled_from(["invoicing", "Über-Projekt", "חשבוניות 7", "🎉 party", 'say "hi"', "a // b"]),
).map(plain)


def has_no_surrogate(name: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


SOUND = NAMES.filter(has_no_surrogate)
TAGS = SOUND.map(lambda tag: plain(tag.lstrip("#"))).filter(lambda tag: tag and tag[0] != "#")
WHATS = st.builds(
    What,
    task=SOUND.filter(bool),
    project=SOUND,
    tags=st.lists(TAGS, max_size=3).map(lambda tags: tuple(sorted(set(tags)))),
    note=SOUND,
)


@st.composite
def intents(draw: st.DrawFn, now: datetime) -> Start | Add:
    """Anything that can be wanted at ``now``."""
    what = draw(WHATS)
    ago = draw(st.one_of(st.integers(0, 31 * 86_400), st.integers(0, 600).map(lambda n: n * 60)))
    kind = draw(st.sampled_from(["start", "started", "block", "amount"]))
    if kind == "start":
        return Start(draw(st.sampled_from([what, what.replace(task="")])))
    if kind == "started":
        return Start(
            draw(st.sampled_from([what, what.replace(task="")])), now - timedelta(seconds=ago)
        )
    if kind == "block":
        length = draw(st.one_of(st.integers(1, 31 * 86_400), st.sampled_from([60, 1500, 3600])))
        stop = now - timedelta(seconds=ago)
        return Add(what, Span(stop - timedelta(seconds=length), stop))
    day = (now - timedelta(days=draw(st.integers(2, 40)))).date()
    return Add(what, Amount(day, draw(st.integers(1, 25 * 3600))))


@given(st.data(), NOWS, ZONES, DAY_STARTS)
def test_what_it_prints_it_reads_back(
    data: st.DataObject, now: datetime, zone: str, day_start: int
) -> None:
    intent = data.draw(intents(now))
    line = write(intent, now=now, zone=zone, day_start=day_start)
    assert read(line, now=now, zone=zone, day_start=day_start) == intent


@given(st.data(), NOWS, ZONES)
def test_what_it_prints_of_known_tasks_it_reads_back(
    data: st.DataObject, now: datetime, zone: str
) -> None:
    intent = data.draw(intents(now))
    line = write(intent, now=now, zone=zone)
    known = (intent.what.task, "Form 1099", "invoicing")
    assert read(line, now=now, zone=zone, tasks=known) == intent


def reading(text: str, **where: object) -> Start | Add | Unreadable | InvalidValue:
    try:
        return read(text, **where)  # type: ignore[arg-type]
    except (Unreadable, InvalidValue) as error:
        return error


LINES = st.one_of(
    st.text(max_size=40),
    st.lists(SCRAPS, max_size=7).map(" ".join),
    st.text(alphabet='0123456789:.-/amphnsT@#" ', max_size=16),
)


@given(LINES, NOWS, ZONES, DAY_STARTS, st.lists(SOUND.filter(bool), max_size=3))
def test_any_line_is_an_intent_in_the_past_or_refused_within_itself(
    text: str, now: datetime, zone: str, day_start: int, tasks: list[str]
) -> None:
    found = reading(text, now=now, zone=zone, tasks=tasks, day_start=day_start)
    if isinstance(found, (Unreadable, InvalidValue)):
        if isinstance(found, Unreadable):
            assert 0 <= found.start <= found.stop <= len(text)
            assert found.start < found.stop
        assert str(found).endswith(".")
        return
    assert echo(found, now=now, zone=zone, day_start=day_start).isprintable() or not text.isascii()
    if isinstance(found, Start):
        assert found.at is None or now - timedelta(days=31) <= found.at <= now
    elif isinstance(found.when, Span):
        assert found.when.stop <= now
    else:
        assert found.when.day <= (now + timedelta(days=1)).date()


RANGE_DIGITS = frozenset("0123456789:.")


def looks_like_a_range(word: str) -> bool:
    """``14:30-16:30``, ``9-10``; not ``2026-11``, which is a month, nor the idiom ``1-1``."""
    left, dash, right = word.partition("-")
    sides = (left, right)
    month = len(left) == 4 and len(right) == 2 and ":" not in word
    if not dash or word == "1-1" or month:
        return False
    return all(side[:1].isdecimal() and set(side) <= RANGE_DIGITS for side in sides)


@given(LINES, NOWS)
def test_no_task_is_ever_called_like_a_time_range(text: str, now: datetime) -> None:
    assume('"' not in text)
    found = reading(text, now=now, zone="Europe/Berlin")
    if isinstance(found, (Start, Add)):
        assert not any(map(looks_like_a_range, found.what.task.split()))


CLOCKS = st.builds("{}:{:02}".format, st.integers(0, 23), st.integers(0, 59)) | st.integers(
    0, 23
).map(str)


@given(CLOCKS, CLOCKS, st.sampled_from(["-", " - ", " to "]), st.booleans(), NOWS)
def test_two_times_are_a_block_or_refused_wherever_they_stand(
    one: str, other: str, dash: str, first: bool, now: datetime
) -> None:
    assume(one != "1" or other != "1")  # 1-1 and 1 to 1 are meetings
    block = f"yesterday {one}{dash}{other}"
    found = reading(f"{block} x" if first else f"x {block}", now=now, zone="Europe/Berlin")
    if isinstance(found, Add):
        assert isinstance(found.when, Span)
        assert found.what.task == "x"
        assert found.when.stop <= now
    else:
        assert isinstance(found, Unreadable)


@given(st.integers(1, 31 * 86_400))
def test_a_length_that_is_written_reads_back(seconds: int) -> None:
    assert read_duration(write_duration(seconds)) == seconds


@given(st.text(max_size=15) | LINES, NOWS, ZONES, st.none() | st.dates(date(1971, 1, 1)))
def test_any_text_of_a_field_is_read_or_refused(
    text: str, now: datetime, zone: str, day: date | None
) -> None:
    for field in (
        lambda: read_time(text, now=now, zone=zone, day=day),
        lambda: read_time(text, now=now, zone=zone, after=now - timedelta(hours=3)),
        lambda: read_duration(text),
    ):
        try:
            found = field()
        except Unreadable as error:
            assert 0 <= error.start <= error.stop <= len(text)  # noqa: PT017
        except InvalidValue as error:
            assert str(error)  # noqa: PT017
        else:
            assert found <= now if isinstance(found, datetime) else 0 < found <= 31 * 86_400


@given(LINES, st.integers(-3, 50), st.lists(SOUND.filter(bool), max_size=6), NOWS)
def test_a_completion_puts_a_known_name_into_the_line(
    text: str, cursor: int, names: list[str], now: datetime
) -> None:
    projects, tags = names[:3], [name for name in names[3:] if name[0] != "#"]
    for one in complete(text, cursor, tasks=names, projects=projects, tags=tags):
        assert 0 <= one.start <= one.stop <= len(text)
        completed = text[: one.start] + one.replacement
        assert one.replacement in completed
        if one.start == 0 and one.kind == "task":
            found = reading(completed, now=now, zone="UTC")
            assert isinstance(found, InvalidValue) or found == Start(What(plain_task(names, found)))


def plain_task(names: list[str], found: object) -> str:
    """The known name that was read, or none."""
    task = found.what.task if isinstance(found, Start) else ""
    return task if task in names else "\0none"
