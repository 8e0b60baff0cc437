"""The command as a process of its own: exit codes, pipes, locales, and what is missing."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import ZONE
from tests.unit.cli.conftest import Owner
from tracker.cli import failure, main
from tracker.cli.table import commands

WW = Path(sys.executable).with_name("ww")


def run(
    folder: Path, *words: str, env: dict[str, str] | None = None, **rest: object
) -> subprocess.CompletedProcess[bytes]:
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TZ": ZONE,
        "WORTHWHILE_HOME": str(folder / "home"),
        "XDG_STATE_HOME": str(folder / "state"),
        **(env or {}),
    }
    code = "import sys; from tracker.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        command, env=environ, timeout=60, check=False, **({"capture_output": True} | rest)
    )


def test_a_day_through_the_real_entry_point(tmp_path: Path) -> None:
    assert run(tmp_path, "start", "Invoicing").returncode == 0
    assert run(tmp_path, "status", "--format", "{task}").stdout == b"Invoicing\n"
    assert run(tmp_path, "stop", "11:99").returncode == 2
    assert run(tmp_path, "cancel").returncode == 0
    refused = run(tmp_path, "stop")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr == b"Nothing is running. Start with: ww start TASK\n"


@pytest.mark.parametrize("name", ["ww", "worthwhile"])
def test_both_names_are_installed(name: str) -> None:
    program = Path(sys.executable).with_name(name)
    if not program.exists():
        pytest.skip("not installed beside this interpreter")
    found = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert found.stdout.startswith("worthwhile ")


def test_a_reader_that_has_read_enough(tmp_path: Path) -> None:
    """As in ``ww help | head -1``: quiet, and no failure."""
    read, write = os.pipe()
    os.close(read)
    try:
        found = run(tmp_path, "help", capture_output=False, stdout=write, stderr=subprocess.PIPE)
    finally:
        os.close(write)
    assert found.stderr == b""
    assert found.returncode == 0


def test_a_full_disk_under_the_output_is_said(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        found = run(tmp_path, "help", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert found.returncode == 1
    assert found.stderr.startswith(b"The output could not be written: No space left")
    assert found.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=["C", "C-ascii", "ascii", "latin-1"],
)
def test_any_locale_is_good_enough(tmp_path: Path, env: dict[str, str]) -> None:
    assert run(tmp_path, "start", "Büro 会議", env={"LC_ALL": "C.UTF-8"}).returncode == 0
    for words in (("status",), ("log",), ("status", "--json"), ("help",)):
        found = run(tmp_path, *words, env=env)
        assert found.returncode == 0, found.stderr
        assert found.stderr == b""
        assert found.stdout


def test_bytes_that_are_no_letters_are_refused(tmp_path: Path) -> None:
    found = run(tmp_path, "start", os.fsdecode(b"b\xe9"), env={"LC_ALL": "C.UTF-8"})
    assert found.returncode == 1
    assert b"broken characters" in found.stderr
    assert b"Traceback" not in found.stderr


def test_no_home_folder_in_the_environment(tmp_path: Path) -> None:
    """As under cron or in a container: the password database or a plain sentence helps."""
    env = {"PATH": os.environ["PATH"], "WORTHWHILE_HOME": str(tmp_path / "home"), "TZ": ZONE}
    env["XDG_STATE_HOME"] = str(tmp_path / "state")
    code = "import sys; from tracker.cli import main; sys.exit(main())"
    found = subprocess.run(
        [sys.executable, "-c", code, "status"], env=env, capture_output=True, check=False
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout == b"Nothing is running. Today 0m.\n"


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    script = f'"{sys.executable}" -c "{{}}" {{}} <&- >&- 2>&-'
    code = "import sys; from tracker.cli import main; sys.exit(main())"
    env = {"WORTHWHILE_HOME": str(tmp_path / "home"), "XDG_STATE_HOME": str(tmp_path / "state")}
    env |= {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    for words, wanted in (("start x", 0), ("stop 25:99", 2)):
        found = subprocess.run(
            ["/bin/sh", "-c", script.format(code, words)], env=env, capture_output=True, check=False
        )
        assert found.returncode == wanted


def test_an_interrupt_is_quiet(ww: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_context: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.cli.status.status", interrupted)
    result = ww("status")
    assert (result.code, result.out, result.err) == (130, "", "")


def test_what_nobody_foresaw_is_one_line_and_a_log(
    ww: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_context: object) -> int:
        raise ZeroDivisionError("by zero\nin two lines")

    monkeypatch.setattr("tracker.cli.status.status", broken)
    ww.may_crash = True
    said = ww.refused("status")
    assert str(ww.crashes) in said
    logged = ww.crashes.read_text()
    assert "ZeroDivisionError" in logged
    assert "ww 'status'" in logged
    assert ww.crashes.stat().st_mode & 0o077 == 0
    ww.refused("status")
    assert ww.crashes.read_text().count("ZeroDivisionError: by zero") == 2


def test_the_crash_log_starts_anew_when_it_is_long(
    ww: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failure, "LONGEST_LOG", 10)
    for name in ("first", "second"):
        failure.log_crash(ValueError(name), ["x"], ww.environ)
    assert "second" in ww.crashes.read_text()
    assert "first" not in ww.crashes.read_text()


def test_a_crash_log_that_cannot_be_written_is_no_second_crash(ww: Owner) -> None:
    ww.environ["XDG_STATE_HOME"] = "/dev/null/state"
    err = io.StringIO()
    code = failure.broken(ValueError("odd"), ["x"], ww.environ, io.StringIO(), err)
    assert code == 1
    assert "ValueError: odd" in err.getvalue()


def test_a_read_only_log_is_refused_and_still_read(ww: Owner) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    ww.done("start", "Invoicing")
    (ww.home / "desk").chmod(0o500)
    try:
        assert str(ww.home) in ww.refused("stop")
        assert ww.done("status", "--json").json["running"]
    finally:
        (ww.home / "desk").chmod(0o700)


def test_a_home_that_is_no_folder(ww: Owner) -> None:
    file = ww.folder / "file"
    file.write_text("x")
    for words in (("start", "x"), ("add", "25m", "x")):
        said = ww.refused("--home", str(file), *words)
        assert str(file) in said
    assert file.read_text() == "x"


def test_an_unreadable_ledger_is_named_and_never_touched(ww: Owner) -> None:
    ww.done("add", "9-9:30", "Email")
    (ledger,) = (ww.home / "desk").glob("2026-11.json")
    ledger.write_text(ledger.read_text()[:40])
    for words in (("log",), ("status",), ("start", "x", "-20m"), ("report",), ("undo",)):
        said = ww.refused(*words)
        assert "2026-11.json" in said


def test_a_locked_log_says_so(ww: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process holds the lock; the wait is shortened, the sentence is the store's."""
    from tracker.store.lock import Lock, lock_path

    ww.done("start", "Invoicing")
    state = str(ww.folder / "state" / "worthwhile")
    monkeypatch.setattr("tracker.store.store.Store.__init__.__kwdefaults__", {"wait": 0.05})
    with Lock(lock_path(state, str(ww.home)), 1):
        said = ww.refused("stop")
        assert ww.done("status", "--json").json["running"]
    assert len(said) > 20


def test_main_answers_with_the_code(tmp_path: Path) -> None:
    err = io.StringIO()
    assert main(["nosuch"], environ={"HOME": str(tmp_path)}, err=err) == 2
    assert "ww help" in err.getvalue()


@pytest.mark.parametrize(
    "name", [command.name for command in commands() if command.words and not command.hidden]
)
def test_hostile_words_end_in_a_sentence(ww: Owner, name: str) -> None:
    """Whatever is typed: an exit code of 0, 1 or 2, and never a traceback."""
    for word in ("", " ", "@", "@-1", "-", "--", "\x00", "\x1b]0;x\x07", "%s{0}", "9" * 400, "🚀"):
        for count in (1, 2, 3):
            result = ww(name, *[word] * count)
            assert result.code in (0, 1, 2)
            assert result.err.count("\n") <= 1
            assert "\x1b" not in result.err
