"""Many documents at once: the same bytes every time, and each of them for itself."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from flows.documents.document import Document
from flows.documents.elements import div, image, para, rebuilt
from flows.positions.bodies import Prose
from flows.press.doors import pandoc, writing
from flows.press.failures import PressError, cannot_place
from flows.press.jobs import Job, Printed, print_documents
from flows.press.store.staging import staging
from flows.problems.sentences import sentence
from flows.scratch.folders import SCRATCH, WORK_FOLDER
from tests.documents.samples import HOSTILE, block, chapter, position
from tests.press.printing import REPOSITORY, document, files_of, job, printed
from tests.press.test_files import part, pdf_alternatives


def named(number: int) -> Document:
    one = document()
    return replace(one, name=f"p{number}-2031-nl", folder=f"2031/p{number}/nl", title=f"Titel {number}")


def digests(answers: list[Printed]) -> dict[str, str]:
    return {file.path: file.sha256 for answer in answers for file in answer.files.values()}


IN_ANOTHER_PROCESS = """
import pickle, sys, time
from pathlib import Path
from flows.press.jobs import print_documents
jobs = pickle.loads(Path(sys.argv[1]).read_bytes())
time.tzset()
answers = print_documents(jobs, Path(sys.argv[2]), Path(sys.argv[2]) / "elsewhere" / "outputs")
print({file.path: file.sha256 for answer in answers for file in answer.files.values()})
"""


def test_bytes_depend_on_the_documents_alone(tmp_path: Path) -> None:
    import ast
    import pickle

    jobs = [job(named(number)) for number in range(3)]
    here = digests(print_documents(jobs, tmp_path, tmp_path / "outputs"))
    assert len(here) == 9
    (tmp_path / "jobs").write_bytes(pickle.dumps(list(reversed(jobs))))
    zone = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(REPOSITORY),
    }
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, str(tmp_path / "jobs"), str(tmp_path)]
    said = subprocess.run(command, env=zone, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert ast.literal_eval(said) == here
    alone = digests(print_documents([jobs[1]], tmp_path, tmp_path / "alone"))
    assert alone.items() <= here.items()


def test_a_document_that_fails_costs_the_others_nothing(tmp_path: Path) -> None:
    bad = replace(named(1), blocks=[*named(1).blocks, {"t": "Para", "c": "geen lijst"}])
    unknown = replace(named(2), blocks=[div("onbekend", [para("x")])])
    glyph = replace(named(3), title="Kaartje \U0001f3ab")
    answers = print_documents(
        [job(one) for one in (named(0), bad, unknown, glyph, named(4))], tmp_path, tmp_path / "outputs"
    )
    assert [bool(answer.problems) for answer in answers] == [False, True, True, True, False]
    assert {found.code for answer in answers for found in answer.problems} == {"SP803"}
    (found,) = answers[3].problems
    assert (found.args["document"], found.args["format"], found.args["tool"]) == (
        "p3-2031-nl",
        "pdf",
        "typst",
    )
    there = {path.name for path in (tmp_path / "outputs").rglob("*.*") if path.is_file()}
    whole = {f"p{number}-2031-nl.{ending}" for number in (0, 4) for ending in ("docx", "html", "pdf")}
    assert there == whole | {"p3-2031-nl.docx", "p3-2031-nl.html"}  # the formats that could be made
    assert [sorted(answer.files) for answer in answers[1:4]] == [[], [], ["docx", "html"]]


def test_the_formats_of_a_document_move_together_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "outputs"
    jobs = [job(named(0)), job(named(1))]
    print_documents(jobs, tmp_path, out)
    before = {path.name: path.read_bytes() for path in out.rglob("p*.*") if path.is_file()}
    (taken,) = out.rglob("p0-2031-nl.docx")
    taken.unlink()
    taken.mkdir()  # stands for a file that another program has open: it cannot be replaced
    newer = [job(replace(named(number), title="Nieuwer")) for number in (0, 1)]
    held, moved = print_documents(newer, tmp_path, out)
    assert [found.code for found in held.problems] == ["SP802"]
    assert held.files == {}
    assert sorted(moved.files) == ["docx", "html", "pdf"]
    after = {path.name: path.read_bytes() for path in out.rglob("p*.*") if path.is_file()}
    assert {name for name in after if after[name] != before[name]} == {
        Path(each.path).name for each in moved.files.values()
    }


def test_a_file_that_is_open_in_word_is_told_as_that(tmp_path: Path) -> None:
    taken = tmp_path / "a" / "a.docx"
    taken.parent.mkdir()
    taken.touch()
    error = PermissionError(13, "Permission denied", str(taken))
    found = cannot_place(error, tmp_path)
    assert (found.code, found.args["path"]) == ("SP820", "a/a.docx")
    assert "Sluit het bestand in Word" in sentence(found, "nl")


def test_a_document_that_kills_pandoc_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly = tmp_path / "lua"
    deadly.mkdir()
    text = (Path(pandoc.__file__).parent / "lua" / "batch.lua").read_text()
    kill = "if contents(order.source):find('DODELIJK') then os.exit(3) end\n  "
    (deadly / "batch.lua").write_text(text.replace("  local options", f"  {kill}local options"))
    jobs = [
        job(replace(named(n), blocks=[para("DODELIJK" if n == 1 else "goed")]), formats=["html"])
        for n in range(3)
    ]
    monkeypatch.setattr(pandoc, "LUA", deadly)
    answers = print_documents(jobs, tmp_path, tmp_path / "outputs")
    assert [[found.code for found in answer.problems] for answer in answers] == [[], ["SP803"], []]


def test_a_pandoc_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = tmp_path / "lua"
    hanging.mkdir()
    (hanging / "batch.lua").write_text("while true do end")
    monkeypatch.setattr(pandoc, "LUA", hanging)
    orders = [writing.Order("a.json", "a.html", "html")]
    assert list(writing.write_batch(orders, tmp_path, seconds=0.5)) == [
        writing.Written("no answer within 0.5 s")
    ]


def test_without_pandoc_there_is_a_problem_and_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = named(0)
    monkeypatch.setattr(pandoc, "binary", lambda: str(tmp_path / "pandoc"))
    with pytest.raises(PressError) as caught:
        print_documents([job(one)], tmp_path, tmp_path / "outputs")
    assert (caught.value.problem.code, caught.value.problem.args["tool"]) == ("SP801", "pandoc")
    assert staged(tmp_path / "outputs") == set()
    assert [path.name for path in (tmp_path / "outputs").iterdir()] == [".standpunt"]


def test_an_output_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("")
    with pytest.raises(PressError) as caught:
        print_documents([job(named(0))], tmp_path, tmp_path / "outputs")
    assert caught.value.problem.code == "SP802"


def test_two_builds_at_once_leave_whole_files(tmp_path: Path) -> None:
    jobs = [job(named(number)) for number in range(2)]
    answers: list[dict[str, str]] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(digests(print_documents(jobs, tmp_path, tmp_path / "outputs")))
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 3
    assert answers[0] == answers[1] == answers[2]
    there = [
        path
        for path in (tmp_path / "outputs").rglob("*.*")
        if path.is_file() and WORK_FOLDER not in path.parts
    ]
    assert len(there) == 6
    assert staged(tmp_path / "outputs") == set()


def staged(out: Path) -> set[Path]:
    """The folders of unfinished files."""
    return {path for path in (out / WORK_FOLDER / SCRATCH).iterdir() if path.is_dir()}


def test_what_a_killed_build_left_behind_is_swept_up(tmp_path: Path) -> None:
    out = tmp_path / "outputs"
    command = (
        "import sys, os, signal; from pathlib import Path; from flows.press.store.staging import staging\n"
        "with staging(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'half.docx').write_text('half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    where = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    subprocess.run([sys.executable, "-c", command, str(out)], env=where, check=False)
    assert len(staged(out)) == 1
    with staging(out) as mine:
        assert staged(out) == {mine}
        with staging(out) as other:
            assert staged(out) == {mine, other}
    assert staged(out) == set()


def test_files_are_what_plain_pandoc_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.press.store.packages import parts_of

    kept: list[Path] = []

    def compare(orders: list[writing.Order], folder: Path) -> object:
        done = list(write(orders, folder))
        for number, order in enumerate(orders):
            plain = tmp_path / f"plain-{number}"
            options = ["--wrap=none"]
            options += [f"--template={order.template}"] if order.template else []
            options += [f"--reference-doc={order.reference}"] if order.reference else []
            command = [
                pandoc.binary(),
                "--from=json",
                f"--to={order.format}",
                *options,
                "-o",
                str(plain),
                order.source,
            ]
            subprocess.run(command, check=True)
            mine, theirs = Path(order.target).read_bytes(), plain.read_bytes()
            if order.format == "docx":
                assert parts_of(mine)["word/document.xml"] == parts_of(theirs)["word/document.xml"]
                assert parts_of(mine)["word/styles.xml"] == parts_of(theirs)["word/styles.xml"]
            else:
                assert mine.rstrip() == theirs.rstrip()
            kept.append(plain)
        return iter(done)

    write = writing.write_batch
    monkeypatch.setattr("flows.press.jobs.write_batch", compare)
    printed(document(), tmp_path)
    assert len(kept) == 3


def test_images_of_texts_are_part_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "een.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'
    )
    files = printed(with_picture(HOSTILE), tmp_path)
    page = files["html"].read_text(encoding="utf-8")
    assert 'src="data:image/svg+xml;base64,' in page and "beeld/een.svg" not in page
    assert "<w:drawing>" in part(files["docx"], "word/document.xml")
    assert HOSTILE in pdf_alternatives(files["pdf"])


def with_picture(alt: str) -> Document:
    one = document(position([chapter("a", "A", [block("t", Prose("Kijk: ![x](beeld/een.svg)"))])]))
    picture = image(alt, "beeld/een.svg")
    return replace(one, blocks=rebuilt(one.blocks, lambda it: [picture] if it["t"] == "Image" else [it]))


@pytest.mark.parametrize(("path", "code"), [("beeld/weg.png", "SP704"), ("../buiten.png", "SP703")])
def test_an_image_that_cannot_be_used_is_a_problem(path: str, code: str, tmp_path: Path) -> None:
    one = replace(named(0), blocks=[para([image("iets", path)])])
    (answer,) = print_documents([job(one)], tmp_path, tmp_path / "outputs")
    assert [(found.code, found.args["path"]) for found in answer.problems] == [(code, path)]


def test_an_image_behind_a_link_out_of_the_root_is_a_problem(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "geheim.png").write_bytes(b"x")
    (root / "beeld.png").symlink_to(tmp_path / "geheim.png")
    one = replace(named(0), blocks=[para([image("iets", "beeld.png")])])
    (answer,) = print_documents([job(one)], root, root / "outputs")
    assert [found.code for found in answer.problems] == ["SP703"]


def test_a_job_is_small_and_travels(tmp_path: Path) -> None:
    import pickle

    one = job(named(0))
    again: Job = pickle.loads(pickle.dumps(one))
    assert again == one
    assert len(pickle.dumps(one)) < 60_000
    assert json.dumps(asdict(one.document))
    (answer,) = print_documents([again], tmp_path, tmp_path / "outputs")
    assert files_of(answer, tmp_path)["pdf"].read_bytes().startswith(b"%PDF")
