"""A document is made again when something changes that it prints, and not for anything else."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.publish.plan import plan
from flows.publish.requests import Request
from tests.content_tree import CHAPTER, OWN
from tests.documents.test_brand import neutral
from tests.english_tree import english, write_english_tree
from tests.translated_tree import ENGLISH

WERKEN, OOST, WEST = "shared/2031/werken.yaml", "provinces/oost", "provinces/west"
LABELS = "language: {0}\nlocale: {0}_{1}\nlabels: {{asks: {2}}}\n"
NL, EN, OTHER = "oost-2031-nl", "oost-2031-en", "west-2031-nl"
START = {
    f"{OOST}/province.yaml": ENGLISH.replace("contact:", "codes: {iso: NL-O, cbs: PV}\ncontact:"),
    f"{OOST}/2031.yaml": OWN + "  - replace: vraag-een\n    text: Doe onze dingen.\n",
    "shared/languages/nl.yaml": LABELS.format("nl", "NL", "Vragen"),
    "shared/languages/en.yaml": LABELS.format("en", "GB", "Asks"),
    "shared/brand/brand.yaml": neutral(),
}
CHANGES: Mapping[str, tuple[str, str, set[str]]] = {
    "name in Dutch": (f"{OOST}/province.yaml", "{name: Oost", {NL}),
    "form that is printed, in English": (f"{OOST}/province.yaml", "in East", {EN}),
    "form that is not printed": (f"{OOST}/province.yaml", "of East", set()),
    "code of the province": (f"{OOST}/province.yaml", "iso: NL-O", {NL, EN}),
    "code that is not printed": (f"{OOST}/province.yaml", "cbs: PV", set()),
    "capital that is not printed": (f"{OOST}/province.yaml", "Ooststad", set()),
    "contact": (f"{OOST}/province.yaml", "Secretaris", {NL, EN}),
    "variable that is printed": (f"{WEST}/2031.yaml", "Hub West", {OTHER}),
    "variable that is not printed": (f"{WEST}/2031.yaml", "[een", set()),
    "label in Dutch": ("shared/languages/nl.yaml", "Vragen", {NL, OTHER}),
    "label in English": ("shared/languages/en.yaml", "Asks", {EN}),
    "text that one province replaces": (WERKEN, "Doe 250 dingen", {OTHER}),
    "text of all": (WERKEN, "Eerste thema", {NL, EN, OTHER}),
    "own text": (f"{OOST}/2031.yaml", "Ons eigen verhaal", {NL, EN}),
    "translation": ("shared/2031/en.po", english("Doe nog iets"), {EN}),
    "translation of own text": (f"{OOST}/2031.en.po", english("Ons eigen verhaal"), {EN}),
    "translation of a text that is replaced": ("shared/2031/en.po", english("Doe 250 dingen"), set()),
    "brand": ("shared/brand/brand.yaml", "Georgia", {NL, EN, OTHER}),
    "comment": (WERKEN, "# voor collega's", set()),
}
"""Where a change is made, the words it is made behind, and the documents that show it."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = tmp_path_factory.mktemp("tree")
    extra = {
        WERKEN: "# voor collega's\n" + CHAPTER,
        f"{WEST}/2031.yaml": OWN.replace("oost", "west")
        .replace("Oost", "West")
        .replace("overrides:", "  labs: [een, twee]\noverrides:"),
    }
    content = write_english_tree(root, START | extra)
    return {name: (root / name).read_text(encoding="utf-8") for name in content.sources()}


def keys(files: Mapping[str, str]) -> dict[str, str]:
    with TemporaryDirectory() as name:
        for file, text in files.items():
            path = Path(name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        made = plan(Request(root=name))
        assert {row.document for row in made.rows} == {NL, EN, OTHER}, made.problems
        return {row.document: row.key for row in made.rows}


@settings(max_examples=40, deadline=None)
@given(
    st.sets(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3),
    st.text("abcdefghij", min_size=3, max_size=9),
)
def test_a_change_makes_exactly_the_documents_again_that_show_it(
    files: dict[str, str], changed: set[str], word: str
) -> None:
    after, shown = dict(files), set[str]()
    for each in changed:
        file, behind, documents = CHANGES[each]
        assert after[file].count(behind) >= 1, (file, behind)
        after[file] = after[file].replace(behind, f"{behind}{word}", 1)
        shown |= documents
    before = keys(files)
    assert {name for name, key in keys(after).items() if key != before[name]} == shown
