import subprocess
import sys
import threading
from pathlib import Path

from flows.engine.in_process import build_in_process
from tests.engine.fakes import Listener, Press, work_of

REPOSITORY = Path(__file__).parents[2]


def test_outcomes_come_in_the_order_of_the_plan_and_are_told_in_the_calling_thread() -> None:
    listener = Listener()
    outcomes = build_in_process(work_of(*"abcdefg", on_outcome=listener), 3)
    assert [outcome.name for outcome in outcomes] == list("abcdefg")
    assert sorted(listener.heard) == list("abcdefg")
    assert listener.threads == {threading.current_thread().name}


def test_one_bad_document_costs_the_others_nothing() -> None:
    outcomes = build_in_process(work_of(*"abcd", build=Press(bad=frozenset("b"))), 2)
    assert [outcome.name for outcome in outcomes if outcome.problems] == ["b"]


def test_a_chunk_that_breaks_is_tried_again() -> None:
    press = Press(broken=frozenset("a"), breaks=1)
    outcomes = build_in_process(work_of(*"abcd", build=press), 1)
    assert not any(outcome.problems for outcome in outcomes)
    assert press.tried == ["a", "a", "c"]


def test_a_chunk_that_stays_broken_gives_a_problem_for_each_of_its_documents() -> None:
    press = Press(broken=frozenset("a"))
    outcomes = build_in_process(work_of(*"abcd", build=press), 2)
    assert [len(outcome.problems) for outcome in outcomes] == [1, 1, 0, 0]
    assert outcomes[1].problems[0].args == {"document": "b", "said": "the press is on fire"}
    assert press.tried.count("a") == 2


def test_it_does_without_prefect() -> None:
    program = (
        "import sys\n"
        "from flows.engine.in_process import build_in_process\n"
        "from flows.engine import engines, failure\nfrom flows.engine.server import embedded, serve, settings\n"
        "from tests.engine.fakes import work_of\n"
        "built = build_in_process(work_of('a', 'b', 'c'), 2)\n"
        "print(len(built), 'prefect' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=REPOSITORY,
        check=True,
    )
    assert done.stdout == "3 False\n"
