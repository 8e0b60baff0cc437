"""``docs/commands.md``, made from the table so that it cannot say anything else.

``python -m tracker.cli.reference > docs/commands.md`` writes it; a test holds it current.
"""

from __future__ import annotations

import sys

from tracker.cli.help import usage_of
from tracker.cli.options import options_of
from tracker.cli.shapes import SHAPES
from tracker.cli.table import Command, commands

_HEAD = """\
# Commands

`worthwhile` and `ww` are the same command. Without words it opens the app. This page is made from
the table of commands in `tracker/cli/table.py`; `ww help` and `ww COMMAND --help` say the same.

Exit codes: 0 done; 1 refused, with one plain line on standard error that says what to do; 2 wrong
usage; 130 interrupted. Colour appears only on a terminal, and not where `NO_COLOR` is set.

Entries are named `@1` (the newest), `@2` (the one before) ..., or by their id or its beginning.
Times, durations and the quick line: [quick-line.md](quick-line.md). Formats of import and export:
[formats.md](formats.md).
"""

_JSON_HEAD = """
# JSON

Every command takes `--json`. Fields may be added, never renamed or removed. Names are snake_case;
lengths of time are whole seconds; instants are ISO 8601 with an offset, in the zone they were
logged in; days are `YYYY-MM-DD`; money is a number in the `currency` beside it, or of the settings.
What is not known is `null`. What goes wrong is a plain line on standard error, never JSON.
"""


def markdown() -> str:
    """The whole page."""
    shown = [command for command in commands() if not command.hidden]
    parts = [_HEAD, *_index(shown)]
    parts += [section for command in shown for section in _section(command)]
    parts.append(_everywhere())
    parts.append(_JSON_HEAD)
    for name, about, fields in SHAPES:
        parts.append(f"\n## {name}\n\n{about}\n\n| field | what it is |\n|---|---|")
        parts += [f"| `{field}` | {meaning} |" for field, meaning in fields]
    return "\n".join(parts) + "\n"


def _index(shown: list[Command]) -> list[str]:
    lines = ["| command | what it does |", "|---|---|"]
    return lines + [f"| [`{c.name}`](#{c.name}) | {c.summary} |" for c in shown]


def _section(command: Command) -> list[str]:
    lines = [f"\n## {command.name}\n", f"`{usage_of(command)}`\n", command.summary]
    if command.details:
        lines[-1] += f" {_escaped(command.details)}"
    if command.aliases:
        lines.append("\nAlso: " + ", ".join(f"`ww {alias}`" for alias in command.aliases))
    if command.options:
        lines += ["\n| option | what it does |", "|---|---|"]
        common = {option.name for option in options_of(None)}
        own = [option for option in options_of(command) if option.name not in common]
        lines += [f"| `{_option(o.short, o.name, o.metavar)}` | {o.help} |" for o in own]
    if command.examples:
        lines += ["\n```sh"]
        wide = max(len(line) for line, _ in command.examples)
        lines += [f"{line:<{wide}}  # {text}" for line, text in command.examples]
        lines += ["```"]
    return lines


def _everywhere() -> str:
    lines = ["\n## Everywhere\n", "| option | what it does |", "|---|---|"]
    lines += [f"| `{_option(o.short, o.name, o.metavar)}` | {o.help} |" for o in options_of(None)]
    return "\n".join(lines)


def _option(short: str, name: str, metavar: str) -> str:
    lead = f"-{short}, " if short else ""
    value = f" {metavar}" if metavar else ""
    return f"{lead}--{name}{value}".replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("{", "`{").replace("}", "}`") if "{" in text else text


if __name__ == "__main__":
    sys.stdout.write(markdown())
