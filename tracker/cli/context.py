"""What a command works with; here, and in the app, the clock is read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import TextIO

    from tracker.cli.clock import Clock
    from tracker.cli.options import Request
    from tracker.cli.output import Printer
    from tracker.domain.settings import Settings
    from tracker.intents.intent import Moment
    from tracker.store.store import Store


def new_id() -> str:
    """A fresh random entry id: 64 bits, so that machines never meet."""
    import os

    return os.urandom(8).hex()


class Context:
    """One run of one command: its request, its clock, its streams, its log.

    Everything that touches the disk is opened when first asked for: ``ww help`` needs none.
    """

    __slots__ = (
        "_clock",
        "_log",
        "_now",
        "_settings",
        "environ",
        "err",
        "out",
        "print",
        "request",
        "stdin",
    )

    def __init__(
        self,
        request: Request,
        *,
        environ: Mapping[str, str],
        now: datetime | None,
        streams: tuple[TextIO, TextIO, TextIO],
    ) -> None:
        """Keep what was given; ``streams`` are standard input, output and error."""
        from tracker.cli.output import Printer

        self.request = request
        self.environ = environ
        self.stdin, self.out, self.err = streams
        self.print: Printer = Printer(self.out, environ)
        self._now = now
        self._clock: Clock | None = None
        self._log: Store | None = None
        self._settings: Settings | None = None

    @property
    def json(self) -> bool:
        """Whether the answer is for a program."""
        return self.request.has("json")

    @property
    def now(self) -> datetime:
        """The instant of this command, whole seconds, UTC; the same all through it."""
        if self._now is None:
            from datetime import UTC, datetime

            self._now = datetime.now(UTC).replace(microsecond=0)
        return self._now

    @property
    def home(self) -> str:
        """The folder of the log."""
        from tracker.store.places import home_folder

        return home_folder(self.request.get("home"), self.environ)

    @property
    def state(self) -> str:
        """The folder of what is this machine's own."""
        from tracker.store.places import state_folder

        return state_folder(self.environ)

    @property
    def settings(self) -> Settings:
        """The owner's settings."""
        if self._settings is None:
            from tracker.store.config import load_settings

            self._settings = load_settings(self.home, self.state)
        return self._settings

    @property
    def zone(self) -> str:
        """IANA name of the zone that times are read and shown in."""
        if self.settings.zone:
            return self.settings.zone
        from tracker.store.places import system_zone

        return system_zone(self.environ)

    @property
    def log(self) -> Store:
        """The log itself."""
        if self._log is None:
            from tracker.store.places import device_name
            from tracker.store.store import Store

            stamp = self.now.timestamp()
            device = device_name(self.state, self.environ)
            self._log = Store(self.home, device=device, state=self.state, now=lambda: stamp)
        return self._log

    @property
    def clock(self) -> Clock:
        """The wall clock that times are shown by."""
        if self._clock is None:
            from tracker.cli.clock import Clock

            zone = self.settings.zone or self._machine_zone()
            self._clock = Clock(self.now, zone, self.settings.day_start)
        return self._clock

    def _machine_zone(self) -> str:
        """Empty where the C library can be asked, which is cheap; else the zone's name."""
        import os

        if self.zone == "UTC" or self.environ.get("TZ") != os.environ.get("TZ"):
            return self.zone
        return ""

    def moment(self) -> Moment:
        """Clock, zone and ids for a decision."""
        from tracker.intents.intent import Moment

        return Moment(self.now, self.zone, new_id)
