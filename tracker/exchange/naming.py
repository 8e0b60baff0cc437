"""What the tasks of an import are called in the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.domain.entry import plain
from tracker.domain.task import Task

_SETTLED = ("name", "revised")


class Names:
    """Finds the log's spelling of foreign task names; collects the tasks that are new."""

    def __init__(self, known: Iterable[Task], rename: Mapping[str, str] | None = None) -> None:
        """Take the tasks there are, and new names for old ones (upper or lower case alike)."""
        self._tasks = {task.name.casefold(): task for task in known}
        self._rename = {plain(old).casefold(): plain(new) for old, new in (rename or {}).items()}
        self._settled: dict[str, str] = {}
        self._new: dict[str, Task] = {}
        self._changed: dict[str, Task] = {}

    def of(self, task: str) -> str:
        """The name that ``task`` gets: renamed, and spelled as a known task is."""
        found = self._settled.get(task)
        if found is None:
            found = self._settled[task] = self._find(task)
        return found

    def _find(self, task: str) -> str:
        wanted = self._rename.get(task.casefold(), task)
        known = self._tasks.get(wanted.casefold())
        return known.name if known else wanted

    def use(self, name: str) -> None:
        """Make the task of that name, as :meth:`of` gave it, where there is none yet.

        Raises:
            InvalidValue: No task can be called so.
        """
        key = name.casefold()
        if key not in self._tasks:
            self._new[key] = self._tasks[key] = Task(name)
            self._settled.clear()

    def merge(self, given: Task) -> None:
        """Take over a task of the file; what the log says of its own stays as it is."""
        name = self.of(given.name)
        key = name.casefold()
        own = self._tasks.get(key)
        if own is None:
            self._new[key] = self._tasks[key] = given.replace(name=name)
            self._settled.clear()
            return
        unsaid = {
            field: theirs
            for field in Task.__fields__
            if field not in _SETTLED
            and getattr(own, field) in (None, "")
            and (theirs := getattr(given, field)) not in (None, "")
        }
        if unsaid:
            self._tasks[key] = self._changed[key] = own.replace(**unsaid)

    @property
    def new(self) -> tuple[str, ...]:
        """Names of new tasks, in the order they came."""
        return tuple(task.name for task in self._new.values())

    @property
    def put(self) -> tuple[Task, ...]:
        """Tasks to add or to replace."""
        keys = dict.fromkeys((*self._new, *self._changed))
        return tuple(self._tasks[key] for key in keys)

    def unused(self, tasks: Iterable[str]) -> tuple[str, ...]:
        """Old names of the renaming that none of ``tasks`` has."""
        seen = {task.casefold() for task in tasks}
        return tuple(old for old in self._rename if old not in seen)
