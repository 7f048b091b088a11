"""What `check` and `status` print is read from the top, and a wrong name is told with the right one."""

import json
from pathlib import Path

import pytest

from flows.cli.main import chosen_ui, run
from tests.content_tree import CHAPTER, OWN, PROVINCE, write_tree

REPLACE = "  - replace: vraag-een\n    text: Doe onze dingen.\n"


def standpunt(*arguments: str) -> int:
    return run(arguments, chosen_ui(arguments, "C"))


@pytest.fixture
def root(tmp_path: Path) -> str:
    """Two provinces with the same entry that was never stamped and the same empty slot, one more language."""
    west = OWN.replace("oost", "west").replace("Oost", "West") + REPLACE
    english = "  en: {name: East, in: in East, of: of East, adjective: East}\ncontact:"
    bilingual = PROVINCE.replace("[nl]", "[nl, en]").replace("contact:", english)
    write_tree(
        tmp_path,
        {
            "provinces/oost/province.yaml": bilingual,
            "provinces/oost/2031.yaml": OWN + REPLACE,
            "provinces/west/2031.yaml": west,
        },
    )
    return str(tmp_path)


def test_the_list_has_headings_and_errors_stand_on_top(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(root, "provinces/west/2031.yaml").write_text(
        OWN.replace("oost", "west")
        + "  - remove: vraag-en\n  - append: toelichting-een\n    text: Ons MKB doet mee.\n"
    )
    assert standpunt("check", "--root", root) == 1
    shown = capsys.readouterr().out
    places = [shown.index(each) for each in ("Fouten", "SP301", "Te beslissen", "SP404", "Advies", "SP653")]
    assert places == sorted(places)
    assert shown.splitlines()[-1] == "Begin met: provinces/west/2031.yaml:8:13 (SP301)"
    assert standpunt("check", "--ui", "en", "--root", root) == 1
    assert "Start with: provinces/west/2031.yaml:8:13 (SP301)" in capsys.readouterr().out


def test_one_cause_in_two_provinces_is_one_message(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("check", "--root", root) == 0
    shown = capsys.readouterr().out
    assert shown.count("SP603") == shown.count("let op SP404") == 1
    assert "provincies: oost, west\n" in shown
    assert "standpunt accept <provincie> vraag-een --edition 2031" in shown
    assert "  oost: provinces/oost/2031.yaml:8:14\n" in shown
    assert "  west: provinces/west/2031.yaml:8:14\n" in shown
    assert shown.count("Doe 250 dingen.") == 1
    assert "waarschuwingen 5, samen in 3 meldingen." in shown
    assert standpunt("check", "--json", "--root", root) == 0
    told = json.loads(capsys.readouterr().out)["problems"]
    assert sorted(each["province"] or "" for each in told if each["code"] in ("SP404", "SP603")) == [
        "oost",
        "oost",
        "west",
        "west",
    ]


def test_the_last_line_is_what_to_do_next(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    def last(*arguments: str) -> str:
        standpunt("check", *arguments, "--root", root)
        return capsys.readouterr().out.splitlines()[-1]

    accept = "standpunt accept oost vraag-een --edition 2031"
    assert last() == f"Nu eerst: provinces/oost/2031.yaml:8:14, en daarna: {accept}"
    assert last("--only", "SP603") == last()
    for slug in ("oost", "west"):
        assert standpunt("accept", slug, "--all", "--root", root) == 0
    capsys.readouterr()
    made = "Er zijn geen fouten. Maak de documenten met: standpunt publish 2031"
    assert last() == made
    assert last("--province", "oost", "--lang", "nl") == f"{made} --province oost --lang nl"


def test_check_tells_what_concerns_one_province(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert standpunt("check", "--province", "oost", "--root", root) == 0
    shown = capsys.readouterr().out
    assert "provinces/oost/" in shown
    assert "west" not in shown
    Path(root, "shared/2031/werken.yaml").write_text(CHAPTER.replace("kind: ask", "kind: aks"))
    assert standpunt("check", "--province", "oost", "--json", "--root", root) == 1
    told = json.loads(capsys.readouterr().out)["problems"]
    assert any(each["province"] is None and each["severity"] == "error" for each in told)


def test_status_is_of_the_chosen_provinces_and_languages(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert standpunt("status", "--province", "oost", "--json", "--root", root) == 0
    (oost,) = json.loads(capsys.readouterr().out)["provinces"]
    assert set(oost["languages"]) == {"nl", "en"}
    assert standpunt("status", "--lang", "en", "--json", "--root", root) == 0
    told = json.loads(capsys.readouterr().out)["provinces"]
    assert [set(each["languages"]) for each in told] == [{"en"}, set()]
    assert standpunt("status", "--lang", "en", "--root", root) == 0
    assert "nl" not in capsys.readouterr().out


OPEN = ("check", "status", "publish")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        *(([name, "--province", "oots"], "Er is geen provincie 'oots'. Bedoelt u oost") for name in OPEN),
        *(([name, "2301"], "Er is geen editie '2301'. Bedoelt u 2031?") for name in OPEN),
        *(([name, "--lang", "eng"], "publiceert in de taal 'eng'. Bedoelt u en?") for name in OPEN),
        (["publish", "--format", "dox"], "kies uit docx, html, pdf, print, asks. Bedoelt u docx?"),
        (["compare", "2301", "2031/oost"], "Er is geen editie '2301'. Bedoelt u 2031?"),
        (["compare", "2031/oots", "2031/west"], "Er is geen provincie 'oots'. Bedoelt u oost"),
        (["compare", "2031/oost", "2031/west", "--format", "jsn"], "Bedoelt u json?"),
        (["explain", "oost", "vraag-en", "--edition", "2031"], "Bedoelt u vraag-een"),
        (["explain", "oost", "--edition", "2301"], "Bedoelt u 2031?"),
        (["accept", "oots", "vraag-een"], "Er is geen provincie 'oots'. Bedoelt u oost"),
        (["accept", "oost", "vraag-en"], "Er is geen blok 'vraag-en' in editie 2031. Bedoelt u vraag-een"),
        (["accept", "oost", "vraag-twee"], "geen bewerking die bij een landelijke tekst hoort. Bedoelt u vraag-een?"),
        (["translate", "sync", "2301"], "Bedoelt u 2031?"),
        (["translate", "status", "2301"], "Bedoelt u 2031?"),
        (["translate", "check", "--lang", "eng"], "Bedoelt u en?"),
        (["translate", "approve", "2031", "--lang", "eng", "--all"], "Bedoelt u en?"),
        (["translate", "approve", "2031", "--lang", "en", "--province", "oots", "--all"], "Bedoelt u oost"),
        (["translate", "fill", "--lang", "eng"], "Bedoelt u en?"),
        (["translate", "fill", "--engine", "deepel"], "Bedoelt u deepl?"),
        (["translate", "export", "2031", "--lang", "eng", "--format", "po"], "Bedoelt u en?"),
        (["translate", "export", "--lang", "en", "--format", "xlif"], "Bedoelt u xliff?"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_told_with_the_nearest_one(
    arguments: list[str], words: str, root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert standpunt("--root", root, *arguments) in (1, 2)
    assert words in capsys.readouterr().err
