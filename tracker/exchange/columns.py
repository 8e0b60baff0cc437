"""Which column of a CSV of any kind is what: by a person's word, else by usual headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.domain.errors import ImportRefused, UsageError
from tracker.exchange.table import Table, header_name

HEADERS: dict[str, tuple[str, ...]] = {
    "task": (
        *("task", "task name", "activity", "title", "subject", "summary", "description", "what"),
        *("name", "aufgabe", "tätigkeit", "beschreibung", "tarea", "actividad", "tâche"),
        *("activité", "attività"),
    ),
    "project": (
        *("project", "project name", "projekt", "proyecto"),
        *("projet", "progetto"),  # codespell:ignore projet
    ),
    "client": (
        *("client", "client name", "customer", "kunde"),
        "cliente",  # codespell:ignore cliente
    ),
    "date": ("date", "day", "start date", "datum", "fecha"),
    "start": (
        *("start", "start time", "starttime", "started", "started at", "start at", "from"),
        *("begin", "begins", "begin time", "time in", "clock in", "start datetime"),
        *("von", "beginn", "anfang", "startzeit"),  # codespell:ignore beginn
        *("inicio", "desde", "début", "inizio"),
    ),
    "stop_date": ("end date", "stop date"),
    "stop": (
        *("stop", "end", "end time", "endtime", "stop time", "ended", "ended at", "end at"),
        *("until", "till", "to", "finish", "finished", "time out", "clock out", "end datetime"),
        *("bis", "ende", "endzeit", "fin", "hasta", "fine"),  # codespell:ignore ende
    ),
    "hours": (
        *("hours", "hrs", "decimal hours", "duration (h)", "duration (hours)", "time (hours)"),
        *("duration (decimal)", "stunden", "horas", "heures"),
    ),
    "minutes": ("minutes", "mins", "duration (min)", "duration (minutes)", "minuten", "minutos"),
    "seconds": ("seconds", "secs", "duration (s)", "duration (seconds)", "sekunden"),
    "duration": ("duration", "time spent", "length", "dauer", "duración", "durée", "durata"),
    "tags": ("tags", "tag", "labels", "label", "keywords"),
    "billable": ("billable", "billable?"),
    "note": (
        *("note", "notes", "comment", "comments", "remark", "remarks", "details", "memo"),
        *("description", "notiz", "notizen", "bemerkung", "kommentar"),
    ),
}
"""Our name of a column -> headers it usually has; the first that no other has taken is it."""

LENGTHS = ("hours", "minutes", "seconds", "duration")


def columns_of(given: Iterable[str]) -> dict[str, str]:
    """What ``--columns task=Activity,start=From`` says: our name -> header.

    A part without ``=`` belongs to the header before it, which has a comma in it.

    Raises:
        UsageError: It is not written so, or names something no entry has.
    """
    found: dict[str, str] = {}
    for text in given:
        name = ""
        for part in text.split(","):
            left, equals, header = part.partition("=")
            if not equals and name:
                found[name] += f",{part}"
                continue
            name = _ours(left)
            if not header.strip():
                raise UsageError(
                    "--columns is NAME=HEADER,NAME=HEADER, such as task=Activity,start=From; "
                    f'not "{text}".'
                )
            found[name] = header
    return found


def _ours(text: str) -> str:
    wanted = header_name(text).replace(" ", "_")
    for name, headers in HEADERS.items():
        if wanted == name or wanted.replace("_", " ") in headers:
            return name
    raise UsageError(f'--columns knows no "{text.strip()}": choose {", ".join(HEADERS)}.')


def mapped(text: str, given: Mapping[str, str]) -> tuple[Table, dict[str, str]]:
    """The table of a text, and which header each of our columns has in it.

    Raises:
        ImportRefused: A header that was named is not there.
    """
    wanted = {name: header_name(header) for name, header in given.items()}
    either = {name: (wanted[name],) if name in wanted else HEADERS[name] for name in HEADERS}
    table = Table(text, either)
    headers = table.headers
    for name, header in wanted.items():
        if header not in headers:
            raise ImportRefused(
                f"The file has no column {given[name].strip()!r}. "
                f"It has: {', '.join(table.shown[:30])}."
            )
    found = dict(wanted)
    for name, usual in HEADERS.items():
        taken = {*found.values()}
        free = [header for header in usual if header in headers and header not in taken]
        if name not in found and free:
            found[name] = free[0]
    if "start" not in found and "time" in headers and any(name in found for name in LENGTHS):
        found["start"] = "time"
    required = [name for name in ("start", "date") if name in found][:1]
    return Table(text, {name: (header,) for name, header in found.items()}, required), found


def tells_time(found: Iterable[str]) -> bool:
    """Whether these columns say when something was: start and end, or a day and a length."""
    names = {*found}
    lasting = bool(names.intersection(LENGTHS))
    return ("start" in names and ("stop" in names or lasting)) or ("date" in names and lasting)
