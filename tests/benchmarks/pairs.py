"""Two commands in turn, on the same machine in the same minute; what counts is the ratio."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from statistics import median

Run = Callable[[], None]


def command(arguments: Sequence[str], cwd: str, **environment: str) -> Run:
    """A whole process as something to time; a failing one is an error."""

    def run() -> None:
        subprocess.run(
            arguments,
            check=True,
            capture_output=True,
            timeout=1800,
            cwd=cwd,
            env={**os.environ, **environment},
        )

    return run


def ratio(
    name: str,
    ours: Run,
    peer: Run,
    goal: float,
    *,
    runs: int = 5,
    before: Run | None = None,
    warm_ups: int = 1,
) -> float:
    """Time both in turn after a warm-up each, and print the medians in seconds and their ratio.

    Args:
        name: What is measured.
        ours: What Standpunt does.
        peer: What it is measured against.
        goal: The ratio to reach.
        runs: How often each is timed.
        before: Done before each of our runs, untimed.
        warm_ups: How often each runs before it is timed.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(warm_ups + runs):
        for kept, run in zip(times, (ours, peer), strict=True):
            if run is ours and before is not None:
                before()
            start = time.perf_counter()
            run()
            if number >= warm_ups:
                kept.append(time.perf_counter() - start)
    mine, theirs = median(times[0]), median(times[1])
    found = mine / theirs
    print(f"{name:<58} {mine:7.3f} s  against {theirs:7.3f} s  ratio {found:5.2f}  goal {goal:.2f}")
    return found
