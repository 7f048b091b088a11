"""Mistakes that people make in their first YAML: the line where the mistake is, and words that help them on."""

import pytest

from flows.problems.sentences import sentence
from flows.sources.yaml_files import marked_bytes
from tests.content_tree import OWN

VERB = "  - replace: vraag-een\n    text: Doe 300 dingen.\n"
TEXT = "  - fill: eigen-verhaal\n    text: |\n      Ons eigen verhaal.\n"
HEAD = 'province: oost\nedition: "2031"\n'

FILES: dict[str, tuple[str | bytes, str, str]] = {
    # what went wrong: (the file, place, words of the message)
    "no colon behind the verb": (OWN + "  - replace vraag-een\n    text: x\n", "8:5", "ontbreekt een dubbele punt"),
    "no colon behind a key": (OWN + "  - replace: vraag-een\n    text Doe dit.\n", "9:5", "ontbreekt een dubbele punt"),
    "no space behind a colon": (OWN + "  - replace:vraag-een\n    text: x\n", "8:12", "hoort een spatie"),
    "no space behind the colon of a variable": (HEAD + "variables:\n  hub:Hub Oost\n  labs: [a]\n", "4:6", "hoort een spatie"),
    "no space behind a dash": (OWN + "  -replace: vraag-een\n    text: x\n", "8:3", "hoort een spatie"),
    "a long dash": (OWN.replace("  - fill", "  – fill"), "6:3", "kort streepje"),
    "an even longer dash": (OWN.replace("  - fill", "  — fill"), "6:3", "kort streepje"),
    "a bullet for a dash": (OWN.replace("  - fill", "  • fill"), "6:3", "kort streepje"),
    "a star for a dash": (OWN.replace("  - fill", "  * fill"), "6:3", "kort streepje"),
    "a tab before a key": (OWN.replace("  hub", "\thub"), "4:1", "vervang de tab"),
    "a tab among spaces": (OWN.replace("    text", "  \ttext"), "7:3", "vervang de tab"),
    "a no-break space before a key": (OWN.replace("    text", "  \u00a0 text"), "7:3", "vaste spatie"),
    "a no-break space for the indentation": (OWN.replace("  hub", "\u00a0\u00a0hub"), "4:1", "vaste spatie"),
    "a no-break space behind a key": (OWN + "  - replace\u00a0: vraag-een\n    text: x\n", "8:12", "vaste spatie"),
    "a no-break space behind a colon": (OWN + "  - replace:\u00a0vraag-een\n    text: x\n", "8:13", "vaste spatie"),
    "a colon in a text": (OWN.replace("Ons eigen", "Let op: ons eigen"), "7:17", "dubbele punt in de tekst"),
    "a colon in a title": ("id: x\ntitle: Werken: nu\nblocks: []\n", "2:14", "dubbele punt in de tekst"),
    "a colon at the end of a text": (OWN.replace("Ons eigen verhaal.", "Wij vragen:"), "7:21", "dubbele punt in de tekst"),
    "curly quotes around a colon": (OWN.replace("Ons eigen verhaal.", "“Let op: dit”"), "7:11", "gekrulde"),
    "curly quotes around a key": (OWN + "  - “replace”: vraag-een\n  x: y\n", "8:5", "gekrulde"),
    "a single quote that is not closed": (OWN.replace("Hub Oost", "'Hub Oost"), "4:8", "niet gesloten"),
    "a double quote that is not closed": (OWN.replace("Hub Oost", '"Hub Oost'), "4:8", "niet gesloten"),
    "an apostrophe in single quotes": (OWN.replace("Hub Oost", "'Hub 's-Oost'"), "4:14", "hetzelfde aanhalingsteken"),
    "a quote in double quotes": (OWN.replace("Hub Oost", '"Hub "Oost" nu"'), "4:14", "hetzelfde aanhalingsteken"),
    "a backslash in double quotes": (OWN.replace("Hub Oost", '"C:\\Oost"'), "4:11", "enkele aanhalingstekens"),
    "a percent sign first": (OWN.replace("Hub Oost", "%Oost"), "4:8", "kan niet met dit teken beginnen"),
    "an at sign first": (OWN.replace("Hub Oost", "@oost"), "4:8", "kan niet met dit teken beginnen"),
    "a backtick first": (OWN.replace("Hub Oost", "`oost`"), "4:8", "kan niet met dit teken beginnen"),
    "a bracket that is not closed": (OWN.replace("Hub Oost", "[Hub, Oost"), "4:8", "haak"),
    "a brace that is not closed": (OWN.replace("Hub Oost", "{Hub: Oost"), "4:8", "haak"),
    "a line too far to the left": (OWN + "  - replace: vraag-een\n   text: x\n", "9:4", "inspringing"),
    "a line too far to the right": (OWN + "  - replace: vraag-een\n     text: x\n", "9:10", ""),
    "a text as deep as its key": (TEXT.join([OWN[: OWN.index("  - fill")], ""]).replace("      Ons", "    Ons"), "8:5", "dieper inspringen"),
    "a text at the margin": (TEXT.join([OWN[: OWN.index("  - fill")], ""]).replace("      Ons", "Ons"), "8:1", "dieper inspringen"),
    "a merge in git": (OWN.replace("  hub", "<<<<<<< HEAD\n  hub").replace("overrides", "=======\n>>>>>>> tak\noverrides"), "4:1", "samenvoeging"),
    "a merge in a list": (OWN + "<<<<<<< HEAD\n" + VERB + "=======\n" + VERB + ">>>>>>> tak\n", "8:1", "samenvoeging"),
    "two documents": (OWN + "---\nx: 1\n", "8:1", "één stuk YAML"),
    "a vertical tab": (OWN.replace("eigen", "ei\x0bgen", 2), "6:13", "verticale tab (U+000B)"),
    "a control character in a comment": (OWN + "# \x07\n", "8:3", "belteken (U+0007)"),
    "a form feed": (OWN.replace("Hub Oost", "Hub\x0cOost"), "4:11", "paginascheiding"),
    "UTF-16 from Notepad": (OWN.encode("utf-16"), "1:1", "UTF-8"),
    "UTF-16 the other way round": (b"\xfe\xff" + OWN.encode("utf-16-be"), "1:1", "UTF-8"),
    "Windows-1252": (OWN.replace("Hub", "Caf\u00e9").encode("cp1252"), "4:11", "Sla het opnieuw op als UTF-8"),
    "a reference": (OWN.replace("Hub Oost", "*hub"), "4:8", ""),
    "an anchor": (OWN.replace("Hub Oost", "&hub Oost"), "4:8", "aanhalingstekens"),
    "a tag": (OWN.replace("Hub Oost", "!hub Oost"), "4:8", "aanhalingstekens"),
    "a key twice": (OWN + "province: oost\n", "8:1", "twee keer"),
    "a word without a key": (HEAD + "zomaar een regel\nvariables:\n  hub: x\n", "3:1", "dubbele punt"),
    "nothing at all": ("", "1:1", "leeg"),
    "a list for a file": ("- a\n- b\n", "1:1", "blok met sleutels"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_the_message_is_at_the_line_of_the_mistake_and_helps(name: str) -> None:
    content, place, words = FILES[name]
    read, problems = marked_bytes(content if isinstance(content, bytes) else content.encode(), "oost.yaml")
    assert read is None
    told = sentence(problems[0], "nl")
    assert (str(problems[0].place), words in told) == (f"oost.yaml:{place}", True), told
    assert not {"expected", "found", "while", "token", "mapping", "scanner"} & {*told.split()}


def test_a_mark_at_the_start_and_any_line_end_simply_work() -> None:
    for content in (b"\xef\xbb\xbf" + OWN.encode(), OWN.replace("\n", "\r\n").encode()):
        read, problems = marked_bytes(content, "oost.yaml")
        assert problems == []
        assert read is not None
        assert read.data["province"] == "oost"


def test_there_are_as_many_examples_as_mistakes_that_people_make() -> None:
    assert len(FILES) >= 40
