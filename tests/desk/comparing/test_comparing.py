"""Two editions side by side: what changed, why it matters, what it means for a province, and bad input."""

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest

from flows.changes.effects import Effect
from flows.changes.records import Change, Flag, Op
from flows.desk.comparing.compared import Compared, open_comparison
from flows.desk.comparing.reports import lapsed, make_report, report_key
from flows.desk.opening.editions import UnknownName
from flows.desk.translating.sync import sync
from flows.documents.change_report.composing import data_schema
from flows.documents.change_report.report import Report
from flows.documents.elements import attributes_of, name_of, text_of, walk
from flows.sources.content import Content
from tests.compare_editions.two_editions import OLD_CHAPTER, older, write_editions
from tests.content_tree import CHAPTER, EDITION, OWN, own
from tests.translated_tree import ENGLISH, translate

OTHER_THEME = """\
  - id: thema-twee
    title: Tweede thema
    blocks:
      - prose: toelichting-twee
        text: Het tweede thema gaat over ruimte.
"""


def compared(
    root: Path, *provinces: str, old: str = "2027", new: str = "2031", speaks: str = "nl"
) -> Compared:
    return open_comparison(Content(root), old, new, provinces, language="nl", speaks=speaks)


def changes(root: Path, subject: str = "national") -> Mapping[str, Change]:
    return {each.id: each for each in compared(root).of(subject).changes() if each.op is not Op.UNCHANGED}


def told(report: Report, component: str) -> str:
    return "".join(text_of(block) for block in report.blocks if name_of(block) == component)


def test_each_kind_of_change_stands_out_as_what_it_is(tmp_path: Path) -> None:
    before = OLD_CHAPTER.replace("Doe nog iets.", "De provincie kan 'dit' doen.").replace(
        "      - ask: vraag-drie\n", "      - ask: vraag-weg\n        text: Schaf dat af.\n      - ask: vraag-drie\n"
    )  # fmt: skip
    after = CHAPTER.replace("Doe nog iets.", "De provincie moet “dit” doen.").replace(
        "Een eerste zin over werk.\n          Nog een zin.",
        "Een eerste zin over 'werk'.\n          Nog een zin.",
    )
    before = before.replace("Een eerste zin over werk.", 'Een eerste zin over "werk".')
    retired = "retired:\n  - {id: vraag-weg, reason: is bereikt}\n"
    files = {
        "shared/2027/werken.yaml": before,
        "shared/2031/werken.yaml": after,
        "shared/2031/edition.yaml": EDITION.replace("retired:\n", retired),
    }
    found = changes(write_editions(tmp_path, files))
    assert found["vraag-een"].flags == (Flag.GETAL,)
    assert [(each.old, each.new) for each in found["vraag-een"].evidence] == [(("200",), ("250",))]
    assert found["vraag-twee"].flags == (Flag.MODALITEIT,)
    assert (found["vraag-weg"].op, found["vraag-weg"].flags) == (Op.REMOVED, (Flag.VRAAG_VERVALLEN,))
    assert found["toelichting-een"].flags == (Flag.REDACTIONEEL,)


def test_a_moved_theme_is_moved_and_its_blocks_are_not_changed(tmp_path: Path) -> None:
    first = CHAPTER[CHAPTER.index("  - id: thema-een") :]
    before = CHAPTER + OTHER_THEME
    after = CHAPTER.replace(first, OTHER_THEME + first)
    files = {"shared/2027/werken.yaml": before, "shared/2031/werken.yaml": after}
    (theme,) = (each for each in changes(write_editions(tmp_path, files)).values() if each.kind == "theme")
    assert theme.op is Op.MOVED
    report = make_report(compared(tmp_path), "national")
    (where,) = (box for box in walk(report.blocks) if name_of(box) == "change" and box["c"][0][0] == f"nieuw-{theme.id}")  # fmt: skip
    assert attributes_of(where)["side"] == "new"
    assert "Stond eerst bij: Werken" in text_of(where)


