"""`standpunt translate check` and `approve` as people use them: words, places and exit codes."""

from pathlib import Path

import pytest

from flows.cli.main import run
from flows.sources.content import Content
from flows.translation.entries import sha
from tests.content_tree import CHAPTER
from tests.translated_tree import NATIONAL, OOST, translate, write_translated_tree


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path, {})


def test_the_command_tells_place_sentence_and_way_out(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(content.root)
    assert run(["translate", "check", "--root", root], "nl") == 0
    assert "Geen problemen gevonden in de vertalingen van editie 2031." in capsys.readouterr().out
    translate(content, NATIONAL, "vraag-twee#text", "Do do something else.")
    assert run(["translate", "check", "--root", root], "nl") == 0
    assert run(["translate", "check", "--strict", "--lang", "en", "--root", root], "nl") == 1
    assert f"check-ok: doubled @{sha('Doe nog iets.')}: " in capsys.readouterr().out
    translate(content, NATIONAL, "vraag-een#text", "Do 300 things.")
    assert run(["translate", "check", "2031", "--root", root], "en") == 1
    out = capsys.readouterr().out
    assert "SP861" in out and f"{NATIONAL}:" in out and "Missing: 250. Too many: 300." in out
    assert run(["translate", "check", "--json", "--root", root], "nl") == 1
    assert '"code": "SP861"' in capsys.readouterr().out


def test_approving_tells_how_many_and_why_not_the_others(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(content.root)
    translate(content, NATIONAL, "vraag-een#text", "Do 300 things.", approve=False)
    translate(content, NATIONAL, "vraag-twee#text", "Do something else.", approve=False)
    assert run(["translate", "approve", "2031", "--lang", "en", "--all", "--root", root], "nl") == 1
    told = capsys.readouterr()
    assert f"Geschreven: {NATIONAL}" in told.out and "Goedgekeurd: 1. Geweigerd: 1." in told.out
    assert "SP876" in told.err and f"{NATIONAL}:" in told.err
    translate(content, NATIONAL, "vraag-een#text", "Do 250 things.", approve=False)
    assert run(["translate", "approve", "2031", "--lang", "en", "--all", "--root", root], "en") == 0
    assert "Approved: 1. Refused: 0." in capsys.readouterr().out
    assert run(["translate", "approve", "2031", "--lang", "en", "--all", "--root", root], "nl") == 0
    assert capsys.readouterr().out == "Goedgekeurd: 0. Geweigerd: 0.\n"


def test_approving_old_text_asks_for_each_name(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    translate(content, NATIONAL, "vraag-twee#text", "Do something.")
    (content.root / "shared/2031/werken.yaml").write_text(CHAPTER.replace("Doe nog iets.", "Doe ook iets."))
    approve = ["translate", "approve", "2031", "--lang", "en", "--root", str(content.root)]
    assert run([*approve, "--all"], "nl") == 1
    assert "SP875" in capsys.readouterr().err
    assert run([*approve, "--all", "--as-is"], "nl") == 2
    assert "Bij --as-is noemt u elke tekst" in capsys.readouterr().err
    assert run([*approve, "--as-is", "vraag-twee#text"], "nl") == 0
    assert run(["translate", "check", "--strict", "--root", str(content.root)], "nl") == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--lang", "en"], 2, "Noem de teksten"),
        (["--lang", "en", "--all", "vraag-een#text"], 2, "Noem de teksten"),
        (["--all"], 2, "Er ontbreekt iets"),
        (["--lang", "fy", "--all"], 2, "publiceert in de taal 'fy'. Wel in: en."),
        (["--lang", "en", "--province", "oest", "--all"], 2, "Bedoelt u oost"),
        (["--lang", "en", "vraag-een#txt"], 1, "Bedoelt u vraag-een#text"),
        (["--lang", "en", "vraag-een#text"], 1, "SP874"),
        (
            ["--lang", "en", "--province", "oost", "vraag-een#text"],
            1,
            f"SP873 (oost)\n  Er is geen tekst 'vraag-een#text' in {OOST}",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(
    content: Content, arguments: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["translate", "approve", "2031", *arguments, "--root", str(content.root)], "nl") == status
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "approve"])
def test_the_commands_explain_themselves(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", command, "--help"], "nl") == 0
    assert f"Gebruik: standpunt translate {command}" in capsys.readouterr().out
    assert run(["translate", command, "--help"], "en") == 0
    assert f"Usage: standpunt translate {command}" in capsys.readouterr().out
