"""The commands that send texts to a translator and take them back."""

from pathlib import Path

import pytest

from flows.cli.main import run
from flows.sources.content import Content
from tests.content_tree import PROVINCE, write_tree

ENGLISH = PROVINCE.replace("[nl]", "[nl, en]").replace(
    "contact:", "  en: {name: East, in: in East, of: of East, adjective: Eastern}\ncontact:"
)
NATIONAL = "shared/2031/en.po"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    tree = write_tree(tmp_path / "root", {"provinces/oost/province.yaml": ENGLISH})
    monkeypatch.chdir(tmp_path)
    assert run(["translate", "--root", "root", "sync", "2031"], "nl") == 0
    return tree


def export(*arguments: str) -> int:
    return run(["translate", "--root", "root", "export", "2031", "--lang", "en", *arguments], "nl")


def take(*arguments: str, ui: str = "nl") -> int:
    return run(
        ["translate", "--root", "root", "import", "--lang", "en", *arguments], "nl" if ui == "nl" else "en"
    )


def test_a_file_goes_under_its_own_name_or_under_the_one_that_is_given(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("--format", "xliff") == 0
    assert Path("standpunt-2031-landelijk-en.xlf").is_file()
    assert "(teksten 18, Nederlandse woorden 41)" in capsys.readouterr().out
    assert export("--format", "po", "--out", "bureau/werk.po", "--state", "missing") == 0
    assert b"X-Standpunt-File: shared/2031/en.po" in Path("bureau/werk.po").read_bytes()
    assert export("--format", "po", "--province", "oost", "--out", "bureau") == 0
    assert Path("bureau/standpunt-2031-oost-en.po").is_file()
    assert export("--format", "po", "--out", "nieuw/map/") == 0
    assert Path("nieuw/map/standpunt-2031-landelijk-en.po").is_file()
    assert export("--format", "tmx", "--out", "bureau") == 0
    assert Path("bureau/standpunt-en.tmx").is_file()
    assert export("--format", "po", "--state", "approved", "--out", "niets.po") == 0
    assert b'msgctxt "' not in Path("niets.po").read_bytes()


def test_an_import_tells_what_became_of_every_text(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    export("--format", "xliff", "--out", "werk.xlf")
    path = Path("werk.xlf")
    first, unit, rest = path.read_text().partition('resname="vraag-een#text"')
    path.write_text(
        first
        + unit
        + rest.replace(
            '<target state="needs-translation"></target>', '<target state="final">Do 250 things.</target>', 1
        )
    )
    capsys.readouterr()
    assert take("werk.xlf", "--dry-run") == 0
    left = "Niet overgenomen 17: zonder vertaling 17"
    assert capsys.readouterr().out.splitlines() == [
        f"Zou veranderen: {NATIONAL}", "Overgenomen 1: nog goed te keuren 1", left,
    ]  # fmt: skip
    assert take("werk.xlf", "--trust-approved", ui="en") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Written: {NATIONAL}", "Taken over 1: approved 1", "Not taken over 17: without a translation 17",
    ]  # fmt: skip
    assert take("werk.xlf", "--edition", "2031") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Onveranderd: {NATIONAL}", "Er is niets overgenomen.", "Onveranderd 1", left,
    ]  # fmt: skip
    path.write_text(path.read_text().replace("Do 250 things.", "Do 520 things."))
    assert take("werk.xlf", "--overwrite") == 1
    said = capsys.readouterr()
    assert "geweigerd wegens fouten 1" in said.out and "SP861" in said.err and "werk.xlf:" in said.err


def test_of_several_catalogues_each_tells_its_own_and_the_end_tells_all(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    export("--format", "po", "--out", "werk.po")
    export("--format", "po", "--province", "oost", "--out", "oost.po")
    memory = '<tu><tuv lang="nl"><seg>{}</seg></tuv><tuv lang="en"><seg>x</seg></tuv></tu>'
    pairs = "".join(map(memory.format, ["Doe nog iets.", "Vreemd", "Anders"]))
    Path("oud.tmx").write_text(
        f'<!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.1"><body>{pairs}</body></tmx>'
    )
    capsys.readouterr()
    assert take("werk.po", "oost.po", "oud.tmx") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Geschreven: {NATIONAL} (nog goed te keuren 1, zonder vertaling 18)",
        "Onveranderd: provinces/oost/2031.en.po (zonder vertaling 3)",
        "Overgenomen 1: nog goed te keuren 1",
        "Niet overgenomen 23: niet van ons 2, zonder vertaling 21",
    ]


@pytest.mark.parametrize(
    ("content_of_file", "code"),
    [
        (b"PK\x03\x04", "SP892"),
        (b'<!DOCTYPE a [<!ENTITY a "a">]><a/>', "SP891"),
        (b"<a", "SP890"),
        (b"<a/>", "SP893"),
    ],
)
def test_a_hostile_file_gets_one_sentence(
    content: Content, capsys: pytest.CaptureFixture[str], content_of_file: bytes, code: str
) -> None:
    Path("vreemd.xlf").write_bytes(content_of_file)
    capsys.readouterr()
    assert take("vreemd.xlf") == 1
    said = capsys.readouterr()
    assert said.out == "Er is niets overgenomen.\n" and said.err.count("SP8") == 1 and code in said.err
    assert "vreemd.xlf:1:" in said.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "de", "--format", "po"], "'de'"),
        (["--format", "po", "--province", "nergens"], "nergens"),
        (["--format", "docx"], "po, xliff, tmx"),
        ([], "--format"),
    ],
)
def test_a_question_without_an_answer_is_refused(
    content: Content, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert export(*arguments) == 2
    assert said in capsys.readouterr().err
