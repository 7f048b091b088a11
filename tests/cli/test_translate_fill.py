"""`standpunt translate fill` as an office uses it: what it would take, what it did, and why it could not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.sources.content import Content
from tests.translated_tree import NATIONAL, OOST, catalogue, write_translated_tree
from tests.translators.stand_in import KEY, StandIn, stand_in


@pytest.fixture
def root(tmp_path: Path) -> str:
    return str(write_translated_tree(tmp_path, {}).root)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    with stand_in() as described:
        for name, value in described.environment.items():
            monkeypatch.setenv(name, value)
        yield described


def fill(root: str, *arguments: str) -> int:
    return run(["translate", "--root", root, "fill", "2031", *arguments, "--run-on", "local"], "nl")


def test_a_dry_run_tells_what_it_would_take_and_writes_nothing(
    root: str, service: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (Path(root) / NATIONAL).read_bytes()
    assert fill(root, "--engine", "deepl", "--dry-run") == 0
    first, _, row, *_ = capsys.readouterr().out.split("\n")[1:]
    assert first.split() == ["taal", "teksten", "tekens", "al", "eerder", "vertaald", "euro"]
    assert row.split()[:2] == ["en", "21"]
    assert (Path(root) / NATIONAL).read_bytes() == before
    assert service.texts() == []


def test_every_catalogue_is_told_and_a_second_time_there_is_nothing_left(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fill(root, "--engine", "pseudo", "--limit", "20") == 0
    said = capsys.readouterr().out
    assert NATIONAL in said and OOST in said
    assert "Ingevuld: 20 van 20 teksten." in said
    assert fill(root, "--engine", "pseudo") == 0
    assert "Ingevuld: 1 van 1 teksten." in capsys.readouterr().out
    assert fill(root, "--engine", "pseudo") == 0
    assert capsys.readouterr().out == "Er is niets in te vullen.\n"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(403, "STANDPUNT_DEEPL_KEY"), (456, "deepl")],
)
def test_a_service_that_refuses_is_one_sentence_that_never_shows_the_key(
    trouble: int, words: str, root: str, service: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    service.troubles += [trouble] * 20
    assert fill(root, "--engine", "deepl") == 3
    said = capsys.readouterr()
    assert words in said.err and "Traceback" not in said.err
    assert KEY not in said.err + said.out
    entries = catalogue(Content(Path(root)), NATIONAL).entries.values()
    assert not any(entry.text for entry in entries)


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["--engine", "deepl"], "STANDPUNT_DEEPL_KEY", 3),
        (["--engine", "libretranslate"], "STANDPUNT_LIBRETRANSLATE_URL", 3),
        (["--engine", "command"], "STANDPUNT_TRANSLATE_COMMAND", 3),
        (["--engine", "pseudo", "--lang", "xx"], "de taal 'xx'", 2),
        (["--engine", "pseudo", "--province", "oots"], "Bedoelt u oost", 2),
        (["--limit", "0"], "een heel getal vanaf 1", 2),
        (["--engine", "google"], "kies uit none, tm, pseudo, command, libretranslate, deepl, argos", 2),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], words: str, code: int, root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fill(root, *arguments) == code
    said = capsys.readouterr()
    assert words in said.err
    assert said.out in ("", "Niets ingevuld: 21 teksten wachten nog op een vertaling.\n")