def test_a_renamed_hub_is_one_change_in_many_places(tmp_path: Path) -> None:
    renamed = own("").copy()
    renamed["provinces/oost/2031.yaml"] = OWN.replace("Hub Oost", "Hub Noordoost")
    root = write_editions(tmp_path, renamed)
    comparison = compared(root).of("oost")
    (variable,) = comparison.variables
    assert (variable.name, variable.old, variable.new) == ("hub", "Hub Oost", "Hub Noordoost")
    assert variable.units == ("aanhef",)
    (change,) = (each for each in comparison.changes() if each.id == "aanhef")
    assert change.flags == (Flag.VARIABELE,)
    assert not change.is_substantive
    assert "hub: Hub Oost Hub Noordoost" in " ".join(
        told(make_report(compared(root), "oost"), "variables").split()
    )


def test_a_province_reads_what_it_has_to_decide_first(tmp_path: Path) -> None:
    entry = "  - replace: vraag-een\n    text: Doe 99 dingen in Oost.\n"
    files = {
        "provinces/oost/2027.yaml": older(OWN) + entry,
        "provinces/oost/2031.yaml": OWN + entry,
    }
    report = make_report(compared(write_editions(tmp_path, files)), "oost")
    first = next(name for name in map(name_of, report.blocks) if name != "report-cover")
    assert first == "decisions"
    assert "De landelijke tekst onder uw eigen tekst is veranderd: “Doe 99 dingen in Oost”." in told(report, "decisions")  # fmt: skip
    effects = {each["block"]: each["effect"] for each in report.data["effects"]["oost"]}
    assert effects == {"vraag-een": Effect.STALE, "eigen-verhaal": Effect.UNTOUCHED}


def test_the_national_report_has_a_matrix_and_flags_text_under_overrides(tmp_path: Path) -> None:
    entry = "  - replace: vraag-een\n    text: Doe 99 dingen in Oost.\n"
    root = write_editions(tmp_path, {"provinces/oost/2031.yaml": OWN + entry})
    report = make_report(compared(root), "national")
    assert Flag.AFWIJKING_GERAAKT in changes(root)["vraag-een"].flags
    matrix = next(block for block in report.blocks if name_of(block) == "matrix")
    states = [dict(each["c"][0][2])["name"] for each in walk(matrix) if each["t"] == "Span"]
    assert states[:4] == ["untouched", "untouched", "stale", "inherits"]
    assert "Oost: 1 afwijking hoort bij een oudere landelijke tekst." in told(report, "decisions")


def test_two_provinces_of_one_edition_are_compared(tmp_path: Path) -> None:
    found = compared(write_editions(tmp_path), old="2031/oost", new="2031/west")
    assert found.subjects == ("west",)
    report = make_report(found, "west")
    assert report.folder == "compare/2031_oost-2031_west/west/nl"
    assert report.subtitle == "Oost en West: 2031/oost en 2031/west"
    assert "hub" in [each.name for each in found.of("west").variables]


def test_a_report_speaks_english_about_dutch_text(tmp_path: Path) -> None:
    report = make_report(compared(write_editions(tmp_path), speaks="en"), "oost")
    assert (report.language, report.speaks, report.title) == ("nl", "en", "What has changed")
    assert "Doe 250 dingen" in text_of([b for b in report.blocks if name_of(b) == "redline"]).replace(
        "200", ""
    )


RULING = """\
rulings:
  - block: vraag-een
    change: {digest}
    drop: [getal]
    reason: Alleen de telling is anders.
    by: Redactie
"""


def test_an_editor_may_overrule_a_flag_and_the_report_shows_both(tmp_path: Path) -> None:
    digest = changes(write_editions(tmp_path))["vraag-een"].digest
    write_editions(tmp_path, {"shared/2031/since-2027.yaml": RULING.format(digest=digest)})
    here = compared(tmp_path)
    change = changes(tmp_path)["vraag-een"]
    assert (change.found, change.flags) == ((Flag.GETAL,), ())
    text = " ".join(told(make_report(here, "national"), "redline").split())
    assert "Gewijzigd: getal (200 → 250)" in text
    assert (
        "Volgens de redactie niet: getal. Reden: Alleen de telling is anders. Besloten door: Redactie."
        in text
    )
    assert lapsed(here, "national") == ()


def test_a_ruling_about_another_change_lapses_with_a_warning(tmp_path: Path) -> None:
    write_editions(tmp_path, {"shared/2031/since-2027.yaml": RULING.format(digest="0a1b2c3d")})
    (warning,) = lapsed(compared(tmp_path), "national")
    assert (warning.code, str(warning.place)) == ("SP406", "shared/2031/since-2027.yaml:2:12")


