"""A portal that is written again by somebody who has not read the sources."""

import json
from pathlib import Path

from flows.desk.opening.looks import open_looks
from flows.engine.engines import Engine
from flows.engine.portals import put_up_again
from flows.press.portal.printing import is_current
from flows.publish.requests import Request
from flows.publish.run import run
from flows.sources.content import Content
from tests.content_tree import PROVINCE, write_tree

REPORT = "compare/2027-2031/national/nl/report.html"


def built(root: Path) -> Path:
    """The output folder of a build in which every kind of value of an outline occurs."""
    tile = PROVINCE.replace("capital:", "tile: {column: 3, row: 2}\ncapital:")
    write_tree(root, {"provinces/oost/province.yaml": tile})

    def ignore(_: object) -> None:
        return None

    run(Request(root=str(root), formats=("html",)), Engine.LOCAL, 1, on_plan=ignore, on_outcome=ignore)
    return root / "outputs"


def again(root: Path, out: Path) -> None:
    looks, _ = open_looks(Content(root))
    assert looks is not None
    put_up_again("2031", looks, root, out)


def test_a_portal_that_is_put_up_again_is_the_same_while_its_files_are(tmp_path: Path) -> None:
    out = built(tmp_path)
    before = (out / "2031/index.html").read_bytes()
    (out / "2031/index.html").unlink()
    again(tmp_path, out)
    assert (out / "2031/index.html").read_bytes() == before


def test_it_links_a_report_that_came_later_and_stays_current_for_the_next_build(tmp_path: Path) -> None:
    out = built(tmp_path)
    sources = json.loads((out / ".standpunt/portals/2031.json").read_text())["sources"]
    (out / REPORT).parent.mkdir(parents=True)
    (out / REPORT).write_text("x")
    assert not is_current(out, "2031", sources)
    again(tmp_path, out)
    assert f'href="../{REPORT}"' in (out / "2031/index.html").read_text(encoding="utf-8")
    assert is_current(out, "2031", sources)


def test_a_portal_that_was_never_built_is_not_made_of_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path)
    again(tmp_path, tmp_path / "outputs")
    assert not (tmp_path / "outputs").exists()
