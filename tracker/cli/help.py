"""``help``, ``--help`` and ``--version``, from the table."""

from __future__ import annotations

from textwrap import wrap

from tracker.cli.options import options_of
from tracker.cli.table import Command, commands, find
from tracker.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.cli.context import Context
    from tracker.cli.options import Option
    from tracker.cli.output import Printer

INTRODUCTION = "A time audit in your terminal. Without a command, ww opens the app."
_WIDEST = 100


def help_(context: Context) -> int:
    """All commands, or one."""
    words = context.request.words
    command = find(words[0]) if words else None
    if words and command is None:
        raise UsageError(f'There is no command "{words[0]}". All: ww help.')
    return _show(context, command)


def usage(context: Context) -> int:
    """What ``--help`` shows, with a command or without."""
    return _show(context, context.request.command)


def version(context: Context) -> int:
    """``worthwhile 0.1.0``."""
    number = installed_version()
    if context.json:
        context.print.json({"name": "worthwhile", "version": number})
    else:
        context.print.line(f"worthwhile {number}")
    return 0


def installed_version() -> str:
    """The version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    try:
        return version_of("worthwhile")
    except PackageNotFoundError:
        return "from source"


def _show(context: Context, command: Command | None) -> int:
    if context.json:
        shown = [c for c in commands() if not c.hidden] if command is None else [command]
        context.print.json([record(c) for c in shown])
        return 0
    out = context.print
    columns = min(out.columns or 80, _WIDEST)
    lines = overview(out, columns) if command is None else page(out, command, columns)
    for line in lines:
        out.line(line)
    return 0


def record(command: Command) -> dict[str, object]:
    """A command as JSON."""
    return {
        "name": command.name,
        "aliases": list(command.aliases),
        "group": command.group,
        "summary": command.summary,
        "usage": usage_of(command),
        "options": [
            {"option": f"--{o.name}", "short": o.short, "value": o.metavar, "help": o.help}
            for o in options_of(command)
        ],
        "examples": [{"command": line, "help": text} for line, text in command.examples],
    }


def usage_of(command: Command) -> str:
    """``ww start [LINE...] [options]``."""
    return " ".join(filter(None, ["ww", command.name, command.words, "[options]"]))


def overview(out: Printer, columns: int) -> list[str]:
    """Every command under its heading, in one column of names and one of summaries."""
    lines = [INTRODUCTION]
    shown = [command for command in commands() if not command.hidden]
    left = max(len(command.name) for command in shown) + 4
    for group in dict.fromkeys(command.group for command in shown):
        lines += ["", out.paint(group, "bold")]
        for command in shown:
            if command.group == group:
                lines += _pair(command.name, command.summary, left, columns)
    lines += ["", out.paint("Everywhere", "bold")]
    for option in options_of(None):
        lines += _pair(_usage(option), option.help, left, columns)
    lines += ["", "How one is used: ww COMMAND --help"]
    return lines


def page(out: Printer, command: Command, columns: int) -> list[str]:
    """One command: usage, what it does, examples, options."""
    lines = [out.paint(usage_of(command), "bold"), "", *wrap(command.summary, columns)]
    if command.details:
        lines += ["", *wrap(command.details, columns)]
    if command.aliases:
        lines += ["", "Also: " + ", ".join(f"ww {alias}" for alias in command.aliases)]
    if command.examples:
        lines += ["", out.paint("Examples", "bold")]
        left = min(max(len(line) for line, _ in command.examples) + 4, columns // 2 + 4)
        for line, text in command.examples:
            lines += _pair(line, text, left, columns)
    lines += ["", out.paint("Options", "bold")]
    options = options_of(command)
    left = min(max(len(_usage(option)) for option in options) + 4, columns // 2)
    for option in options:
        lines += _pair(_usage(option), option.help, left, columns)
    return lines


def _usage(option: Option) -> str:
    short = f"-{option.short}, " if option.short else ""
    value = f" {option.metavar}" if option.metavar else ""
    return f"{short}--{option.name}{value}"


def _broken(line: str, columns: int) -> list[str]:
    """``line``, and what does not fit of its last alternatives on a second one."""
    cut = line.rfind("|", 0, columns) + 1
    return [line] if len(line) <= columns or not cut else [line[:cut], "      " + line[cut:]]


def _pair(left: str, right: str, at: int, columns: int) -> list[str]:
    """``left`` and, from column ``at`` on, ``right``; on the next line where left is too long."""
    rows = wrap(right, max(20, columns - at)) or [""]
    first = f"  {left}"
    room = at - 2 - len(left)
    lines = [first + " " * room + rows.pop(0)] if room >= 2 else _broken(first, columns)
    return lines + [" " * at + row for row in rows]
