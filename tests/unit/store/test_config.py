"""``config.toml``: every fault is named by line, and nothing a person wrote is lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.errors import ConfigError, InvalidValue, StoreError, UsageError
from tracker.domain.settings import Settings
from tracker.store import settings_file
from tracker.store.config import load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
# How I work
currency = "EUR"    # since 2026
week_start = "sunday"
day_start = "04:30"
zone = "Europe/Berlin"
theme = "nord"
budget = 500
review_day = "thursday"
review_at = "15:00"
remind = false
holidays = ["2026-12-25", 2026-01-01]
answered = true

# my hour
[hour]
income_goal = 90_000
hours_per_day = 2.5
days_per_week = 4
weeks_per_year = 46

[keys]
"today.stop" = "s"
today.start = "x"

[rates]
invoicing = 35
"data entry" = 18.50
"""
READ = Settings(
    income_goal=90_000,
    hours_per_day=2.5,
    days_per_week=4,
    weeks_per_year=46,
    currency="EUR",
    week_start=6,
    day_start=270,
    zone="Europe/Berlin",
    theme="nord",
    keys=(("today.stop", "s"), ("today.start", "x")),
    rates=(("invoicing", 35), ("data entry", 18.5)),
    budget=500,
    review_day=3,
    review_at=900,
    remind=False,
    holidays=("2026-01-01", "2026-12-25"),
    answered=True,
)


@pytest.fixture
def state(tmp_path: Path) -> str:
    return str(tmp_path / "state")


@pytest.fixture
def config(home: Path) -> Path:
    home.mkdir()
    return home / "config.toml"


def test_nothing_there_is_the_defaults(home: Path, state: str) -> None:
    assert load_settings(str(home), state) == Settings()
    assert not home.exists()
    assert not os.path.exists(state)  # noqa: PTH110


