"""From words on the command line to a checked request, by the one table.

``argparse`` would cost as much as starting Python again, and would take ``-10m`` for an
option. Here a word that begins with ``-`` and a digit is a word.
"""

from __future__ import annotations

from tracker.cli.table import GLOBAL_OPTIONS, Command, commands, find
from tracker.domain.errors import UsageError
from tracker.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Option(Value):
    """One option of a command.

    Attributes:
        name: Without the dashes.
        short: One letter, or empty.
        metavar: What its value is; empty for a flag.
        many: Whether it may be given again.
        help: What it does.
    """

    name: str
    short: str
    metavar: str
    many: bool
    help: str

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it may have, or none where any may be given."""
        return tuple(self.metavar.strip("[]").split("|")) if "|" in self.metavar else ()

    @property
    def optional(self) -> bool:
        """Whether its value may be left out, as in ``--core [yes|no]``."""
        return self.metavar.startswith("[")


class Request(Value):
    """What was asked: a command with its words and options.

    Attributes:
        values: Pairs of option name and what was given, in order; of a flag the empty text.
    """

    command: Command | None
    words: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """The last value given for an option."""
        found = None
        for option, given in self.values:
            if option == name:
                found = given
        return found

    def has(self, name: str) -> bool:
        """Whether the option was given."""
        return any(option == name for option, _ in self.values)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value given for an option, in order."""
        return tuple(given for option, given in self.values if option == name)

    def line(self) -> str:
        """The words as one line of text."""
        return " ".join(self.words)


def options_of(command: Command | None) -> tuple[Option, ...]:
    """The options a command takes, its own first, then those that all take."""
    own = command.options + "\n" if command and command.options else ""
    return tuple(_option(line) for line in (own + GLOBAL_OPTIONS).split("\n") if line)


def _option(line: str) -> Option:
    usage, _, text = line.partition("  ")
    short = ""
    if usage.startswith("-") and not usage.startswith("--"):
        short, _, usage = usage.partition(", ")
    name, _, metavar = usage.partition(" ")
    many = metavar.endswith("...")
    return Option(name[2:], short[1:], metavar.removesuffix("..."), many, text.strip())


def parse(arguments: Sequence[str]) -> Request:
    """Read a whole command line.

    Raises:
        UsageError: A command or option that does not exist, a value that is missing or
            not among the choices, too few or too many words.
    """
    command: Command | None = None
    known = options_of(None)
    words: list[str] = []
    values: list[tuple[str, str]] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            words += rest
            break
        if _is_option(word):
            values.append(_take(word, rest, known, command))
        elif command is None:
            command = _command(word)
            if command.name == "__complete":
                return Request(command, tuple(rest), tuple(values))
            known = options_of(command)
        else:
            words.append(word)
    if command is None and words:
        command = _command(words.pop(0))
    request = Request(command, tuple(words), tuple(values))
    if command and not request.has("help"):
        _check_words(command, request.words)
    return request


def _is_option(word: str) -> bool:
    """``-10m`` and a lone ``-`` are words."""
    return word.startswith("-") and len(word) > 1 and not word[1].isdigit()


def _command(word: str) -> Command:
    command = find(word)
    if command is None:
        names = [c.name for c in commands() if not c.hidden]
        names += [alias for c in commands() for alias in c.aliases]
        near = nearest(word, names)
        hint = f"Did you mean: {near}?" if near else "To log work: ww start TASK. All: ww help."
        raise UsageError(f'There is no command "{word}". {hint}')
    return command


def _take(
    word: str, rest: list[str], known: tuple[Option, ...], command: Command | None
) -> tuple[str, str]:
    """The option ``word`` with its value, which may be the next word."""
    name, equals, given = word.partition("=")
    for option in known:
        if name == "--" + option.name or (option.short and name == "-" + option.short):
            return option.name, _value(option, given if equals else None, rest)
    near = nearest(name, ["--" + option.name for option in known])
    called = f"ww {command.name}" if command else "ww"
    hint = f"Did you mean {near}?" if near else f"See: {called} --help."
    raise UsageError(f"{called} has no option {name}. {hint}")


def _value(option: Option, given: str | None, rest: list[str]) -> str:
    if not option.metavar:
        if given is not None:
            raise UsageError(f"--{option.name} takes no value: leave out ={given}.")
        return ""
    if given is None and option.optional and not (rest and rest[0] in option.choices):
        return ""
    if given is None:
        if not rest or rest[0].startswith("--"):
            raise UsageError(f"--{option.name} needs a value: --{option.name} {option.metavar}.")
        given = rest.pop(0)
    if option.choices and given not in option.choices and given != "-":
        choices = ", ".join(option.choices)
        raise UsageError(f'--{option.name} is one of {choices}; not "{given}".')
    return given


def _check_words(command: Command, words: tuple[str, ...]) -> None:
    """As many words as the table says."""
    places = command.words.split()
    least = sum(1 for place in places if not place.startswith("[") and not place.endswith("]"))
    if len(words) < least:
        missing = [place for place in places if not place.startswith("[")][len(words)]
        missing = missing.removesuffix("...")
        raise UsageError(f"ww {command.name} needs {missing}. {example_of(command)}")
    if not command.words.endswith(("...", "...]")) and len(words) > len(places):
        extra = " ".join(words[len(places) :])
        raise UsageError(f'ww {command.name} cannot use "{extra}". {example_of(command)}')


def example_of(command: Command) -> str:
    """One way to use it, for the end of an error."""
    if command.examples:
        return f"For example: {command.examples[0][0]}"
    return f"See: ww {command.name} --help"


def nearest(word: str, names: Sequence[str]) -> str:
    """What was probably meant: a unique beginning, else the most alike, else nothing."""
    begins = [name for name in names if name.startswith(word) and word.strip("-")]
    if len(begins) == 1:
        return begins[0]
    from difflib import get_close_matches

    return "".join(get_close_matches(word, begins or names, 1, 0.4 if begins else 0.6)[:1])
