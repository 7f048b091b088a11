"""A server of our own that is killed costs no document, whenever that happens."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
PROGRAM = """
import json, sys, threading
from pathlib import Path
from flows.engine import engines
from flows.engine.documents import Documents
from tests.engine.fakes import Press, work_of

root, moment = Path(sys.argv[1]), sys.argv[2]


def kill(shop):
    process = shop._served._own.child.process
    process.kill()
    process.wait()


class Killing(Press):
    def __call__(self, chunk):
        if moment in [job.name for job in chunk.jobs] and not self.tried.count(chunk.jobs[0].name):
            kill(shop)
        return super().__call__(chunk)


def flow():
    from flows.publish.flow import publish
    if moment == "import":
        kill(shop)
    return publish


with engines.workshop(root, engines.Engine.PREFECT) as shop:
    if moment == "start":
        kill(shop)
    work = work_of(*"abcdefgh", build=Killing())
    ran = shop.do(Documents(work, 2), {"edition": "2031", "root": "."}, flow)
    kill(shop)  # and once more: leaving is not to hang either
outcomes = work.outcomes()
names, wrong = [each.name for each in outcomes], [p.code for each in outcomes for p in each.problems]
print(json.dumps([names, wrong, ran.engine, [each.code for each in ran.problems], work.is_done]))
"""


def built(root: Path, moment: str) -> list[object]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(root), moment],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=REPOSITORY,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    answer: list[object] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.mark.parametrize("moment", ["start", "import"])
def test_before_the_work_all_of_it_is_done_without_prefect(moment: str, tmp_path: Path) -> None:
    assert built(tmp_path, moment) == [[*"abcdefgh"], [], "local", ["SP831"], True]


@pytest.mark.parametrize("moment", ["a", "h"])
def test_during_the_work_every_document_is_made(moment: str, tmp_path: Path) -> None:
    names, wrong, _, told, is_done = built(tmp_path, moment)
    assert (names, wrong, is_done) == ([*"abcdefgh"], [], True)
    assert told in ([], ["SP831"])  # a client that needed no server any more has not missed it