def test_everything_is_read(config: Path, home: Path, state: str) -> None:
    config.write_text("\ufeff" + WHOLE.replace("\n", "\r\n"))
    assert load_settings(str(home), state) == READ


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("currency = \n", 1, "name = value"),
        ("# c\n\ntheme = nord\n", 3, "name = value"),
        ('theme = "a"\ntheme = "b"\n', 2, "cannot overwrite"),
        ('theme = "a\n', 1, "name = value"),
        ("[hour\n", 1, "name = value"),
        ("\0", 1, "name = value"),
        ('# c\ncurrency = "EURO"\n', 2, "three-letter code"),
        ('theme = "x"\nweek_start = "mon"\n', 2, "one of monday, tuesday"),
        ('day_start = "13:00"\n', 1, "00:00 to 12:00"),
        ('day_start = "4"\n', 1, 'such as "04:00"'),
        ("day_start = 4\n", 1, 'in "quotes"'),
        ('\nzone = "Mars/Olympus"\n', 2, "Mars/Olympus"),
        ('zone = "../etc/passwd"\n', 1, "time zone"),
        ("answered = 1\n", 1, "true or false"),
        ("remind = 1\n", 1, "true or false"),
        ('review_day = "fri"\n', 1, "one of monday, tuesday"),
        ('review_at = "24:00"\n', 1, "a time such as 16:30"),
        ('review_at = "16"\n', 1, 'such as "16:30"'),
        ("budget = -1\n", 1, "budget is a number"),
        ('holidays = ["christmas"]\n', 1, "list of days"),
        ('[hour]\nincome_goal = "90000"\n', 2, "income_goal is a number"),
        ("[hour]\n\nhours_per_day = 0\n", 3, "more than 0"),
        ("[hour]\nhours_per_day = 25\n", 2, "at most 24"),
        ("[hour]\nincome_goal = nan\n", 2, "number"),
        ("[hour]\nincome_goal = true\n", 2, "number"),
        ("[hour]\nhours = 3\n", 2, "There are: income_goal"),
        ("income_goal = 90000\n", 1, "under a line [hour]"),
        ("hour = 3\n", 1, "[hour]"),
        ('curency = "EUR"\n', 1, "Did you mean currency?"),
        ('theme = "a"\n[colours]\nred = 1\n', 2, "no setting colours"),
        ("[rates]\na = 1\nb = -3\n", 3, "b is a number"),
        ('[rates]\na = "3"\n', 2, "a is a number"),
        ("[keys]\ntoday.stop = 3\n", 2, "today.stop is a word"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(
    config: Path, home: Path, state: str, text: str, line: int, said: str
) -> None:
    config.write_text(text)
    with pytest.raises(ConfigError) as reading:
        load_settings(str(home), state)
    assert f"{config}, line {line}: " in str(reading.value)
    assert said in str(reading.value)
    with pytest.raises(ConfigError, match=f"line {line}: "):
        save_settings(str(home), state, {"theme": "x"})
    assert config.read_text() == text


def test_what_is_not_text_is_named(config: Path, home: Path, state: str) -> None:
    config.write_bytes(b'theme = "a"\ncurrency = "\xa4"\n')
    with pytest.raises(ConfigError, match="line 2: this is not text in UTF-8"):
        load_settings(str(home), state)
    config.unlink()
    config.mkdir()
    with pytest.raises(StoreError, match=r"config\.toml cannot be read"):
        load_settings(str(home), state)


def test_the_file_is_parsed_once_while_it_rests(
    config: Path, home: Path, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(WHOLE)
    os.utime(config, (1_000_000_000, 1_000_000_000))
    parsed: list[str] = []
    real = settings_file.read_settings
    monkeypatch.setattr(
        settings_file, "read_settings", lambda path: parsed.append(path) or real(path)
    )
    assert [load_settings(str(home), state) for _ in range(3)] == [READ] * 3
    assert len(parsed) == 1
    config.write_text(WHOLE.replace("nord", "dusk"))
    os.utime(config, (1_000_000_001, 1_000_000_001))
    assert load_settings(str(home), state).theme == "dusk"


def test_a_file_just_written_is_not_trusted_to_the_cache(
    config: Path, home: Path, state: str
) -> None:
    config.write_text(WHOLE)
    assert load_settings(str(home), state).theme == "nord"
    was = config.stat()
    config.write_text(WHOLE.replace("nord", "dusk"))
    os.utime(config, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert load_settings(str(home), state).theme == "dusk"


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"key":1}', b"\xff"])
def test_a_spoilt_cache_is_made_anew(
    config: Path, home: Path, state: str, tmp_path: Path, spoilt: bytes
) -> None:
    config.write_text(WHOLE)
    os.utime(config, (1_000_000_000, 1_000_000_000))
    assert load_settings(str(home), state) == READ
    (cache,) = (tmp_path / "state" / "cache").iterdir()
    good = cache.read_bytes()
    cache.write_bytes(spoilt)
    assert load_settings(str(home), state) == READ
    assert cache.read_bytes() == good


def test_no_cache_is_no_harm(config: Path, home: Path, tmp_path: Path) -> None:
    config.write_text(WHOLE)
    (tmp_path / "state").write_text("a file")
    assert load_settings(str(home), str(tmp_path / "state")) == READ


def test_saving_keeps_everything_else(config: Path, home: Path, state: str) -> None:
    config.write_text(WHOLE)
    saved = save_settings(
        str(home),
        state,
        {
            "theme": "dusk",
            "income_goal": 120_000,
            "rates.data entry": 20,
            "keys.today.start": "n",
            "day_start": 0,
            "week_start": "monday",
        },
    )
    assert saved == load_settings(str(home), state)
    assert saved == READ.replace(
        theme="dusk",
        income_goal=120_000,
        rates=(("invoicing", 35), ("data entry", 20)),
        keys=(("today.stop", "s"), ("today.start", "n")),
        day_start=0,
        week_start=0,
    )
    kept = [line for line in WHOLE.splitlines() if "#" in line]
    assert all(line in config.read_text().splitlines() for line in kept)


def test_a_first_setting_makes_a_file_a_person_can_read(home: Path, state: str) -> None:
    save_settings(str(home), state, {"hours_per_day": 2, "answered": True, "rates.seo": 80})
    text = (home / "config.toml").read_text()
    assert text.startswith("#")
    assert "answered = true\n" in text
    assert load_settings(str(home), state) == Settings(
        hours_per_day=2, answered=True, rates=(("seo", 80),)
    )
    assert (home / "config.toml").stat().st_mode & 0o777 == 0o600


def test_a_new_line_goes_before_the_tables_and_their_comments(
    config: Path, home: Path, state: str
) -> None:
    config.write_text("# mine\n\n# my hour\n[hour]\nincome_goal = 5\n")
    save_settings(str(home), state, {"currency": "GBP"})
    assert config.read_text() == (
        '# mine\ncurrency = "GBP"\n\n# my hour\n[hour]\nincome_goal = 5\n'
    )


def test_none_takes_a_setting_out(config: Path, home: Path, state: str) -> None:
    config.write_text(WHOLE)
    nothing = ("theme", "zone", "hours_per_day", "keys.today.start", "rates")
    saved = save_settings(str(home), state, dict.fromkeys(nothing))
    assert saved == READ.replace(
        theme="worthwhile", zone="", hours_per_day=3, keys=(("today.stop", "s"),), rates=()
    )


def test_whole_groups_can_be_given_as_in_settings(config: Path, home: Path, state: str) -> None:
    config.write_text(WHOLE)
    saved = save_settings(str(home), state, {"rates": {"seo": 9}, "keys": (("a.b", "c"),)})
    assert (saved.rates, saved.keys) == ((("seo", 9),), (("a.b", "c"),))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"hours_per_day": 0}, InvalidValue),
        ({"hours_per_day": "3"}, InvalidValue),
        ({"currency": "euro"}, InvalidValue),
        ({"zone": "Nowhere"}, InvalidValue),
        ({"week_start": 9}, InvalidValue),
        ({"day_start": -5}, InvalidValue),
        ({"theme": "x\ny"}, InvalidValue),
        ({"rates.seo": -1}, InvalidValue),
        ({"colour": "red"}, UsageError),
        ({"theme": "ok", "hour.colour": 3}, UsageError),
    ],
)
def test_what_is_not_allowed_is_not_written(
    config: Path, home: Path, state: str, changes: dict[str, object], error: type[Exception]
) -> None:
    config.write_text(WHOLE)
    with pytest.raises(error):
        save_settings(str(home), state, changes)
    assert config.read_text() == WHOLE
    assert [path.name for path in home.iterdir()] == ["config.toml"]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_settings_or_a_config_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "config.toml"
    path.write_bytes(data)
    try:
        found = settings_file.read_settings(str(path))
    except ConfigError as error:
        assert str(error).startswith(f"{path}, line ")  # noqa: PT017
    else:
        assert isinstance(found, Settings)
