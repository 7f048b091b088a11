"""What a document costs: our press against plain pandoc and typst processes for the same documents."""

import json
import os
import pickle
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

from flows.cli.main import main
from flows.engine import building as chunks
from flows.press import jobs as press
from flows.press.doors.pandoc import binary
from flows.press.doors.typst import STANDARDS
from flows.press.jobs import Job
from tests.benchmarks.pairs import Run

REPOSITORY = Path(__file__).parents[2]
TEMPLATE = REPOSITORY / "flows/press/web/templates/page.html"
FONTS = REPOSITORY / "shared/brand/fonts"
GOAL = 0.40
RUNS = 5

OURS = """
import pickle, sys
from pathlib import Path
from flows.press.jobs import print_documents
answers = print_documents(pickle.loads(Path(sys.argv[1]).read_bytes()), Path.cwd(), Path.cwd() / "outputs")
assert all(len(answer.files) == 3 for answer in answers)
"""
TYPST = f"""
import sys, typst
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[{str(FONTS)!r}])
compiler = typst.Compiler(sys.argv[1] + "/main.typ", root=sys.argv[1], font_paths=fonts)
compiler.compile(output=sys.argv[1] + "/peer.pdf", format="pdf", pdf_standards={STANDARDS!r}, timestamp=0)
"""


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """The twelve Dutch brochures of the newest edition; their charts are drawn, as they are in every later build."""
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    taken: list[Job] = []
    printed = chunks.print_apart

    def kept(jobs: Sequence[Job], root: Path, out: Path) -> list[press.Printed]:
        taken.extend(jobs)
        return printed(jobs, root, out)

    monkeypatch.setattr(chunks, "print_apart", kept)
    with pytest.raises(SystemExit):
        main(["publish", "--lang", "nl", "--engine", "local", "--force"])
    monkeypatch.undo()
    os.chdir(tmp_path)
    return taken


@pytest.fixture
def unfinished(documents: list[Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folder of each document with all that pandoc and typst read: trees, templates and charts."""
    folder = tmp_path / "unfinished"
    folder.mkdir()

    @contextmanager
    def staging(_: Path) -> Iterator[Path]:
        yield folder

    with monkeypatch.context() as patch:
        patch.setattr(press, "staging", staging)
        press.print_documents(documents, tmp_path, tmp_path / "outputs")
    return [folder / str(number) for number in range(len(documents))]


def cpu(run: Run) -> float:
    """Seconds of processor time that the processes of a run take, and theirs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def prepared(folder: Path) -> None:
    """The three formats from what our press prepared: trees, charts and a reference document."""
    reference = folder.parent / "looks-0" / "reference.docx"
    pandoc = [binary(), "--from=json", "--wrap=none"]
    for command in (
        [*pandoc, "html.json", "--to=html", f"--template={TEMPLATE}", "--output=peer.html"],
        [*pandoc, "docx.json", "--to=docx", f"--reference-doc={reference}", "--output=peer.docx"],
        [*pandoc, "pdf.json", "--to=typst", "--output=body.typ"],
        [sys.executable, "-c", TYPST, str(folder)],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)


def plain(folder: Path) -> None:
    """The three formats from Markdown, as somebody has it who uses pandoc and typst and nothing else."""
    reference = folder.parent / "looks-0" / "reference.docx"
    pandoc = [binary(), "document.md", "--standalone", "--wrap=none"]
    for command in (
        [*pandoc, "--to=html", "--output=plain.html"],
        [*pandoc, "--to=docx", f"--reference-doc={reference}", "--output=plain.docx"],
        [*pandoc, "--to=typst", "--output=plain.typ"],
        [sys.executable, "-c", TYPST, str(folder)],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)


def write_markdown(documents: Sequence[Job], folders: Sequence[Path]) -> None:
    """Each document as one Markdown file, its boxes as fenced divs."""
    for job, folder in zip(documents, folders, strict=True):
        tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": job.document.blocks}
        command = [binary(), "--from=json", "--to=markdown", "--wrap=none", "--output=document.md"]
        subprocess.run(command, cwd=folder, input=json.dumps(tree).encode(), check=True, timeout=60)


def test_cpu_of_a_document(documents: list[Job], unfinished: list[Path], tmp_path: Path) -> None:
    """Against plain processes, and for information against processes that are handed our preparations."""
    assert len(documents) == 12
    write_markdown(documents, unfinished)
    (tmp_path / "jobs").write_bytes(pickle.dumps(documents))
    ours = [sys.executable, "-c", OURS, str(tmp_path / "jobs")]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}

    def mine() -> None:
        subprocess.run(ours, cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=300)

    def all_of(make: Callable[[Path], None]) -> Run:
        return lambda: [make(folder) for folder in unfinished] and None

    runs = [(cpu(mine), cpu(all_of(plain)), cpu(all_of(prepared))) for _ in range(RUNS + 1)][1:]
    our, from_markdown, from_trees = (median(column) / len(documents) for column in zip(*runs, strict=True))
    show("CPU a document, three formats / pandoc and typst", our, from_markdown, f"goal {GOAL:.2f}")
    show("the same / pandoc and typst on our prepared trees", our, from_trees, "no goal")
    assert our / from_markdown <= GOAL


def show(name: str, our: float, their: float, goal: str) -> None:
    """One row of the table."""
    print(f"{name:<58} {our:7.3f} s  against {their:7.3f} s  ratio {our / their:5.2f}  {goal}")
