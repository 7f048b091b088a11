"""The portal of a build: always there, always of every province, and no reason to work twice."""

import shutil
from pathlib import Path

import pytest

from flows.engine.builds import Build
from flows.engine.engines import Engine
from flows.publish.requests import Plan, Request
from flows.publish.run import run
from tests.content_tree import ADOPTED, CHAPTER, EDITION, OWN, PROVINCE, own, write_tree

PORTAL = "outputs/2031/index.html"


def build(root: Path, **chosen: object) -> Build[Plan]:
    def ignore(_: object) -> None:
        return None

    request = Request(root=str(root), **{"formats": ("html",), **chosen})  # type: ignore[arg-type]
    return run(request, Engine.LOCAL, 1, on_plan=ignore, on_outcome=ignore)


def did_nothing(done: Build[Plan]) -> bool:
    """Whether the fast path answered: its plans have no portal to print."""
    return done.plan.portal is None


def read(root: Path) -> str:
    return (root / PORTAL).read_text(encoding="utf-8")


def test_a_build_lists_every_province_and_only_the_files_that_are_there(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path, provinces=("west",))
    page = read(tmp_path)
    assert 'id="oost"' in page and 'id="west"' in page
    assert 'href="west/nl/west-2031-nl.html"' in page and "oost-2031-nl.html" not in page
    build(tmp_path, provinces=("oost",))
    assert 'href="west/nl/west-2031-nl.html"' in read(tmp_path) and "oost-2031-nl.html" in read(tmp_path)


@pytest.mark.parametrize("missing", [PORTAL, "outputs/2031/west/nl/west-2031-nl.html"])
def test_what_was_deleted_is_made_again(missing: str, tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path)
    before = read(tmp_path)
    assert did_nothing(build(tmp_path))
    (tmp_path / missing).unlink()
    assert not did_nothing(build(tmp_path))
    assert read(tmp_path) == before
    assert did_nothing(build(tmp_path))


def test_a_file_outside_of_the_selection_that_is_gone_loses_its_link(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path, provinces=("oost",))
    build(tmp_path, provinces=("west",))
    build(tmp_path, provinces=("oost",))
    assert did_nothing(build(tmp_path, provinces=("oost",)))
    shutil.rmtree(tmp_path / "outputs/2031/west")
    build(tmp_path, provinces=("oost",))
    assert "west-2031-nl.html" not in read(tmp_path)


def test_a_new_report_is_linked_by_a_build_that_makes_nothing_else(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path)
    report = tmp_path / "outputs/compare/2027-2031/national/nl/report.html"
    report.parent.mkdir(parents=True)
    report.write_text("x")
    done = build(tmp_path)
    assert done.plan.jobs == ()
    assert 'href="../compare/2027-2031/national/nl/report.html"' in read(tmp_path)


def test_a_province_with_errors_is_shown_as_left_out_with_its_earlier_version(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path)
    write_tree(tmp_path, own("  - remove: vraag-en\n"))
    build(tmp_path, provinces=("west",))
    page = read(tmp_path)
    assert "weggelaten wegens fouten" in page
    assert 'class="outdated" href="oost/nl/oost-2031-nl.html"' in page
    write_tree(tmp_path)
    build(tmp_path)
    assert "weggelaten wegens fouten" not in read(tmp_path)


def test_formats_that_this_build_did_not_make_anew_are_marked(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path, formats=("html", "pdf"))
    write_tree(tmp_path, {"provinces/oost/2031.yaml": OWN.replace("Ons eigen", "Ons nieuwe")})
    build(tmp_path, formats=("html",))
    page = read(tmp_path)
    assert 'class="outdated" href="oost/nl/oost-2031-nl.pdf"' in page
    assert 'class="outdated" href="oost/nl/oost-2031-nl.html"' not in page
    assert 'class="outdated" href="west/nl/west-2031-nl.pdf"' not in page


def test_what_is_left_to_do_is_counted(tmp_path: Path) -> None:
    write_tree(
        tmp_path, {"shared/2031/werken.yaml": CHAPTER.replace("source: Bureau", "source: te bevestigen")}
    )
    build(tmp_path)
    page = read(tmp_path)
    assert "<strong>1</strong> <span>lege plekken" in page
    assert "<strong>2</strong> <span>te bevestigen" in page.split('class="national"')[1].split("</div>")[0]


def test_portal_and_build_count_the_same_whatever_the_build_is_about(tmp_path: Path) -> None:
    write_tree(
        tmp_path, {"shared/2031/werken.yaml": CHAPTER.replace("source: Bureau", "source: te bevestigen")}
    )
    warnings = build(tmp_path).plan.warnings
    assert warnings > 1
    assert f"<dd>{warnings}</dd>" in read(tmp_path)
    build(tmp_path, provinces=("west",), force=True)
    assert f"<dd>{warnings}</dd>" in read(tmp_path)


def test_only_the_status_takes_the_mark_of_a_draft_away(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path, final=True)
    assert 'class="draft"' in read(tmp_path)
    write_tree(tmp_path, ADOPTED)
    build(tmp_path, provinces=("west",))
    assert 'class="draft"' not in read(tmp_path)


def test_tiles_come_from_the_province_files(tmp_path: Path) -> None:
    tile = PROVINCE.replace("capital:", "tile: {column: 3, row: 2}\ncapital:")
    write_tree(tmp_path, {"provinces/oost/province.yaml": tile})
    build(tmp_path)
    assert '<li style="--column:3;--row:2" data-of="oost">' in read(tmp_path)
    write_tree(tmp_path, {"provinces/oost/province.yaml": tile.replace("3", "0")})
    done = build(tmp_path)
    assert [each.code for each in done.plan.problems if each.severity == "error"] == ["SP114"]


def test_a_title_that_every_province_fills_in_is_not_shown_with_its_braces(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {"shared/2031/edition.yaml": EDITION.replace("title: Samen", "title: Voor {{ province.name }}")},
    )
    build(tmp_path)
    assert "<h1>Vereniging Test</h1>" in read(tmp_path)
    assert "{{" not in read(tmp_path)


def test_a_broken_edition_leaves_the_portal_as_it_was(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path)
    before = read(tmp_path)
    write_tree(tmp_path, {"shared/2031/edition.yaml": "edition: [\n"})
    made: Plan = build(tmp_path).plan
    assert made.portal is None
    assert read(tmp_path) == before


def test_the_deployed_flow_writes_the_same_portal(tmp_path: Path, server: object) -> None:
    from flows.publish.flow import publish

    for name in ("local", "flow"):
        write_tree(tmp_path / name)
    build(tmp_path / "local")
    publish(root=str(tmp_path / "flow"), formats=["html"])
    assert read(tmp_path / "flow") == read(tmp_path / "local")