def test_rulings_with_an_error_stop_only_their_own_report(tmp_path: Path) -> None:
    write_editions(tmp_path, {"provinces/oost/2031.since-2027.yaml": "rulings:\n  - block: vraag-een\n"})
    found = compared(tmp_path)
    assert found.subjects == ("national", "west")
    assert {each.province for each in found.problems} == {"oost"}


def test_a_broken_province_costs_no_other_report(tmp_path: Path) -> None:
    found = compared(write_editions(tmp_path, own("  - replace: bestaat-niet\n    text: x\n")))
    assert found.subjects == ("national", "west")
    assert [each.code for each in found.problems] == ["SP301"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("2019", "2031", "SP901"),
        ("2027", "2031/zuid", "SP902"),
        ("2031/oost", "2031/oost", "SP913"),
        ("2027", "20 31 @", "SP908"),
        ("2027@HEAD", "2031", "SP909"),
    ],
)
def test_a_text_that_cannot_be_compared_is_one_clear_problem(
    old: str, new: str, code: str, tmp_path: Path
) -> None:
    with pytest.raises(UnknownName) as raised:
        compared(write_editions(tmp_path), old=old, new=new)
    assert raised.value.problem.code == code


def test_an_edition_with_errors_is_refused_with_the_first_place(tmp_path: Path) -> None:
    broken = CHAPTER.replace("chart: bar", "chart: taart")
    with pytest.raises(UnknownName) as raised:
        compared(write_editions(tmp_path, {"shared/2031/werken.yaml": broken}))
    assert raised.value.problem.code == "SP912"
    line = broken[: broken.index("taart")].count("\n") + 1
    assert raised.value.problem.args["first"] == f"shared/2031/werken.yaml:{line}:16"


def test_the_key_of_a_report_follows_what_it_shows_and_nothing_else(tmp_path: Path) -> None:
    def keys() -> tuple[str, str, str]:
        here = compared(tmp_path)
        return report_key(here, "national"), report_key(here, "oost"), report_key(here, "west")

    write_editions(tmp_path)
    first = keys()
    write_editions(tmp_path, {"shared/2031/edition.yaml": f"# een opmerking\n{EDITION}"})
    assert keys() == first
    write_editions(tmp_path, {"provinces/oost/2031.yaml": OWN.replace("Ons eigen verhaal", "Ons verhaal")})
    changed = keys()
    assert [now == was for now, was in zip(changed, first, strict=True)] == [False, False, True]


def test_the_data_of_every_report_follow_the_schema_that_the_docs_publish(tmp_path: Path) -> None:
    published = Path(__file__).parents[3] / "docs" / "change-report.schema.json"
    schema = json.loads(published.read_text("utf-8"))
    assert schema == data_schema()
    found = compared(write_editions(tmp_path))
    for subject in found.subjects:
        data = make_report(found, subject).data
        jsonschema.validate(json.loads(json.dumps(data)), schema)


def test_a_changed_text_says_which_translations_are_of_older_dutch(tmp_path: Path) -> None:
    edition = EDITION.replace("language: nl", 'language: nl\nprevious: "2027"')
    files = {"provinces/oost/province.yaml": ENGLISH, "shared/2031/edition.yaml": edition}
    root = write_editions(tmp_path, files)
    sync(Content(root), "2027")
    translate(Content(root), "shared/2027/en.po", "vraag-een#text", "Do 200 things.")
    translate(Content(root), "shared/2027/en.po", "toelichting-een#text", "A first sentence.")
    before = report_key(compared(root), "national")
    sync(Content(root), "2031")
    found = compared(root)
    stale = [each.id for each in found.nationally.changes() if Flag.VERTALING_VEROUDERD in each.flags]
    assert stale == ["vraag-een"]
    assert "vertaling verouderd (en)" in told(make_report(found, "national"), "redline")
    assert report_key(found, "national") != before


def test_a_comparison_is_made_in_the_language_of_the_edition(tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as raised:
        open_comparison(Content(write_editions(tmp_path)), "2027", "2031", (), language="en", speaks="nl")
    assert raised.value.problem.code == "SP914"
