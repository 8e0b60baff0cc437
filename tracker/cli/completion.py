"""Shell completion: three small scripts that ask ``ww __complete`` what may come next."""

from __future__ import annotations

from tracker.cli.options import options_of
from tracker.cli.table import Command, commands, find
from tracker.domain.errors import UsageError, WorthwhileError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.cli.context import Context
    from tracker.cli.options import Option

# Words come back one a line; a tab separates what it is from its description.
_BASH = """\
_worthwhile() {
    # By hand from the line: bash itself would break words at @, = and :.
    local line="${COMP_LINE:0:COMP_POINT}" found words
    read -a words <<< "$line"
    [[ $line == *[[:space:]] && $line != *\\\\[[:space:]] ]] && words+=("")
    local current="${words[${#words[@]}-1]}" part="${COMP_WORDS[COMP_CWORD]}" lead=""
    [[ $part != *\\\\* && $current == *[:=]"$part" ]] && lead="${current%"$part"}"
    COMPREPLY=()
    while IFS=$'\\t' read -r found _; do
        [[ -n $found ]] && COMPREPLY+=("$(printf '%q' "${found#"$lead"}")")
    done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
    [[ ${#COMPREPLY[@]} -eq 0 ]] && compopt -o default 2>/dev/null
}
complete -F _worthwhile ww worthwhile
"""

_ZSH = """\
#compdef ww worthwhile
_worthwhile() {
    local -a lines described
    local line
    lines=("${(@f)$("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    for line in $lines; do
        [[ -n $line ]] || continue
        described+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
    done
    if (( ${#described} )); then
        _describe 'worthwhile' described
    else
        _files
    fi
}
if [ "$funcstack[1]" = "_worthwhile" ]; then
    _worthwhile "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _worthwhile ww worthwhile
fi
"""

