"""A process that prints may fill so much memory and no more."""

import subprocess
import sys

import pytest

from flows.press.printer.process import MEMORY

pytest.importorskip("resource", reason="memory cannot be bounded here")


@pytest.mark.parametrize(("share", "wanted"), [(0.5, 0), (1.1, 1)])
def test_a_process_gets_what_it_needs_and_not_all_there_is(share: float, wanted: int) -> None:
    program = f"from flows.press.printer.process import *; bound_memory(); bytearray(int({MEMORY * share}))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=False)
    assert ended.returncode == wanted, ended.stderr
    assert (b"MemoryError" in ended.stderr) is bool(wanted)
