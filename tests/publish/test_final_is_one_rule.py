"""`check --final`, `status` and `publish --final` give one answer, for every province and language."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.cli.main import run as standpunt
from flows.desk.accept import accept
from flows.desk.check import check
from flows.desk.opening.editions import open_edition
from flows.desk.releases import Publication
from flows.desk.status import status
from flows.desk.translating.publishable import translations_of
from flows.desk.translating.sync import sync
from flows.problems.records import has_errors
from flows.publish.plan import plan
from flows.publish.requests import Request, State
from flows.sources.content import Content
from tests.content_tree import ADOPTED, CHAPTER, EDITION, OWN, write_tree
from tests.english_tree import write_english_tree
from tests.translated_tree import NATIONAL, OOST, translate

REASON = "    waived: Staat in geen bron meer.\n"
OPEN = CHAPTER.replace(
    "source: Bureau\n        as_of: 2030-05", "source: te bevestigen\n        as_of: 2030-05"
)
CLAIMS = {
    "confirmed": CHAPTER,
    "open": OPEN,
    "waived": OPEN.replace("as_of: 2030-05\n", "as_of: 2030-05\n    " + REASON),
    "undated": CHAPTER.replace("        as_of: 2030-05\n", ""),
    "no numbers": CHAPTER[: CHAPTER.index("        data:")]
    + CHAPTER[CHAPTER.index("      - slot: eigen-verhaal") :],
}
OWN_TEXTS = {
    "plain": OWN,
    "empty slot": OWN[: OWN.index("overrides:")],
    "unstamped": OWN + "  - replace: vraag-een\n    text: Doe 300 dingen.\n",
    "stale": OWN + "  - replace: vraag-een\n    text: Doe 300 dingen.\n    written_against: 000000000000\n",
    "own claim": OWN
    + "  - insert: oost-feit\n    after: vraag-een\n    kind: fact\n    text: Wij ook.\n    source: te bevestigen\n",
    "own waiver": OWN
    + "  - insert: oost-feit\n    after: vraag-een\n    kind: fact\n    text: Wij ook.\n    source: te bevestigen\n"
    + REASON,
    "broken": OWN + "  - fill: er-is-niets\n    text: Niets.\n",
}
ENGLISH = ("none", "approved", "machine", "one error", "unreadable")


def tree(root: Path, *, adopted: bool, claim: str, own: str, english: str) -> Content:
    edition = ADOPTED if adopted else {"shared/2031/edition.yaml": EDITION}
    changes = {**edition, "shared/2031/werken.yaml": CLAIMS[claim]}
    if english == "none":
        return write_tree(root, {**changes, "provinces/oost/2031.yaml": OWN_TEXTS[own]})
    content = write_english_tree(root, changes, approve=english != "machine")
    if english == "one error":
        translate(content, NATIONAL, "vraag-een#text", "With {{ nobody }}.")
    if english == "unreadable":
        (root / OOST).write_text("msgid broken")
    (root / "provinces/oost/2031.yaml").write_text(OWN_TEXTS[own])
    return content


def answers(content: Content) -> Mapping[str, object]:
    """What the three commands say of a final edition, in one form."""
    _, _, problems = check(content, None, final=True)
    opened = open_edition(content, None, translations=True)
    told = status(opened, translations_of(opened))
    made = plan(Request(root=str(content.root), final=True))
    return {
        "check": not has_errors(problems),
        "status": {(one.province, code): state for one in told for code, state in one.languages.items()},
        "reasons": {code for one in told for codes in one.reasons.values() for code in codes},
        "publish": {(row.province, row.language): row.state for row in made.rows},
        "refused": {(each.code, str(each.place)) for each in made.problems if has_errors([each])},
        "found": {(each.code, str(each.place)) for each in problems if has_errors([each])},
        "went well": not has_errors(made.problems),
    }


def agree(said: Mapping[str, object]) -> None:
    states, rows = said["status"], said["publish"]
    assert isinstance(states, dict) and isinstance(rows, dict)
    assert states.keys() == rows.keys()
    for key, state in states.items():
        assert (state is Publication.READY) == (rows[key] is State.TO_MAKE), key
        assert (state is Publication.UNTRANSLATED) == (rows[key] is State.UNTRANSLATED), key
    everything = all(each in (Publication.READY, Publication.UNTRANSLATED) for each in states.values())
    assert said["check"] == said["went well"] == everything
    assert said["refused"] <= said["found"]  # type: ignore[operator]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    adopted=st.booleans(),
    claim=st.sampled_from(sorted(CLAIMS)),
    own=st.sampled_from(sorted(OWN_TEXTS)),
    english=st.sampled_from(ENGLISH),
)
def test_three_commands_give_one_answer(adopted: bool, claim: str, own: str, english: str) -> None:
    with TemporaryDirectory() as folder:
        said = answers(tree(Path(folder), adopted=adopted, claim=claim, own=own, english=english))
    agree(said)
    sound = adopted and claim in ("confirmed", "waived") and own in ("plain", "own waiver")
    if english == "none":
        assert said["check"] == sound
    assert not (said["check"] and not sound)


@pytest.mark.parametrize(
    ("own", "claim", "expected"),
    [
        ("plain", "open", {"SP601"}),
        ("plain", "undated", {"SP601"}),
        ("plain", "no numbers", {"SP602"}),
        ("plain", "waived", set()),
        ("own claim", "confirmed", {"SP601"}),
        ("own waiver", "confirmed", set()),
        ("empty slot", "confirmed", {"SP604"}),
        ("unstamped", "confirmed", {"SP404"}),
        ("stale", "confirmed", {"SP401"}),
        ("broken", "confirmed", {"SP301"}),
    ],
)
def test_the_status_gives_the_codes(own: str, claim: str, expected: set[str], tmp_path: Path) -> None:
    said = answers(tree(tmp_path, adopted=True, claim=claim, own=own, english="none"))
    assert said["reasons"] == expected
    agree(said)


def test_a_translation_of_which_every_text_is_wrong_is_not_waited_for(tmp_path: Path) -> None:
    content = write_english_tree(tmp_path, ADOPTED)
    for file in (NATIONAL, OOST):
        path = content.root / file
        text = path.read_text(encoding="utf-8")
        head, entries = text.split("\n\n", 1)
        lines = [
            'msgstr "{{ nobody }}"' if line.startswith("msgstr ") else line for line in entries.split("\n")
        ]
        path.write_text(head + "\n\n" + "\n".join(lines), encoding="utf-8")
    said = answers(content)
    assert said["status"]["oost", "en"] is Publication.BROKEN  # type: ignore[index]
    agree(said)


def test_a_refused_concept_leaves_every_document_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path)
    arguments = ["--format", "html", "--engine", "local", "--root", str(tmp_path)]
    assert standpunt(["publish", *arguments], "nl") == 0
    documents = {path: path.read_bytes() for path in (tmp_path / "outputs").rglob("*-nl.html")}
    assert len(documents) == 2
    capsys.readouterr()
    assert standpunt(["publish", "--final", *arguments], "nl") == 1
    told = capsys.readouterr().err
    assert "SP822 shared/2031/edition.yaml:5:9" in told
    assert "status: vastgesteld" in told
    assert {path: path.read_bytes() for path in documents} == documents


def test_one_province_that_is_not_final_stops_no_other(tmp_path: Path) -> None:
    said = answers(tree(tmp_path, adopted=True, claim="confirmed", own="own claim", english="none"))
    assert said["publish"] == {("oost", "nl"): State.BROKEN, ("west", "nl"): State.TO_MAKE}


def test_a_waiver_makes_no_override_and_no_translation_stale(tmp_path: Path) -> None:
    own = OWN + "  - replace: feit-een\n    text: Bij ons ook.\n    source: Bureau\n    as_of: 2030\n"
    content = write_english_tree(tmp_path, {"shared/2031/werken.yaml": OPEN})
    (tmp_path / "provinces/oost/2031.yaml").write_text(own)
    accept(open_edition(content, "2031", ["oost"]), "oost", ["feit-een"])
    before = {each.code for each in check(content, "2031")[2]}
    share = translations_of(open_edition(content, "2031", translations=True)).versions["oost", "en"].percent
    (tmp_path / "shared/2031/werken.yaml").write_text(CLAIMS["waived"])
    after = {each.code for each in check(content, "2031")[2]}
    assert before - {"SP601"} == after - {"SP607"}
    again = translations_of(open_edition(content, "2031", translations=True)).versions["oost", "en"].percent
    assert again == share


def test_only_whether_something_is_waived_makes_a_document_again(tmp_path: Path) -> None:
    def keys() -> set[str]:
        return {row.key for row in plan(Request(root=str(tmp_path))).rows}

    write_tree(tmp_path, {"shared/2031/werken.yaml": OPEN})
    unwaived = keys()
    write_tree(tmp_path, {"shared/2031/werken.yaml": CLAIMS["waived"]})
    waived = keys()
    assert unwaived.isdisjoint(waived)
    write_tree(tmp_path, {"shared/2031/werken.yaml": CLAIMS["waived"].replace("geen bron", "geen boek")})
    assert keys() == waived


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("        waived: ''\n", "SP823", "shared/2031/werken.yaml:27:9"),
        ("        waived:\n", "SP823", "shared/2031/werken.yaml:27:9"),
        ("        waived: '-'\n", "SP823", "shared/2031/werken.yaml:27:9"),
        ("        waived: 2023\n", "SP823", "shared/2031/werken.yaml:27:9"),
        ("        waived: [a]\n", "SP112", "shared/2031/werken.yaml:27:17"),
        ("        waived: Overbodig.\n", "SP609", "shared/2031/werken.yaml:27:17"),
    ],
)
def test_a_waiver_that_waives_nothing_or_gives_no_reason(
    text: str, code: str, at: str, tmp_path: Path
) -> None:
    chapter = CHAPTER.replace("as_of: 2030-05\n", f"as_of: 2030-05\n{text}")
    content = write_tree(tmp_path, {"shared/2031/werken.yaml": chapter})
    assert (code, at) in {(each.code, str(each.place)) for each in check(content, "2031")[2]}


def test_nothing_without_a_source_can_be_waived(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("text: Doe nog iets.\n", "text: Doe nog iets.\n        waived: Zomaar.\n")
    content = write_tree(tmp_path, {"shared/2031/werken.yaml": chapter})
    assert "SP111" in {each.code for each in check(content, "2031")[2]}


@pytest.mark.parametrize(
    ("election", "code", "refused"),
    [
        ("", "", False),
        (", source: kiesraad.nl", "", False),
        (", source: te bevestigen", "SP601", True),
        (", source: te bevestigen, waived: De wet noemt de dag.", "SP607", False),
        (", source: te bevestigen, waived: ''", "SP823", True),
    ],
)
def test_the_source_of_the_election_is_a_claim_too(
    election: str, code: str, refused: bool, tmp_path: Path
) -> None:
    edition = ADOPTED["shared/2031/edition.yaml"].replace("2031-03-19}", f"2031-03-19{election}}}")
    content = write_tree(tmp_path, {"shared/2031/edition.yaml": edition})
    said = answers(content)
    assert said["check"] is not refused
    agree(said)
    assert not code or code in {each.code for each in check(content, "2031", final=True)[2]}


@pytest.mark.parametrize("province", ["oost", "west"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("english", ["approved", "machine", "one error", "unreadable"])
def test_check_and_publish_agree_about_a_part(
    province: str, language: str, english: str, tmp_path: Path
) -> None:
    content = tree(tmp_path, adopted=True, claim="confirmed", own="plain", english=english)
    west = tmp_path / "provinces/west/province.yaml"
    spoken = (tmp_path / "provinces/oost/province.yaml").read_text()
    west.write_text(spoken.replace("oost", "west").replace("Oost", "West"))
    sync(content, "2031")
    _, _, problems = check(content, None, (province,), (language,), final=True)
    made = plan(Request(root=str(tmp_path), provinces=(province,), languages=(language,), final=True))
    errors = {(each.code, each.province) for each in made.problems if has_errors([each])}
    assert errors <= {(each.code, each.province) for each in problems}
    assert has_errors(problems) == has_errors(made.problems)
    assert {each.province for each in problems if has_errors([each])} <= {province, None}
