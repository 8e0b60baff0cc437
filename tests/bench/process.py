"""Whole processes, interleaved: what a command costs as a multiple of bare ``python -c pass``."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One command line to time; ``before`` runs untimed ahead of every run."""

    name: str
    argv: Sequence[str]
    before: Sequence[str] = ()
    env: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Medians over the runs.

    Attributes:
        ratio: Median time over the median of the baseline in the same loop.
        peak_mib: Peak resident memory of one run, MiB.
    """

    name: str
    milliseconds: float
    ratio: float
    peak_mib: float


def interleaved(baseline: Job, jobs: Sequence[Job], runs: int) -> list[Result]:
    """Run every job once per round, so that drift of the machine hits all alike."""
    times: dict[str, list[float]] = {job.name: [] for job in (baseline, *jobs)}
    for _ in range(runs):
        for job in (baseline, *jobs):
            if job.before:
                run(job.before, job.env)
            begun = time.perf_counter()
            run(job.argv, job.env)
            times[job.name].append(time.perf_counter() - begun)
    bare = statistics.median(times[baseline.name])
    return [
        Result(
            job.name,
            statistics.median(times[job.name]) * 1000,
            statistics.median(times[job.name]) / bare,
            peak_memory(job),
        )
        for job in (baseline, *jobs)
    ]


def environment(env: Mapping[str, str] | None) -> dict[str, str]:
    """This process's variables and ``env``; bytecode is cached, as for anyone who installs it."""
    merged = {**os.environ, **(env or {})}
    merged.pop("PYTHONDONTWRITEBYTECODE", None)
    return merged


def run(argv: Sequence[str], env: Mapping[str, str] | None) -> None:
    """Run to the end; a failing command is a fault of the benchmark, so it is raised."""
    done = subprocess.run(
        argv,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{argv} exited {done.returncode}: {done.stderr.decode()[:500]}")


_MEASURE = (
    "import os, sys; child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ,"
    " file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]);"
    "print(os.wait4(child, 0)[2].ru_maxrss)"
)


def peak_memory(job: Job) -> float:
    """Peak resident set of one run in MiB.

    A child starts with its parent's peak, so a bare interpreter stands in between.
    """
    if job.before:
        run(job.before, job.env)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _MEASURE, *job.argv],
        env=environment(job.env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return int(done.stdout) / 1024


def table(results: Sequence[Result], targets: Mapping[str, float]) -> str:
    """Rows of name, time, ratio, memory and the ratio to reach, if there is one."""
    lines = [f"{'':34}{'ms':>8}{'x bare':>8}{'reach':>8}{'MiB':>7}"]
    for result in results:
        reach = targets.get(result.name)
        verdict = "" if reach is None else ("  ok" if result.ratio <= reach else "  OVER")
        lines.append(
            f"{result.name:34}{result.milliseconds:8.1f}{result.ratio:8.2f}"
            f"{'' if reach is None else f'{reach:.1f}':>8}{result.peak_mib:7.1f}{verdict}"
        )
    return "\n".join(lines)
