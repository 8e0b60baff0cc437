"""The owner's settings: ``config.toml``, read through a cache that costs no TOML parser."""

from __future__ import annotations

import os

from tracker.domain.errors import InvalidValue
from tracker.domain.settings import Settings
from tracker.store import files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "config.toml"
_SETTLED = 1_000_000_000
"""Nanoseconds a file must have rested when it was cached: an edit within one tick of the file
system's clock would otherwise go unnoticed."""


def load_settings(home: str, state: str) -> Settings:
    """The settings in ``home``, the defaults where there is no file.

    Parsed settings are kept in the state folder while the file's stat stays the same; where that
    folder cannot be written they are parsed each time.

    Raises:
        ConfigError: A line cannot be used; it is named.
    """
    path = os.path.join(home, NAME)
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise files.refusal("read", path, error) from None
    key = [path, found.st_mtime_ns, found.st_size, found.st_ino]
    cache = _cache_path(path, state)
    settings = _cached(cache, key)
    if settings is None:
        from tracker.store.settings_file import read_settings

        settings = read_settings(path)
        _keep(cache, key, settings)
    return settings


def save_settings(
    home: str, state: str, changes: Mapping[str, object], *, wait: float = 10.0
) -> Settings:
    """Change some settings; comments and the rest of the file survive.

    Args:
        home: The folder of the log.
        state: The folder of the lock.
        changes: Field of :class:`Settings` -> value, also ``rates.NAME`` and ``keys.ID``;
            days of the week, times of day and days off may be written as in the file. ``None``
            takes a setting out, so that its default holds.
        wait: Seconds to wait for another writer.

    Raises:
        InvalidValue: A value is outside what is allowed; nothing was written.
        UsageError: There is no such setting.
        ConfigError: The file has a line that cannot be used; it was left as it is.
        StoreError: It cannot be written.
    """
    from tracker.store.lock import Lock, lock_path
    from tracker.store.settings_edit import write_settings

    with Lock(lock_path(state, home), wait):
        return write_settings(home, os.path.join(home, NAME), changes)


def _cache_path(path: str, state: str) -> str:
    return os.path.join(state, "cache", f"settings-{files.label(path)}.json")


def _cached(cache: str, key: list[object]) -> Settings | None:
    from tracker.store.scanning import loads

    try:
        if os.stat(cache).st_mtime_ns - int(str(key[1])) < _SETTLED:
            return None
        kept = loads((files.read(cache) or b"{}").decode())
        if kept.get("key") != key:
            return None
        fields = kept["fields"]
        for name in ("keys", "rates"):
            fields[name] = tuple((one, other) for one, other in fields[name])
        fields["holidays"] = tuple(fields["holidays"])
        return Settings(**fields)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, InvalidValue):
        return None  # it is disposable: whatever is wrong with it, the file itself decides


def _keep(cache: str, key: list[object], settings: Settings) -> None:
    from json import dumps

    fields = {name: getattr(settings, name) for name in Settings.__fields__}
    data = dumps({"key": key, "fields": fields}).encode()
    try:
        os.makedirs(os.path.dirname(cache), mode=0o700, exist_ok=True)
        unfinished = f"{cache}.tmp"
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)
        os.replace(unfinished, cache)
    except OSError:
        return  # a read-only state folder costs time, not the command
