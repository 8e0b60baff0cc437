"""What is known and assumed about tasks, for the commands that talk of money."""

from __future__ import annotations

from tracker.audit.categorise import Catalogue
from tracker.audit.worth.profile import profile_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.audit.worth.profile import Profile
    from tracker.cli.context import Context
    from tracker.domain.papers import Quote
    from tracker.domain.task import Task


class Profiles:
    """Profiles by task name, worked out once each."""

    __slots__ = ("_catalogue", "_found", "_quotes", "_settings", "_tasks")

    def __init__(self, context: Context) -> None:
        """Read tasks, categories, settings, and quotes where there are any."""
        from tracker.store.categories import load_categories

        self._catalogue = Catalogue(load_categories())
        self._settings = context.settings
        self._tasks: dict[str, Task] = {task.name: task for task in context.log.tasks()}
        self._quotes: dict[str, Quote] = {}
        self._found: dict[str, Profile] = {}
        papers = context.log.papers()
        if papers:
            from tracker.audit.worth.quoted import hourly_quotes

            today = context.clock.today()
            self._quotes = hourly_quotes(papers, self._settings.currency, today)

    def __call__(self, name: str) -> Profile:
        """The profile of a task, whether or not anything is kept about it."""
        found = self._found.get(name)
        if found is None:
            task, quote = self._tasks.get(name), self._quotes.get(name.casefold())
            found = profile_of(name, task, self._catalogue, self._settings, quote)
            self._found[name] = found
        return found


def profile_for(context: Context, name: str) -> Profile:
    """The profile of one task."""
    return Profiles(context)(name)
