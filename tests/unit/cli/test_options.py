from __future__ import annotations

from importlib import import_module

import pytest

from tracker.cli.options import Request, nearest, options_of, parse
from tracker.cli.table import HEADINGS, Command, commands, find
from tracker.domain.errors import UsageError


def name_of(request: Request) -> str:
    assert request.command is not None
    return request.command.name


def test_no_words_ask_for_the_app() -> None:
    assert parse([]).command is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["start", "invoicing", "-10m"], ("invoicing", "-10m")),
        (["start", "-10", "invoicing"], ("-10", "invoicing")),
        (["start", "--", "--weird", "-x"], ("--weird", "-x")),
        (["import", "json", "-"], ("json", "-")),
        (["add", "9-10", "x", "--trim"], ("9-10", "x")),
        (["add", "--trim", "9-10", "x"], ("9-10", "x")),
    ],
)
def test_what_is_a_word(typed: list[str], words: tuple[str, ...]) -> None:
    assert parse(typed).words == words


@pytest.mark.parametrize(
    "typed",
    [
        ["edit", "@1", "--task", "Email"],
        ["edit", "@1", "--task=Email"],
        ["edit", "--task", "Email", "@1"],
    ],
)
def test_a_value_may_follow_or_be_joined(typed: list[str]) -> None:
    assert parse(typed).get("task") == "Email"


def test_a_value_may_hold_an_equals_sign() -> None:
    assert parse(["import", "f.csv", "--rename=Mail=Email"]).get("rename") == "Mail=Email"


def test_a_value_may_look_like_a_negative_time() -> None:
    assert parse(["stop", "--at", "-5m"]).get("at") == "-5m"


def test_short_options_and_repeated_ones() -> None:
    request = parse(["add", "9-10", "x", "-t", "a", "--tag", "b", "-p", "Acme"])
    assert request.all("tag") == ("a", "b")
    assert request.get("project") == "Acme"


def test_options_that_all_take_may_stand_before_the_command() -> None:
    request = parse(["--home", "/x", "--json", "status"])
    assert name_of(request) == "status"
    assert request.get("home") == "/x"
    assert request.has("json")
    assert not request.has("help")


def test_aliases() -> None:
    assert name_of(parse(["resume"])) == "continue"
    assert name_of(parse(["settings"])) == "config"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["stats"], "Did you mean: status?"),
        (["rep"], "Did you mean: report?"),
        (["st"], "Did you mean: "),
        (["qqqq"], "ww start TASK"),
        (["start", "--projct", "x"], "Did you mean --project?"),
        (["start", "--zzz"], "ww start --help"),
        (["start", "-z"], "-z"),
        (["stop", "--at"], "--at needs a value"),
        (["stop", "--at", "--json"], "--at needs a value"),
        (["stop", "--json=yes"], "--json takes no value"),
        (["report", "--by", "moon"], "one of task, project, tag, category, day"),
        (["split", "@1"], "needs TIME"),
        (["edit"], "needs ENTRY"),
        (["delete"], "needs ENTRY"),
        (["export"], "needs json|csv"),
        (["import"], "needs FILE"),
        (["import", "a", "b", "c"], 'cannot use "c"'),
        (["cancel", "it"], 'cannot use "it"'),
    ],
)
def test_what_cannot_be_used_says_what_to_do(typed: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(typed)
    assert said in str(caught.value)
    assert caught.value.exit_code == 2


def test_help_needs_no_words() -> None:
    assert parse(["split", "--help"]).has("help")


def test_nearest_prefers_a_unique_beginning() -> None:
    assert nearest("un", ["undo", "redo"]) == "undo"
    assert nearest("x", ["undo", "redo"]) == ""


def test_the_index_names_what_stands_under_each_heading() -> None:
    """A command that is not in it could not be called."""
    for heading, names in HEADINGS.items():
        under = import_module(f"tracker.cli.table_{heading}").COMMANDS
        assert names.split() == [name for one in under for name in (one.name, *one.aliases)]


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_the_table_is_whole(command: object) -> None:
    """Every command's module and function exist, and no name or option is there twice."""
    assert isinstance(command, Command)
    module, _, function = command.run.partition(":")
    assert callable(getattr(import_module(f"tracker.cli.{module}"), function))
    options = options_of(command)
    assert len({option.name for option in options}) == len(options)
    shorts = [option.short for option in options if option.short]
    assert len(set(shorts)) == len(shorts)
    assert all(option.help for option in options)
    assert find(command.name) is command
    for alias in command.aliases:
        assert find(alias) is command


@pytest.mark.parametrize(
    "line",
    [line for command in commands() for line, _ in command.examples if line.startswith("ww ")],
)
def test_every_example_is_understood(line: str) -> None:
    import shlex

    parse(shlex.split(line.partition(" | ")[0])[1:])
