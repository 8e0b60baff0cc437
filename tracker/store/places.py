"""Where things are on this machine: the log, the machine's own state, its name and its zone."""

from __future__ import annotations

import os
import sys

from tracker.domain.errors import StoreError
from tracker.store import files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_APP = "worthwhile"
_LONGEST_DEVICE = 64
_ZONE_FOLDERS = (
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/etc/zoneinfo",
)


def home_folder(option: str | None, environ: Mapping[str, str]) -> str:
    """The folder of the log: ``--home``, ``$WORTHWHILE_HOME``, else the platform's data folder.

    Raises:
        StoreError: The system knows no home folder of the person.
    """
    chosen = option or environ.get("WORTHWHILE_HOME")
    if chosen:
        return os.path.abspath(_expanded(chosen, environ))
    if sys.platform == "win32":
        return os.path.join(_windows_base(environ), _APP, "log")
    if sys.platform == "darwin":
        return _expanded("~/Library/Application Support/" + _APP, environ)
    return _xdg("XDG_DATA_HOME", "~/.local/share", environ)


def state_folder(environ: Mapping[str, str]) -> str:
    """The folder for what belongs to this machine alone: its name, locks, caches."""
    chosen = environ.get("WORTHWHILE_STATE")
    if chosen:
        return os.path.abspath(_expanded(chosen, environ))
    if sys.platform == "win32":
        return os.path.join(_windows_base(environ), _APP, "state")
    if sys.platform == "darwin" and not environ.get("XDG_STATE_HOME"):
        return _expanded(f"~/Library/Application Support/{_APP}-state", environ)
    return _xdg("XDG_STATE_HOME", "~/.local/state", environ)


def device_name(state: str, environ: Mapping[str, str] | None = None) -> str:
    """The name of this machine's folder in the log; made once, ``$WORTHWHILE_DEVICE`` overrides.

    Returns:
        The name, or nothing where the state folder cannot be written: reading works without.

    Raises:
        StoreError: The name given cannot be the name of a folder.
    """
    given = (os.environ if environ is None else environ).get("WORTHWHILE_DEVICE", "")
    if given:
        return _checked_device(given, "WORTHWHILE_DEVICE")
    path = os.path.join(state, "device")
    try:
        kept = files.read(path)
        if not kept:
            kept = _create_device(path)
    except OSError:
        return ""
    return _checked_device(kept.decode("utf-8", "replace").strip(), path)


def system_zone(environ: Mapping[str, str] | None = None) -> str:
    """The machine's IANA time zone, such as ``Europe/Berlin``; ``UTC`` where it cannot be told.

    From ``$TZ``, else where ``/etc/localtime`` points, else ``/etc/timezone``.
    """
    named = (os.environ if environ is None else environ).get("TZ", "").removeprefix(":")
    if named:
        zone = _zone_in_path(named)
        return zone if _is_zone(zone) else "UTC"
    try:
        zone = _zone_in_path(os.path.realpath("/etc/localtime"))
        if _is_zone(zone):
            return zone
        zone = (files.read("/etc/timezone") or b"").decode("ascii", "replace").strip()
    except OSError:
        return "UTC"
    return zone if _is_zone(zone) else "UTC"


def locale_currency(environ: Mapping[str, str]) -> str | None:
    """The currency of the person's locale, such as ``EUR`` for ``de_DE.UTF-8``.

    A ``@euro`` at its end says so itself. The table of territories is ``data/currencies.json``.
    """
    chosen = next(
        (environ[name] for name in ("LC_ALL", "LC_MONETARY", "LANG") if environ.get(name)), ""
    )
    if chosen.lower().endswith("@euro"):
        return "EUR"
    territory = chosen.partition(".")[0].partition("@")[0].partition("_")[2].upper()
    if not territory:
        return None
    from tracker.store.scanning import loads

    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "currencies.json")
    table: dict[str, str] = loads((files.read(path) or b"{}").decode())["territories"]
    return table.get(territory)


def _create_device(path: str) -> bytes:
    """Write a fresh name unless someone else is first; whoever was first is right."""
    files.make_folder(os.path.dirname(path))
    hidden = files.beside(path, _fresh_device().encode() + b"\n")
    try:
        os.link(hidden, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links: a race here only renames a new machine
        files.replace(hidden, path)
    files.discard(hidden)
    return files.read(path) or b""


def _fresh_device() -> str:
    """Host name and a random suffix: two laptops called ``laptop`` must not share a folder."""
    from platform import node

    host = "".join(mark if mark.isascii() and mark.isalnum() else "-" for mark in node().lower())
    stem = host.partition("-local")[0].strip("-")[:24] or "machine"
    return f"{stem}-{os.urandom(2).hex()}"


def _checked_device(name: str, source: str) -> str:
    usual = name and len(name) <= _LONGEST_DEVICE and name[0].isalnum() and name.isascii()
    if not usual or not all(mark.isalnum() or mark in "-_." for mark in name):
        raise StoreError(
            f"{source} says {name!r}, which cannot be the name of this machine's folder: use "
            "letters, digits, - and _, such as laptop-2."
        )
    if name.lower() in ("backups", "config.toml", "lost+found"):
        raise StoreError(f"{source} says {name!r}, which has another meaning: choose another.")
    return name


def _zone_in_path(path: str) -> str:
    zone = path.partition("zoneinfo/")[2] if "zoneinfo/" in path else path
    return zone.removeprefix("posix/").removeprefix("right/")


def _is_zone(name: str) -> bool:
    if not name or name[0] in "/." or ".." in name or not name.isascii():
        return False
    if not all(mark.isalnum() or mark in "/_+-" for mark in name):
        return False
    if any(os.path.isfile(f"{folder}/{name}") for folder in _ZONE_FOLDERS):
        return True
    return "/" in name and not any(os.path.isdir(folder) for folder in _ZONE_FOLDERS)


def _expanded(path: str, environ: Mapping[str, str]) -> str:
    if path[:1] != "~":
        return path
    if environ.get("HOME") and path[1:2] in ("", "/"):
        return environ["HOME"].rstrip("/") + path[1:]
    expanded = os.path.expanduser(path)
    if expanded[:1] == "~":
        raise StoreError("Your home folder is not known: set WORTHWHILE_HOME to a folder.")
    return expanded


def _xdg(variable: str, default: str, environ: Mapping[str, str]) -> str:
    base = environ.get(variable, "")
    if not os.path.isabs(base):  # the XDG specification: relative paths are to be ignored
        base = _expanded(default, environ)
    return os.path.join(base, _APP)


def _windows_base(environ: Mapping[str, str]) -> str:
    return environ.get("LOCALAPPDATA") or _expanded("~\\AppData\\Local", environ)
