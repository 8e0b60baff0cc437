"""The command line; it never loads Textual.

``main`` is the one door: it reads the words by the table, imports the one module that the
command needs, and turns whatever goes wrong into one plain line and an exit code.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import NoReturn, TextIO

    from tracker.cli.options import Request


def main(
    argv: Sequence[str] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    now: datetime | None = None,
    stdin: TextIO | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Run one command; without arguments this process's own.

    Returns:
        0 done; 1 refused, with one line on ``err``; 2 wrong usage; 130 interrupted.
    """
    if argv is not None:
        from tracker.cli.process import given_streams

        streams = given_streams(stdin, out, err)
        return _run(argv, _environ(environ), now, streams)
    return _own_process()


def _own_process() -> NoReturn:
    """Run this process's command and end it."""
    import gc
    import os
    import sys

    gc.disable()  # a command is over before a collection would pay; the app turns it on again
    _take_the_twin()
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if None in streams:
        from tracker.cli.process import given_streams

        streams = given_streams(*streams)
    for stream in streams[1:]:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # what cannot be shown is a ?, not a refusal
    code = _run(sys.argv[1:], os.environ, None, streams)
    os._exit(code)  # all is flushed; tearing the interpreter down would take 2 ms


def _take_the_twin() -> None:
    """Save what ``import datetime`` wastes before Python 3.12.

    There it defines every class in Python first and then replaces each by that of ``_datetime``,
    which takes a tenth of starting Python. 3.12 does what is done here.
    """
    import sys

    if sys.version_info < (3, 12) and "datetime" not in sys.modules:
        try:
            sys.modules["datetime"] = __import__("_datetime")
        except ImportError:
            return


def _environ(given: Mapping[str, str] | None) -> Mapping[str, str]:
    if given is not None:
        return given
    import os

    return os.environ


def _run(
    argv: Sequence[str],
    environ: Mapping[str, str],
    now: datetime | None,
    streams: tuple[TextIO, TextIO, TextIO],
) -> int:
    """The command, with every way it can end."""
    from tracker.domain.errors import WorthwhileError

    out, err = streams[1:]
    try:
        code = _dispatch(argv, environ, now, streams)
        out.flush()
    except WorthwhileError as error:
        from tracker.cli.failure import refused

        return refused(error, out, err)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from tracker.cli.failure import broken

        return broken(error, argv, environ, out, err)
    return code


def _dispatch(
    argv: Sequence[str],
    environ: Mapping[str, str],
    now: datetime | None,
    streams: tuple[TextIO, TextIO, TextIO],
) -> int:
    """Import the module of the command and call its function."""
    from tracker.cli.context import Context
    from tracker.cli.options import parse

    request = parse(argv)
    context = Context(request, environ=environ, now=now, streams=streams)
    module, _, function = _place(request).partition(":")
    code: int | None = getattr(_module(module), function)(context)
    return code or 0


def _place(request: Request) -> str:
    if request.has("version"):
        return "help:version"
    if request.has("help"):
        return "help:usage"
    return request.command.run if request.command else "window:open_app"


def _module(name: str) -> object:
    return __import__("tracker.cli." + name, None, None, ("*",))
