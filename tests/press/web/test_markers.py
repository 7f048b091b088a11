"""What people write is never taken for a place of the template."""

from pathlib import Path

import pytest

from flows.cli.main import run
from tests.content_tree import CHAPTER, EDITION, write_tree

MARKERS = ["/* style */", "/* script */", "{/* words */}", "$body$"]


@pytest.mark.parametrize("marker", MARKERS)
def test_a_title_may_hold_what_a_template_looks_for(marker: str, tmp_path: Path) -> None:
    changes = {
        "shared/2031/edition.yaml": EDITION.replace("title: Samen", f'title: "Samen {marker} verder"'),
        "shared/2031/werken.yaml": CHAPTER.replace("title: Eerste thema", f'title: "Eerste {marker} thema"'),
    }
    write_tree(tmp_path, changes)
    arguments = ["publish", "--province", "oost", "--format", "html", "--engine", "local"]
    assert run([*arguments, "--root", str(tmp_path)], "nl") == 0
    (page,) = (tmp_path / "outputs/2031/oost").rglob("*.html")
    text = page.read_text()
    head, _, body = text.partition("<body")
    assert f"Samen {marker} verder" in head.partition("</title>")[0]
    assert f"Eerste {marker} thema" in body
    style = head.partition("<style>\n")[2].partition("</style>")[0]
    assert "--ink" in style and "<" not in style
    assert head.count("<style>") == 1 and "/* style */" not in style
