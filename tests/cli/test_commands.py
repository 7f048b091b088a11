"""The command line as a secretary uses it: words, exit codes, and never a stack trace."""

import json
from pathlib import Path

import pytest

from flows.cli.main import COMMANDS, chosen_ui, run
from flows.cli.words_en import EN
from flows.cli.words_nl import NL
from tests.content_tree import CHAPTER, OWN, own, write_tree

REPLACE = "  - replace: vraag-een\n    text: Doe onze dingen.\n"


def standpunt(*arguments: str) -> int:
    return run(arguments, chosen_ui(arguments, "C"))


@pytest.fixture
def root(tmp_path: Path) -> str:
    write_tree(tmp_path, own(REPLACE))
    return str(tmp_path)


def test_words_exist_in_both_languages() -> None:
    assert set(NL) == set(EN)
    assert set(COMMANDS) <= set(NL)


@pytest.mark.parametrize(
    ("arguments", "locale", "ui"),
    [
        ([], "nl_NL.UTF-8", "nl"),
        ([], "", "nl"),
        ([], "en_GB.UTF-8", "en"),
        (["--ui", "nl"], "en_GB.UTF-8", "nl"),
        (["check", "--ui=en"], "nl_NL", "en"),
    ],
)
def test_messages_are_dutch_unless_somebody_wants_english(arguments: list[str], locale: str, ui: str) -> None:
    assert chosen_ui(arguments, locale) == ui


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_there_in_both_languages(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt(*command, "--help") == 0
    assert "Gebruik: standpunt" in capsys.readouterr().out
    assert standpunt(*command, "--ui", "en", "--help") == 0
    assert "Usage: standpunt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "De opdracht 'chek' bestaat niet. Bedoelt u check"),
        (["check", "--jsn"], "De optie '--jsn' bestaat niet. Bedoelt u --json"),
        (["explain"], "Er ontbreekt iets: PROVINCE"),
        (["publish", "--format", "odt"], "De waarde bij --format klopt niet: kies uit docx, html, pdf"),
        (["publish", "--workers", "0"], "De waarde bij --workers klopt niet: een heel getal vanaf 1"),
        (["serve", "--port", "99999"], "een heel getal van 1 tot en met 65535"),
        (["check", "--root", "nergens"], "De waarde bij --root klopt niet: dat is geen map"),
        (["check", "2031", "2027"], "Dit is te veel: 2027."),
        (["publish", "--lang"], "Achter --lang ontbreekt een waarde."),
        (["check", "1999"], "Er is geen editie '1999'. Er is wel: 2031."),
        (["explain", "oots"], "Er is geen provincie 'oots'. Bedoelt u oost"),
        (["explain", "oost", "vraag-en"], "Er is geen blok 'vraag-en' in editie 2031. Bedoelt u vraag-een"),
        (["accept", "oost", "vraag-twee"], "Op 'vraag-twee' staat bij oost geen bewerking"),
        (["accept", "oost"], "Noem een blok"),
    ],
)
def test_wrong_usage_is_one_dutch_sentence_and_exit_code_2(
    arguments: list[str], words: str, root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert standpunt("--root", root, *arguments) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_a_folder_without_content_says_how_to_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert standpunt("check", "--root", str(tmp_path)) == 2
    assert "standpunt init" in capsys.readouterr().err


def test_check_shows_place_caret_and_sentence(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("check", "--root", root) == 0
    shown = capsys.readouterr().out
    assert "let op SP404 provinces/oost/2031.yaml:8:14" in shown
    assert "    8 |   - replace: vraag-een\n      |              ^^^^^^^^^" in shown
    assert "standpunt accept oost vraag-een --edition 2031" in shown
    assert "fouten 0, " in shown


def test_check_shows_what_changed_in_the_national_text_and_the_own_text(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert standpunt("accept", "oost", "--all", "--root", root) == 0
    chapter = Path(root, "shared/2031/werken.yaml")
    chapter.write_text(CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen."))
    capsys.readouterr()
    assert standpunt("check", "--root", root) == 0
    shown = capsys.readouterr().out
    assert "Doe [-250-]{+300+} dingen." in shown
    assert "uw tekst:\n    Doe onze dingen." in shown
    assert "  vraag-een: oost\n" in shown


def test_check_as_json_is_one_document_with_the_same_problems(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(root, "provinces/oost/2031.yaml").write_text(OWN.replace("hub:", "hup:"))
    assert standpunt("check", "--json", "--root", root) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["edition"] == "2031"
    unknown = next(each for each in report["problems"] if each["code"] == "SP505")
    assert unknown["place"] == {"file": "provinces/oost/2031.yaml", "line": 4, "column": 3, "width": 3}
    assert unknown["severity"] == "error"
    assert unknown["province"] == "oost"


def test_check_lists_one_kind_of_problem_when_asked(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("check", "--only", "SP404", "--only", "SP7", "--root", root) == 0
    shown = capsys.readouterr().out
    assert "SP404" in shown
    assert "SP603" not in shown
    assert "fouten 0, waarschuwingen 1" in shown


def test_explain_shows_layer_file_line_verb_and_text(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("explain", "oost", "eigen-verhaal", "--root", root) == 0
    shown = capsys.readouterr().out
    assert "eigen-verhaal (toelichting) in hoofdstuk-werken › thema-een" in shown
    assert "provincie · ingevuld · provinces/oost/2031.yaml:6:11\n    Ons eigen verhaal." in shown


def test_explain_follows_an_old_name_and_shows_what_was_removed(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(root, "provinces/oost/2031.yaml").write_text(OWN + "  - remove: vraag-een\n    reason: geen zin\n")
    assert standpunt("explain", "oost", "vraag-vroeger", "--root", root) == 0
    shown = capsys.readouterr().out
    assert "weggelaten · provinces/oost/2031.yaml:8:13" in shown
    assert "reden: geen zin" in shown


def test_explain_as_json_covers_every_block(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("explain", "oost", "--json", "--root", root) == 0
    blocks = {each["block"]: each for each in json.loads(capsys.readouterr().out)}
    assert len(blocks) == 10
    assert blocks["vraag-een"]["pieces"][0]["verb"] == "replace"
    assert blocks["aanhef"]["pieces"][0]["layer"] == "national"


def test_explain_of_a_broken_province_shows_its_errors(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(root, "provinces/oost/2031.yaml").write_text(OWN + "  - remove: vraag-en\n")
    assert standpunt("explain", "oost", "--root", root) == 1
    assert "fout SP301" in capsys.readouterr().err


def test_status_counts_what_is_to_be_done(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("status", "--json", "--root", root) == 0
    oost, west = json.loads(capsys.readouterr().out)["provinces"]
    assert (oost["unstamped"], oost["empty"], oost["errors"]) == (1, 1, 0)
    assert (west["unstamped"], west["empty"]) == (0, 1)
    assert oost["languages"] == {"nl": "draft"}
    assert oost["reasons"] == {"nl": ["SP404", "SP822"]}
    assert standpunt("status", "--root", root) == 0
    told = capsys.readouterr().out
    assert "oost" in told
    assert "standpunt check 2031 --final" in told


def test_a_mistake_of_ours_is_a_sentence_and_a_log(
    root: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr("flows.desk.check.open_edition", broken)
    assert standpunt("check", "--root", root) == 3
    said = capsys.readouterr().err
    assert "Standpunt zelf ging stuk (RuntimeError: kapot)" in said
    assert "Traceback" not in said
    log = Path(said.split("Stuur het bestand ")[1].split(" naar")[0])
    assert "RuntimeError: kapot" in log.read_text()
    log.unlink()


def test_init_gives_a_tree_that_checks_without_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "nieuw")
    assert standpunt("init", folder) == 0
    assert standpunt("check", "--root", folder) == 0
    assert "fouten 0" in capsys.readouterr().out
    assert standpunt("init", folder) == 2


def test_schemas_accept_the_files_they_describe_and_refuse_a_typing_error(root: str) -> None:
    import jsonschema
    from ruamel.yaml import YAML

    assert standpunt("schema", "--root", root) == 0
    folder = Path(root, ".standpunt/schema")
    plain = YAML(typ="safe")
    for name, file in {
        "edition": "shared/2031/edition.yaml",
        "chapter": "shared/2031/werken.yaml",
        "province": "provinces/oost/province.yaml",
        "province-edition": "provinces/oost/2031.yaml",
        "province-2031": "provinces/oost/2031.yaml",
    }.items():
        schema = json.loads((folder / f"{name}.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        content = json.loads(json.dumps(plain.load(Path(root, file).read_text()), default=str))
        jsonschema.validate(content, schema)
    content["overrides"][0] = {"fill": "eigen-verhal", "text": "x"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema)


def test_a_new_tree_can_be_deployed_like_this_one(tmp_path: Path) -> None:
    assert standpunt("init", str(tmp_path / "nieuw")) == 0
    repository = Path(__file__).parents[2]
    assert (tmp_path / "nieuw/prefect.yaml").read_bytes() == (repository / "prefect.yaml").read_bytes()


@pytest.mark.parametrize("kind", ["engine", "press"])
def test_a_tool_that_does_not_work_is_one_sentence_and_exit_code_3(
    kind: str, root: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from flows.engine.failure import EngineFailed
    from flows.press.failures import tool_failed

    def broken(*_: object, **__: object) -> None:
        raise (
            EngineFailed("geen poort vrij", "server.log")
            if kind == "engine"
            else tool_failed("pandoc", "stuk")
        )

    monkeypatch.setattr("flows.desk.check.open_edition", broken)
    assert standpunt("check", "--root", root) == 3
    said = capsys.readouterr().err
    assert (
        "geen poort vrij (meer in: server.log)" if kind == "engine" else "pandoc gaf een fout: stuk"
    ) in said
    assert len(said.splitlines()) == 1


def test_what_accept_wrote_can_be_taken_back_unless_somebody_wrote_since(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(root, "provinces/oost/2031.yaml")
    before = path.read_bytes()
    assert standpunt("undo", "--root", root) == 0
    assert "niets om terug te nemen" in capsys.readouterr().out
    assert standpunt("accept", "oost", "--all", "--root", root) == 0
    assert path.read_bytes() != before
    assert standpunt("undo", "--root", root) == 0
    assert path.read_bytes() == before and not path.with_name("2031.base.yaml").exists()
    path.write_bytes(before + b"# nog iets\n")
    capsys.readouterr()
    assert standpunt("undo", "--root", root) == 3
    assert "provinces/oost/2031.yaml is veranderd" in capsys.readouterr().err
