"""A Pandoc that is killed costs a retry; what it cannot live with is told, and all the rest is made."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.documents.elements import Tree, para
from flows.documents.text_limits import UNANSWERED
from flows.press.doors import pandoc, parsing
from flows.press.doors.parsing import parse_texts
from flows.press.failures import PressError
from flows.press.jobs import Job, Printed, print_documents
from flows.press.store.cache import Cache
from flows.problems.records import Severity
from tests.content_tree import CHAPTER, write_tree
from tests.press.printing import document, job
from tests.processes import command, files_below

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills a process as only POSIX systems do")

KILLED = {"parse.lua": "  io.write(pandoc.write(", "batch.lua": "  local options"}
"""The line of each script before which a process is killed."""


def deadly(folder: Path, *, times: int, word: str = "DODELIJK") -> Path:
    """Our scripts, which the system kills some times over, at whatever holds a word."""
    folder.mkdir()
    for name, line in KILLED.items():
        text = (pandoc.LUA / name).read_text()
        held = "text" if name == "parse.lua" else "contents(order.source)"
        asked = f"""
  if {held}:find('{word}') then
    local log = io.open('{folder}/killed', 'a+')
    if #log:read('a') < {times} then
      log:write('x')
      log:close()
      os.execute('kill -9 $PPID')
    end
  end
"""
        assert line in text
        (folder / name).write_text(text.replace(line, asked + line))
    return folder


TEXTS = ["een *begin*", "- lijst", "een", "een DODELIJK woord", "twee", "- drie", "- vier DODELIJK", "vijf"]


def parsed(folder: Path, texts: Sequence[str] = TEXTS) -> dict[str, Tree]:
    return parse_texts(texts, Cache(folder / "press.sqlite3"))


@pytest.mark.parametrize("times", [1, 2])
def test_a_pandoc_that_is_killed_while_it_reads_is_asked_again(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = parsed(tmp_path)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    monkeypatch.setattr(pandoc, "LUA", deadly(tmp_path / "lua", times=times))
    assert parsed(fresh) == expected


def test_a_text_at_which_pandoc_always_ends_is_known_from_all_others_and_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(pandoc, "LUA", deadly(tmp_path / "lua", times=99))
        found = parsed(tmp_path)
    assert [text for text in TEXTS if found[text] is UNANSWERED] == [t for t in TEXTS if "DODELIJK" in t]
    again = parsed(tmp_path)
    assert all(again[text] == found[text] for text in TEXTS if "DODELIJK" not in text)
    assert not any(tree is UNANSWERED for tree in again.values())


def test_check_tells_the_text_at_which_pandoc_always_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "LUA", deadly(tmp_path / "lua", times=99))
    chapter = CHAPTER.replace("Doe nog iets.", "Doe nog iets DODELIJKS.")
    opened = open_edition(write_tree(tmp_path / "root", {"shared/2031/werken.yaml": chapter}), None)
    told = [(each.code, str(each.place)) for each in problems_of(opened) if each.severity is Severity.ERROR]
    assert told == [("SP830", "shared/2031/werken.yaml:18:15")]


def test_a_pandoc_that_ends_at_everything_is_no_fault_of_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "LUA", deadly(tmp_path / "lua", times=99, word="."))
    with pytest.raises(PressError) as failed:
        parsed(tmp_path)
    assert failed.value.problem.code == "SP801"
    assert failed.value.problem.args["said"] == f"the process ended with {-signal.SIGKILL}"


def test_a_text_that_takes_too_long_is_known_from_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lua").mkdir()
    asked = "  if text:find('TRAAG') then while true do end end\n"
    script = (pandoc.LUA / "parse.lua").read_text()
    line = KILLED["parse.lua"]
    (tmp_path / "lua/parse.lua").write_text(script.replace(line, asked + line))
    monkeypatch.setattr(pandoc, "LUA", tmp_path / "lua")
    monkeypatch.setattr(parsing, "PARSE_SECONDS", 3)
    texts = ["een", "- TRAAG", "- twee"]
    assert [tree is UNANSWERED for tree in parsed(tmp_path, texts).values()] == [False, True, False]


def test_a_text_that_wants_too_much_memory_is_known_from_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "MEMORY", ("+RTS", "-M64m", "-RTS"))
    texts = ["een", "- " + "*a* `b` " * 40_000, "- twee"]
    monkeypatch.setattr(parsing, "too_much", lambda text: False)
    assert [tree is UNANSWERED for tree in parsed(tmp_path, texts).values()] == [False, True, False]


def named(number: int, text: str) -> Job:
    whole = document()
    one = replace(whole, folder=f"2031/p{number}/nl", name=f"p{number}-2031-nl")
    return job(replace(one, blocks=[*whole.blocks, para(text)]), formats=["html", "pdf"])


def printed(folder: Path) -> list[Printed]:
    texts = ["goed", "DODELIJK", "ook goed"]
    jobs = [named(number, text) for number, text in enumerate(texts)]
    return print_documents(jobs, folder, folder / "outputs")


def test_a_pandoc_that_is_killed_while_it_writes_is_asked_again_and_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "LUA", deadly(tmp_path / "lua", times=1))
    made = printed(tmp_path)
    assert [sorted(each.files) for each in made] == [["html", "pdf"]] * 3
    assert [[found.code for found in each.problems] for each in made] == [[], ["SP821"], []]
    (told,) = made[1].problems
    assert told.args["said"] == f"the process ended with {-signal.SIGKILL}"


def test_a_document_that_always_kills_pandoc_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "LUA", deadly(tmp_path / "lua", times=99))
    made = printed(tmp_path)
    assert [sorted(each.files) for each in made] == [["html", "pdf"], [], ["html", "pdf"]]
    assert [[found.code for found in each.problems] for each in made] == [[], ["SP803", "SP803"], []]


def pandocs_of(parent: int) -> dict[int, str]:
    """The scripts that Pandoc runs in processes that descend from one, by process, as Linux tells them."""
    found: dict[int, str] = {}
    ahead = [parent]
    while ahead:
        for tasks in Path("/proc", str(ahead.pop()), "task").glob("*/children"):
            try:
                children = [int(each) for each in tasks.read_text().split()]
            except OSError:
                continue
            ahead += children
            found |= {each: script for each in children if (script := script_of(each))}
    return found


def script_of(process: int) -> str:
    try:
        name, *rest = Path("/proc", str(process), "cmdline").read_text().split("\0")
    except OSError:
        return ""
    scripts = [Path(each).name for each in rest if each.endswith(".lua")]
    return scripts[0] if scripts and name.endswith("pandoc") else ""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds processes as Linux has them")
@pytest.mark.parametrize("after", [0.0, 0.03, 0.1])
def test_a_build_outlives_its_pandocs(after: float, tmp_path: Path) -> None:
    write_tree(tmp_path)
    run = subprocess.Popen(
        command(tmp_path, "publish", "--engine", "local", "--workers", "1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    seen: set[str] = set()
    ends = time.monotonic() + 60
    while run.poll() is None and len(seen) < 2 and time.monotonic() < ends:
        for process, script in pandocs_of(run.pid).items():
            if script not in seen:
                time.sleep(after)
                if script_of(process) == script:  # it may be done, and its number another's
                    os.kill(process, signal.SIGKILL)
                seen.add(script)
        time.sleep(0.001)
    said, told = run.communicate(timeout=90)
    assert run.returncode == 0, told
    assert seen == {"parse.lua", "batch.lua"}
    assert "Traceback" not in said + told
    assert len([each for each in files_below(tmp_path / "outputs") if "/nl/" in each]) == 6
