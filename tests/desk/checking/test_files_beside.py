"""The files beside the texts: what is odd about any of them is shown by `check`, and costs nothing."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.opening.editions import open_edition
from flows.problems.records import has_errors
from tests.content_tree import EDITION, write_tree

NEUTRAL = files("flows.sources") / "neutral"
BRAND = (NEUTRAL / "brand.yaml").read_text(encoding="utf-8")
DUTCH = (NEUTRAL / "languages" / "nl.yaml").read_text(encoding="utf-8")
RULING = (
    "rulings:\n  - block: vraag-een\n    change: 0a1b2c3d\n    reason: zo bedoeld #niet\n    drop: [getal]\n"
)
TERMS = "terms:\n  - dutch: bedrijf\n    note: zo #niet anders\n    preferred: {en: [company]}\n"
BESIDE = {
    "shared/terms.yaml": TERMS,
    "shared/languages/nl.yaml": DUTCH.replace("  as_of: peildatum", "  as_of: peildatum #zo"),
    "shared/brand/brand.yaml": re.sub(r"(?m)^name: .*", r"\g<0> #zo", BRAND),
    "shared/2031/since-2027.yaml": RULING,
}


@pytest.mark.parametrize("file", BESIDE)
def test_what_is_odd_about_a_file_is_shown(file: str, tmp_path: Path) -> None:
    text = BESIDE[file]
    older = {"shared/2027/edition.yaml": EDITION.replace("2031", "2027").replace("[werken]", "[]")}
    content = write_tree(tmp_path, {file: text, **older})
    _, _, found = check(content, "2031")
    assert [each.code for each in found if each.place and each.place.file == file] == ["SP131"]
    opened = open_edition(content, "2031", translations=True)
    assert opened.looks is not None
    assert not has_errors(found)


def test_a_language_that_cannot_be_read_is_an_error_before_anything_is_made(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"shared/languages/nl.yaml": "language: nl\nlabels: {\n"})
    _, _, found = check(content, "2031")
    assert {each.place.file for each in found if each.place and has_errors([each])} == {
        "shared/languages/nl.yaml"
    }
