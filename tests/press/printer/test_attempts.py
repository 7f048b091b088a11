"""What ends the process that prints costs one document at most; all others are made."""

import os
import shutil
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.elements import image, para
from flows.press.jobs import Job, Printed
from flows.press.printer import children
from flows.press.printer.attempts import print_apart
from tests.press.printing import REPOSITORY, document, job, own_looks

ALL = ["docx", "html", "pdf"]
DEEP = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{"<g>" * 50_000}{"</g>" * 50_000}</svg>'
"""A drawing that overflows the stack of what draws it; `check` refuses it, and the press gets it here."""


def named(number: int) -> Job:
    return job(replace(document(), folder=f"2031/p{number}/nl", name=f"p{number}-2031-nl"))


def deadly(root: Path, number: int) -> Job:
    (root / "diep.svg").write_text(DEEP)
    printed = named(number)
    blocks = [*printed.document.blocks, para([image("diep", "diep.svg")])]
    return replace(printed, document=replace(printed.document, blocks=blocks))


def made(printed: list[Printed]) -> list[list[str]]:
    return [sorted(each.files) for each in printed]


def test_a_process_of_its_own_makes_the_same_documents(tmp_path: Path) -> None:
    printed = print_apart([named(0), named(1)], tmp_path, tmp_path / "outputs")
    assert [each.problems for each in printed] == [(), ()]
    assert made(printed) == [ALL, ALL]


def test_a_warm_process_does_not_print_with_the_fonts_of_an_earlier_build(tmp_path: Path) -> None:
    fonts = tmp_path / "shared/brand/fonts/sub"
    shutil.copytree(REPOSITORY / "shared/brand/fonts", fonts)
    printed = replace(named(0), looks=replace(own_looks(), logo=""), formats=("pdf",))
    pdf = tmp_path / "outputs/2031/p0/nl/p0-2031-nl.pdf"

    def now() -> bytes:
        (answer,) = print_apart([printed], tmp_path, tmp_path / "outputs")
        assert answer.problems == ()
        return pdf.read_bytes()

    before = now()
    assert now() == before
    (fonts / "SourceSans3-Bold.ttf").unlink()
    assert now() != before


def test_a_drawing_that_crashes_the_process_costs_its_own_formats_only(tmp_path: Path) -> None:
    jobs = [named(0), deadly(tmp_path, 1), named(2)]
    first, second, third = print_apart(jobs, tmp_path, tmp_path / "outputs")
    assert made([first, third]) == [ALL, ALL]
    assert (first.problems, third.problems) == ((), ())
    assert "html" in second.files  # the page holds the drawing and draws nothing
    failed = {found.args["format"] for found in second.problems if found.code == "SP803"}
    assert failed
    assert failed | {*second.files} == {*ALL}
    assert not list((tmp_path / "outputs").rglob("scratch/*/0"))


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    (printed,) = print_apart([named(0)], tmp_path, tmp_path / "outputs", seconds=1e-6)
    assert printed.files == {}
    assert {str(found.args["said"]) for found in printed.problems} == {"no answer within 1e-06 s"}


@pytest.mark.skipif(os.name != "posix", reason="kills a process as only POSIX systems do")
def test_a_process_that_is_killed_costs_another_attempt(tmp_path: Path) -> None:
    print_apart([named(0)], tmp_path, tmp_path / "outputs")
    (child,) = children._idle[-1:]
    killer = threading.Timer(0.3, lambda: os.kill(child._process.pid, signal.SIGKILL))
    killer.start()
    printed = print_apart([named(number) for number in range(8)], tmp_path, tmp_path / "outputs")
    killer.join()
    assert made(printed) == [ALL] * 8
    assert {found.code for each in printed for found in each.problems} <= {"SP821"}


def test_a_process_that_died_while_it_waited_is_not_asked(tmp_path: Path) -> None:
    print_apart([named(0)], tmp_path, tmp_path / "outputs")
    for child in children._idle:
        child._process.kill()
        child._process.wait()
    (printed,) = print_apart([named(1)], tmp_path, tmp_path / "outputs")
    assert printed.problems == ()


def test_processes_that_wait_are_used_again_and_end_with_us(tmp_path: Path) -> None:
    print_apart([named(0)], tmp_path, tmp_path / "outputs")
    (child,) = children._idle[-1:]
    print_apart([named(1)], tmp_path, tmp_path / "outputs")
    assert children._idle[-1] is child
    children.end_all()
    ends = time.monotonic() + 10
    while child._process.poll() is None and time.monotonic() < ends:
        time.sleep(0.05)
    assert child._process.poll() is not None
