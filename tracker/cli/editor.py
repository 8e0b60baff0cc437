"""A text in the editor that a person likes, and back; what they wrote is never lost."""

from __future__ import annotations

import os

from tracker.domain.errors import Refused, WorthwhileError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.context import Context


def edited(context: Context, text: str, name: str, keep: Callable[[str], int]) -> int:
    """Open ``text`` in ``$VISUAL`` or ``$EDITOR`` and give ``keep`` what is saved there.

    Where ``keep`` refuses, the file stays and the refusal names it.

    Args:
        context: For the environment.
        text: What the editor shows first.
        name: What the file is called, roughly.
        keep: Takes the text in, and gives the exit code.

    Raises:
        Refused: There is no editor, it failed, or the text could not be kept.
    """
    import tempfile

    command = context.environ.get("VISUAL") or context.environ.get("EDITOR") or ""
    if not command.strip():
        raise Refused("Say which editor you like first: export EDITOR=nano, for example.")
    plain = "".join(mark if mark.isalnum() else "-" for mark in name)[:40]
    handle, path = tempfile.mkstemp(prefix=f"{plain}-", suffix=".md")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    _open(command, path)
    after = _read(path)
    if after == text:
        os.unlink(path)
        context.print.line("Nothing was changed.")
        return 0
    try:
        code = keep(after)
    except WorthwhileError as error:
        raise Refused(f"{error} What you wrote is in {path}.") from None
    os.unlink(path)
    return code


def _open(command: str, path: str) -> None:
    """Run the editor until it ends."""
    import shlex
    import subprocess

    try:
        ended = subprocess.run([*shlex.split(command), path], check=False)  # noqa: S603 - theirs
    except (OSError, ValueError) as error:
        os.unlink(path)
        raise Refused(f"{command} could not be opened ({error}): check EDITOR.") from None
    if ended.returncode:
        raise Refused(
            f"{command} ended with {ended.returncode}, so nothing was kept; your text is in {path}."
        )


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise Refused(f"{path} could not be read back ({error}): save it as UTF-8.") from None
