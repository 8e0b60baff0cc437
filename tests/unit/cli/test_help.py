"""help, --help, --version, completion, and the page made from the table."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Owner
from tracker.cli.completion import SCRIPTS
from tracker.cli.reference import markdown
from tracker.cli.table import commands

PAGE = Path(__file__).parents[3] / "docs" / "commands.md"
SHOWN = [command for command in commands() if not command.hidden]


def test_the_overview_lists_every_command_once(ww: Owner) -> None:
    lines = ww.done("help").lines
    assert lines == ww.done("--help").lines
    for command in SHOWN:
        assert sum(line.startswith(f"  {command.name} ") for line in lines) == 1
    assert not any("__complete" in line for line in lines)
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize("command", SHOWN, ids=lambda command: command.name)
def test_every_command_has_a_page(ww: Owner, command: object) -> None:
    from tracker.cli.table import Command

    assert isinstance(command, Command)
    said = ww.done(command.name, "--help")
    assert said.out == ww.done("help", command.name).out
    assert command.summary in said.out
    assert all(line in said.out for line, _ in command.examples)
    assert all(len(line) <= 80 for line in said.lines)


def test_help_on_what_does_not_exist(ww: Owner) -> None:
    assert "ww help" in ww.refused("help", "nothing", code=2)


def test_help_as_json(ww: Owner) -> None:
    names = [command["name"] for command in ww.done("help", "--json").json]
    assert names == [command.name for command in SHOWN]
    (page,) = ww.done("start", "--help", "--json").json
    assert page["usage"] == "ww start [LINE...] [options]"


def test_version(ww: Owner) -> None:
    assert ww.done("--version").out.startswith("worthwhile ")
    assert ww.done("status", "--version").out == ww.done("--version").out
    assert ww.done("--version", "--json").json["name"] == "worthwhile"


def test_the_page_of_commands_is_current() -> None:
    """Write it again with: python -m tracker.cli.reference > docs/commands.md."""
    assert PAGE.read_text() == markdown()


def complete(ww: Owner, *words: str) -> list[str]:
    return [line.partition("\t")[0] for line in ww.done("__complete", *words).lines]


def test_completion_offers_commands(ww: Owner) -> None:
    assert complete(ww, "") == [command.name for command in SHOWN]
    assert complete(ww, "st") == ["start", "stop", "status"]
    assert complete(ww, "--home", "elsewhere", "exp") == ["export"]


def test_completion_offers_options_and_their_values(ww: Owner) -> None:
    assert complete(ww, "report", "--b") == ["--by"]
    assert complete(ww, "report", "--by", "t") == ["task", "tag"]
    assert "bookkeeping" in complete(ww, "tasks", "set", "x", "--category", "")
    assert complete(ww, "--j") == ["--json"]


def test_completion_offers_tasks_the_latest_first(ww: Owner) -> None:
    ww.done("add", "8-8:30 Email triage @Acme #admin")
    ww.done("add", "9-9:30 Invoicing @Beta")
    assert complete(ww, "start", "") == ["Invoicing", "Email triage"]
    assert complete(ww, "start", "Email tr") == ["Email triage"]
    assert complete(ww, "start", "email") == ["Email triage"]
    assert complete(ww, "start", "Email", "t") == ["triage"]
    assert complete(ww, "add", "9-10", "em") == ["Email triage"]
    assert complete(ww, "tasks", "set", "I") == ["Invoicing"]
    for about in ("rate", "quote", "brief", "handoff"):
        assert complete(ww, about, "em") == ["Email triage"]
    assert complete(ww, "audit", "--task", "I") == ["Invoicing"]
    assert "Invoicing" not in complete(ww, "quote", "Email triage", "")
    assert complete(ww, "log", "--task", "") == ["Invoicing", "Email triage"]
    assert complete(ww, "log", "--project", "") == ["Beta", "Acme"]
    assert complete(ww, "log", "--tag", "") == ["admin"]
    assert complete(ww, "edit", "") == ["@1", "@2"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("export", ""), "csv"),
        (("import", ""), "toggl"),
        (("completion", ""), "zsh"),
        (("log", ""), "last week"),
        (("config", "income"), "income_goal"),
        (("help", "st"), "status"),
        (("tasks", ""), "set"),
        (("review", ""), "last month"),
        (("review", "--format", ""), "html"),
        (("recurring", "--lane", ""), "as-needed"),
        (("brief", "x", "--set", "g"), "goals="),
        (("handoff", "x", "t"), "trial"),
        (("whatif", "--only-me", ""), "yes"),
        (("whatif", "--only-me", "--co"), "--core"),
        (("quote", "x", "40", "--vendor", ""), "firm"),
    ],
)
def test_completion_knows_what_may_follow(ww: Owner, words: tuple[str, ...], found: str) -> None:
    assert found in complete(ww, *words)


def test_completion_of_nonsense_is_silent(ww: Owner) -> None:
    assert complete(ww, "nothing", "") == []
    ww.settings("broken broken")
    assert complete(ww, "start", "") == []


def test_completion_scripts(ww: Owner) -> None:
    for shell, script in SCRIPTS.items():
        assert ww.done("completion", shell).out == script
        assert ww.done("completion", shell, "--json").json["script"] == script
    assert "zsh" in ww.refused("completion", "tcsh", code=2)


@pytest.mark.parametrize("shell", sorted(SCRIPTS))
def test_a_completion_script_is_valid(tmp_path: Path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here")
    script = tmp_path / "script"
    script.write_text(SCRIPTS[shell])
    subprocess.run([program, "-n", str(script)], check=True)


def test_bash_completes_as_if_typed(tmp_path: Path) -> None:
    """The function itself, fed with a line as bash feeds it."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    stub = tmp_path / "ww"
    stub.write_text("#!/bin/sh\nprintf 'Email triage\\tlast\\n@1\\tx\\n'\n")
    stub.chmod(0o755)
    script = (
        SCRIPTS["bash"]
        + f'COMP_LINE="{stub} start Em" COMP_POINT=${{#COMP_LINE}}\n'
        + f"COMP_WORDS=({stub} start Em) COMP_CWORD=2\n"
        + '_worthwhile; printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    found = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines() == ["Email\\ triage", "@1"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ww start Email\\ tr", ["start", "Email tr"]),
        ("ww start Email\\ ", ["start", "Email "]),
        ("ww start ", ["start", ""]),
        ("ww edit @", ["edit", "@"]),
    ],
)
def test_bash_hands_words_over_as_they_are_meant(
    tmp_path: Path, line: str, words: list[str]
) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    stub = tmp_path / "ww"
    stub.write_text(f'#!/bin/sh\nshift; for word; do echo "[$word]"; done > {tmp_path}/words\n')
    stub.chmod(0o755)
    script = (
        SCRIPTS["bash"]
        + "COMP_LINE=$LINE COMP_POINT=${#COMP_LINE}\n"
        + "COMP_WORDS=($LINE) COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _worthwhile\n"
    )
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "LINE": line}
    subprocess.run([bash, "-c", script], env=env, capture_output=True, check=False)
    found = (tmp_path / "words").read_text().splitlines()
    assert found == [f"[{word}]" for word in words]
