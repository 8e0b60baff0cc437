"""Every command once: parsing, help, completion and docs/commands.md are made from this table.

Its lines stand by heading in ``table_*.py`` beside it, and only the heading of the command that
was called is loaded. Options stand as the lines that ``--help`` shows, ``--name METAVAR  what it
does``, and are only taken apart (:mod:`tracker.cli.options`) for that command. A metavar of
alternatives (``task|project``) is checked; one that ends in ``...`` may be given again.
"""

from __future__ import annotations

from tracker.domain.value import Value


class Command(Value):
    """One command of ``ww``.

    Attributes:
        name: What is typed; permanent.
        group: The heading it stands under in ``ww help``.
        words: What follows it: ``ENTRY`` once, ``[RANGE...]`` any number.
        run: ``module:function`` in :mod:`tracker.cli`, imported when called.
        options: One option a line.
        details: A paragraph for ``--help``.
        examples: Pairs of command line and what it does.
        hidden: Not listed; for scripts of ours.
    """

    name: str
    group: str
    summary: str
    run: str
    words: str = ""
    options: str = ""
    details: str = ""
    examples: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    hidden: bool = False


HEADINGS = {
    "timer": "start stop continue resume switch cancel status",
    "log": "add log-line edit split delete rm undo redo",
    "reports": "log report review",
    "tasks": "tasks rate",
    "audit": "recurring audit whatif worth-of-an-hour",
    "handing": "quote brief handoff",
    "data": "import suggestions export",
    "setup": "config settings demo completion help __complete",
}
"""Ending of a ``table_*.py``, in the order of the help: what it holds, aliases too.

Said twice so that a command loads its own heading alone; a test holds it to the modules.
"""

GLOBAL_OPTIONS = """\
--home DIR   keep the log in DIR instead of the usual folder
--json       answer in JSON (the shapes are in docs/commands.md)
-h, --help   say how a command is used
--version    say which version this is"""

# What commands under several headings say of themselves.

DESCRIBE = """\
-p, --project NAME  the project, as @NAME in the line
-t, --tag NAME...   a tag, as #NAME in the line
-n, --note TEXT     a note, as // TEXT in the line"""

TRIM = "--trim              make room: shorten what is already logged there\n"

ONLY = """\
--task NAME     this task alone
--project NAME  this project alone
--tag NAME      this tag alone"""

TOLD = """\
--effort N            hours of theirs for one of yours
--redo SHARE          share of the work that is done again, such as 0.1 or 10%
--minimum TIME        hours billed a month at least
--oversight TIME      your hours a month to check it
--onboarding TIME     your hours to train someone, once
--setup MONEY         what is paid once
--saved-cash MONEY    what you would no longer pay a month
"""

LINE = (
    "LINE is the quick line: a task with, in any order, a time, @project, #tag and // note. "
    "Most shells read # as a comment: quote it or use --tag."
)

ENTRY = "ENTRY is @1 for the newest, @2 for the one before, or an id (or its beginning)."

RANGE = (
    "RANGE: today, yesterday, week, last week, month, quarter, year, all, 2026-11, 2026-W47, "
    "2026-Q4, 2026-11-19, 2026-11-01..2026-11-15."
)


def find(name: str) -> Command | None:
    """The command of that name or alias."""
    for heading, names in HEADINGS.items():
        if name in names.split():
            for command in _under(heading):
                if command.name == name or name in command.aliases:
                    return command
    return None


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the help."""
    return tuple([command for heading in HEADINGS for command in _under(heading)])


def _under(heading: str) -> tuple[Command, ...]:
    module = __import__("tracker.cli.table_" + heading, None, None, ("COMMANDS",))
    found: tuple[Command, ...] = module.COMMANDS
    return found
