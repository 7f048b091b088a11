"""`publish --cards`: pictures count like other files, and go with the asks they are of."""

from pathlib import Path
from typing import Any

import pytest

from flows.engine.builds import Build
from flows.engine.engines import Engine
from flows.publish.requests import Plan, Request
from flows.publish.run import run
from tests.content_tree import OWN, write_tree

WEST = "outputs/2031/west/nl"


def build(root: Path, **chosen: Any) -> Build[Plan]:
    request = Request(root=str(root), **{"formats": ("html",), "cards": True, **chosen})
    return run(request, Engine.LOCAL, 1, on_plan=lambda _: None, on_outcome=lambda _: None)


def cards(root: Path) -> set[str]:
    return {path.name for path in (root / WEST / "cards").glob("*")}


def test_they_are_made_when_asked_for_and_made_again_when_gone(tmp_path: Path) -> None:
    write_tree(tmp_path)
    build(tmp_path, cards=False)
    assert cards(tmp_path) == set()
    build(tmp_path)
    made = cards(tmp_path)
    assert "_cover.png" in made and len(made) > 1
    assert build(tmp_path).plan.jobs == ()
    before = (tmp_path / WEST / "cards/_cover.png").read_bytes()
    (tmp_path / WEST / "cards/_cover.png").unlink()
    (task,) = build(tmp_path).plan.jobs
    assert task.job.formats == ("cards/_cover.png",)
    assert (tmp_path / WEST / "cards/_cover.png").read_bytes() == before


def test_the_picture_of_an_ask_that_is_gone_is_pruned_and_nothing_else(tmp_path: Path) -> None:
    own = OWN.replace("oost", "west").replace("Oost", "West")
    extra = "  - insert: west-vraag\n    after: vraag-een\n    kind: ask\n    text: Doe dit ook.\n"
    write_tree(tmp_path, {"provinces/west/2031.yaml": own + extra})
    build(tmp_path)
    assert "west-vraag.png" in cards(tmp_path)
    write_tree(tmp_path, {"provinces/west/2031.yaml": own})
    left = build(tmp_path).plan.leftovers
    assert [each.path for each in left] == ["2031/west/nl/cards/west-vraag.png"]
    before = cards(tmp_path)
    build(tmp_path, cards=False, prune=True)
    assert before - cards(tmp_path) == {"west-vraag.png"}
    assert build(tmp_path).plan.leftovers == ()


@pytest.mark.parametrize("cards", [True, False])
def test_a_page_names_the_picture_of_its_cover_where_it_is_made_and_its_address_known(
    cards: bool, tmp_path: Path
) -> None:
    from tests.documents.test_brand import neutral

    brand = f"{neutral()}site: https://voorbeeld.nl/uit\n"
    write_tree(tmp_path, {"shared/brand/brand.yaml": brand})
    build(tmp_path, cards=cards)
    page = (tmp_path / WEST / "west-2031-nl.html").read_text(encoding="utf-8")
    address = "https://voorbeeld.nl/uit/2031/west/nl/cards/_cover.png"
    assert (f'<meta property="og:image" content="{address}">' in page) is cards
    assert ("og:image" in page) is cards
