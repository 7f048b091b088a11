"""A local program as an engine: it starts once, and every way in which it fails has a sentence."""

import os
import shlex
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.problems.sentences import sentence
from flows.translation.masking import Masked, masked
from flows.translators.failures import TranslatorFailed
from flows.translators.patience import Patience
from flows.translators.program import SECONDS, Program

TEXTS = [masked("Wij {{ hub }}"), masked("Zij"), masked("Jullie ×")]
START = "import json, os, sys, time\nsys.stdin.reconfigure(encoding='utf-8')\nsys.stdout.reconfigure(encoding='utf-8')\n"
ANSWER = "print(json.dumps({'id': said['id'], 'text': said['text'].upper() + said['target']}), flush=True)"
SOUND = f"for line in sys.stdin:\n    said = json.loads(line)\n    {ANSWER}\n"


class Made:
    """Programs that are ended after the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs: list[Program] = []

    def program(self, code: str, seconds: str = "20") -> Program:
        path = self.folder / "program.py"
        path.write_text(START + code, encoding="utf-8")
        command = shlex.join([sys.executable, str(path)])
        self.programs.append(Program({**os.environ, SECONDS: seconds}, command))
        return self.programs[-1]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    found = Made(tmp_path)
    yield found
    for each in found.programs:
        each.close()


def texts(program: Program) -> list[str | None]:
    answers = program.translate(TEXTS, "nl", "fy", {})
    return [each.text if each is not None else None for each in answers]


def failure(program: Program, asked: Sequence[Masked] = TEXTS) -> TranslatorFailed:
    with pytest.raises(TranslatorFailed) as caught:
        program.translate(asked, "nl", "fy", {})
    return caught.value


def test_every_text_gets_its_answer_in_any_language(made: Made) -> None:
    assert texts(made.program(SOUND)) == ["WIJ ⟦1⟧fy", "ZIJfy", "JULLIE ×fy"]


def test_answers_may_come_in_any_order_and_be_none(made: Made) -> None:
    code = (
        "all = [json.loads(sys.stdin.readline()) for _ in range(3)]\n"
        "for said in reversed(all):\n"
        "    print(json.dumps({'id': said['id'], 'text': said['text'] if said['id'] != 2 else None}), flush=True)\n"
        "sys.stdin.read()\n"
    )
    assert texts(made.program(code)) == ["Wij ⟦1⟧", None, "Jullie ×"]


def test_it_starts_once_and_ends_with_its_input(made: Made) -> None:
    code = "started = str(os.getpid())\nfor line in sys.stdin:\n    said = json.loads(line)\n"
    code += "    print(json.dumps({'id': said['id'], 'text': started}), flush=True)\n"
    code += "open(sys.argv[0] + '.ended', 'w').close()\n"
    program = made.program(code)
    assert len({*texts(program), *texts(program)}) == 1
    program.close()
    assert (made.folder / "program.py.ended").exists()


def test_more_text_than_a_pipe_holds_does_not_stand_still(made: Made) -> None:
    program = made.program(SOUND)
    long = masked("woord " * 60_000)
    answers = program.translate([long, long], "nl", "en", {})
    assert [len(each.text) for each in answers if each is not None] == [360_002, 360_002]


def test_a_crash_tells_its_last_words_and_may_pass(made: Made) -> None:
    code = "sys.stdin.readline()\nprint('loading', file=sys.stderr)\nraise MemoryError('no room for the model')\n"
    found = failure(made.program(code))
    assert (found.problem.code, found.is_passing) == ("SP887", True)
    assert "exit 1" in sentence(found.problem, "en")
    assert "MemoryError: no room for the model" in sentence(found.problem, "en")


def test_after_a_crash_in_the_middle_it_is_started_again(made: Made) -> None:
    code = (
        "mark = sys.argv[0] + '.mark'\n"
        "for line in sys.stdin:\n"
        "    said = json.loads(line)\n"
        "    if said['id'] == 2 and not os.path.exists(mark):\n"
        "        open(mark, 'w').close()\n"
        "        os._exit(9)\n"
        f"    {ANSWER}\n"
    )
    program = made.program(code)
    answers = Patience(first=0.001).asked(lambda: program.translate(TEXTS, "nl", "fy", {}))
    assert [each.text for each in answers if each is not None] == ["WIJ ⟦1⟧fy", "ZIJfy", "JULLIE ×fy"]


def test_a_program_that_says_nothing_is_stopped_in_time(made: Made) -> None:
    code = "print('thinking', file=sys.stderr, flush=True)\ntime.sleep(600)\n"
    found = failure(made.program(code, "1"), TEXTS[:1])
    assert (found.problem.code, found.problem.args["reason"]) == ("SP887", "time-out")
    assert found.problem.args["said"] == "thinking"


@pytest.mark.parametrize(
    "line",
    [
        "Loading model...",
        '{"id": 1}',
        '{"id": "1", "text": "x"}',
        '{"id": 7, "text": "x"}',
        '{"id": 1, "text": 5}',
        "[]",
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_answer_is_shown(line: str, made: Made) -> None:
    found = failure(made.program(f"sys.stdin.readline()\nprint({line!r}, flush=True)\nsys.stdin.read()\n"))
    assert (found.problem.code, found.is_passing) == ("SP886", False)


def test_the_same_answer_twice_is_no_answer(made: Made) -> None:
    line = 'print(json.dumps({"id": 1, "text": "x"}), flush=True)\n'
    assert failure(made.program(f"{line}{line}sys.stdin.read()\n")).problem.code == "SP886"


def test_an_answer_too_many_is_not_taken_for_one_to_the_next_question(made: Made) -> None:
    program = made.program(SOUND + f"    {ANSWER}\n")
    assert [each.text for each in program.translate(TEXTS[1:2], "nl", "fy", {}) if each] == ["ZIJfy"]
    assert failure(program, TEXTS[2:]).problem.code == "SP886"


def test_a_program_that_talks_before_it_reads_a_long_text_is_ended(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.translators.program._ENDS_WITHIN", 0.1)
    program = made.program("print('Loading model', flush=True)\ntime.sleep(20)\n")
    start = time.monotonic()
    assert failure(program, [masked("woord " * 60_000)]).problem.code == "SP886"
    assert time.monotonic() - start < 10


def test_a_program_is_ended_while_somebody_waits_for_it(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.translators.program._ENDS_WITHIN", 0.1)
    program = made.program("print(sys.stdin.readline(), file=sys.stderr, flush=True)\ntime.sleep(20)\n")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(failure, program)
        time.sleep(0.5)
        start = time.monotonic()
        program.close()
        assert waiting.result().problem.code == "SP887"
    assert time.monotonic() - start < 10


def test_a_program_that_is_not_there_is_not_tried_again() -> None:
    found = failure(Program({}, "/does/not/exist"))
    assert (found.problem.code, found.is_passing) == ("SP887", False)


@pytest.mark.parametrize("command", ["", "   ", "'half a quote"])
def test_without_a_program_the_sentence_names_the_variable(command: str) -> None:
    found = failure(Program({"STANDPUNT_TRANSLATE_COMMAND": command}))
    assert (found.problem.code, found.problem.args["variable"]) == ("SP881", "STANDPUNT_TRANSLATE_COMMAND")


def test_another_program_has_another_version(made: Made) -> None:
    assert Program({}, "a b").version != Program({}, "a c").version