_FISH = """\
function __worthwhile_complete
    set -l words (commandline -opc; commandline -ct | string collect --allow-empty)
    set words (string unescape -- $words)
    $words[1] __complete $words[2..-1] 2>/dev/null
end
for command in ww worthwhile
    complete -c $command -f -a '(__worthwhile_complete)'
    complete -c $command -n '__fish_seen_subcommand_from import export' -F
end
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}

_TASK_WORDS = frozenset({"start", "switch", "add", "log-line"})
_ENTRY_WORDS = frozenset({"edit", "split", "delete", "continue"})
_TASK_VERBS = (
    ("set", "say what you think of one"),
    ("rename", "another name for one"),
    ("merge", "make several one"),
)
_RANGES = ("today", "yesterday", "week", "last week", "month", "quarter", "year", "all")
_PERIODS = ("week", "last week", "month", "last month", "quarter", "last quarter")
_ABOUT_A_TASK = frozenset({"rate", "quote", "brief", "handoff"})
"""Commands whose first word is a task."""


def completion(context: Context) -> int:
    """Print the script of a shell."""
    shell = context.request.words[0]
    script = SCRIPTS.get(shell)
    if script is None:
        raise UsageError(f'"{shell}" is not one of {", ".join(SCRIPTS)}.')
    if context.json:
        context.print.json({"shell": shell, "script": script})
    else:
        context.print.raw(script)
    return 0


def words(context: Context) -> int:
    """What may come next, one a line; nothing where that cannot be said."""
    typed = context.request.words
    before, current = typed[:-1], typed[-1] if typed else ""
    if "--home" in before[:-1]:
        home = before[before.index("--home") + 1]
        context.request = context.request.replace(values=(("home", home),))
    try:
        found = list(_candidates(context, before, current))
    except WorthwhileError:
        return 0  # a shell that completes shows no errors; the command itself will
    for word, text in found:
        if word.casefold().startswith(current.casefold()):
            context.print.line(f"{context.print.name(word)}\t{context.print.name(text)}".strip())
    return 0


def _candidates(context: Context, before: Sequence[str], current: str) -> Iterable[tuple[str, str]]:
    name = _command_in(before)
    command = find(name) if name else None
    if name and command is None:
        return ()
    waiting = _option_waiting(command, before)
    if waiting is not None and not (waiting.optional and current.startswith("-")):
        return _values(context, waiting)
    if current.startswith("-"):
        return [(f"--{option.name}", option.help) for option in options_of(command)]
    if command is None:
        return [(c.name, c.summary) for c in commands() if not c.hidden]
    return _words_of(context, command, before)


def _command_in(before: Sequence[str]) -> str:
    """The command among the words, past ``--home DIR``."""
    skip = False
    for word in before:
        if skip:
            skip = False
        elif word == "--home":
            skip = True
        elif not word.startswith("-"):
            return word
    return ""


def _option_waiting(command: Command | None, before: Sequence[str]) -> Option | None:
    """The option whose value is being typed."""
    last = before[-1] if before else ""
    for option in options_of(command):
        if option.metavar and last in {f"--{option.name}", f"-{option.short}"}:
            return option
    return None


def _values(context: Context, option: Option) -> Iterable[tuple[str, str]]:
    wanted = option.name
    if option.choices:
        return [(choice, "") for choice in option.choices]
    if wanted == "task":
        return _tasks(context)
    if wanted == "project":
        projects = {entry.project: None for entry in context.log.latest(300) if entry.project}
        return [(project, "") for project in projects]
    if wanted == "tag":
        return [(t, "") for t in dict.fromkeys(t for e in context.log.latest(300) for t in e.tags)]
    return _known(option)


def _known(option: Option) -> Iterable[tuple[str, str]]:
    """Values that are the same in every log."""
    if option.name == "category":
        from tracker.store.categories import load_categories

        return [(category.name, category.title) for category in load_categories()]
    if option.metavar == "FIELD=TEXT":
        from tracker.domain.papers import BRIEF_LISTS, BRIEF_TEXTS

        return [(f"{field}=", "") for field in (*BRIEF_TEXTS, *BRIEF_LISTS)]
    return ()


def _words_of(
    context: Context, command: Command, before: Sequence[str]
) -> Iterable[tuple[str, str]]:
    if command.name in _ENTRY_WORDS:
        return _entries(context)
    if command.name in _TASK_WORDS:
        return _rest_of_tasks(context, before)
    if _names_a_task(before):
        return _tasks(context)
    if command.name == "help":
        return [(c.name, c.summary) for c in commands() if not c.hidden]
    if command.name == "config":
        from tracker.cli.config import keys

        return [(key, "") for key in keys()]
    first = before[-1] == command.name or before[-1] in command.aliases
    return _fixed(command, first=first)


def _names_a_task(before: Sequence[str]) -> bool:
    """Whether a task is next: after ``brief``, ``tasks set``, ``tasks merge a b``."""
    if before[-1] in _ABOUT_A_TASK and _command_in(before) == before[-1]:
        return True
    if "tasks" not in before[:-1]:
        return False
    verb = before[before.index("tasks") + 1]
    return before[-1] == verb if verb in {"set", "rename"} else verb == "merge"


def _fixed(command: Command, *, first: bool) -> Iterable[tuple[str, str]]:
    """Words that the command itself knows."""
    if command.name == "import":
        from tracker.cli.table_data import IMPORT_FORMATS

        return [(name, "") for name in IMPORT_FORMATS] if first else ()
    if command.name == "tasks":
        return _TASK_VERBS if first else ()
    if command.name == "handoff":
        from tracker.domain.papers import STAGES

        return [(stage, "") for stage in STAGES]
    if "|" in command.words and first:
        return [(choice, "") for choice in command.words.split()[0].split("|")]
    spans = {"[RANGE...]": _RANGES, "[PERIOD...]": _PERIODS}
    return [
        (name, "") for words, names in spans.items() if words in command.words for name in names
    ]


def _tasks(context: Context) -> Iterable[tuple[str, str]]:
    """The last tasks first, then the others by name."""
    names = dict.fromkeys(entry.task for entry in context.log.latest(300))
    names |= dict.fromkeys(sorted(task.name for task in context.log.tasks()))
    return [(name, "") for name in names]


def _rest_of_tasks(context: Context, before: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Tasks; where their first words are typed already (``Client w``), what is missing."""
    names = list(_tasks(context))
    typed = [word for word in before if not word.startswith("-")][1:]
    lead = " ".join(typed).casefold() + " "
    rest = [(name[len(lead) :], text) for name, text in names if name.casefold().startswith(lead)]
    return rest if typed and rest else names


def _entries(context: Context) -> Iterable[tuple[str, str]]:
    from tracker.cli.change import described

    clock = context.clock
    latest = context.log.latest(20)
    return [(f"@{n}", described(entry, clock)) for n, entry in enumerate(latest, 1)]
