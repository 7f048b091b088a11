"""The association's own content: complete, sound, and every province in its own words."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import OpenEdition, open_edition
from flows.desk.opening.languages import open_language
from flows.documents.brochure import brochure
from flows.problems.records import Severity
from flows.sources.content import Content
from tests.documents.words_of_documents import words

CONTENT = Content(Path(__file__).parents[2])
EDITIONS = ("2023", "2027")
PROVINCES = (
    "drenthe", "flevoland", "fryslan", "gelderland", "groningen", "limburg",
    "noord-brabant", "noord-holland", "overijssel", "utrecht", "zeeland", "zuid-holland",
)  # fmt: skip

INVENTORY = [
    "hoofdstuk-ondernemend",
    "hoofdstuk-innovatief-duurzaam",
    "hoofdstuk-werken-ontwikkelen",
    "thema-regeldruk",
    "thema-ondernemersklimaat",
    "thema-circulaire-economie",
    "thema-innovatie",
    "thema-energietransitie",
    "kader-duurzaamheid",
    "thema-instroom-vakmensen",
    "inleiding-voorstelling",
    "inleiding-uitdaging",
    "inleiding-kleinbedrijf",
    "inleiding-oproep",
    "feit-kleinbedrijf-99-procent",
    "ondernemend-samenwerking",
    "regeldruk-toelichting",
    "feit-zes-sectoren",
    "vraag-regeldruk-sectoren",
    "vraag-mkb-toets",
    "ondernemersklimaat-familiebedrijven",
    "ondernemersklimaat-woningbouw",
    "vraag-bedrijventerreinen",
    "vraag-netcapaciteit-bedrijven",
    "vraag-bovenlokale-planning",
    "figuur-soorten-maakbedrijven",
    "circulaire-economie-toelichting",
    "feit-metaal-hergebruik",
    "vraag-circulair-aanbesteden",
    "vraag-ruimte-circulair",
    "innovatie-toelichting",
    "feit-digitalisering-80-procent",
    "vraag-procesinnovatie-vouchers",
    "innovatie-regionale-samenwerking",
    "vraag-smart-industry",
    "energietransitie-toelichting",
    "vraag-klimaatregels-proportioneel",
    "vraag-energieopslag",
    "vraag-geen-onnodige-eisen",
    "vraag-netcapaciteit-regionaal",
    "feit-energieverbruik",
    "feit-duurzame-energie",
    "feit-co2-uitstoot",
    "feit-circulariteit",
    "feit-recycled-content",
    "feit-mvo",
    "instroom-toelichting",
    "vraag-eenvoudige-structuren",
    "vakmensen-tekort",
    "manifest-toelichting",
    "vraag-manifest-werken-ontwikkelen",
    "vraag-servicepunt-techniek",
    "figuur-opleidingsniveau",
    "colofon-adres",
    "colofon-organisatieprofiel",
    "feit-leden",
    "feit-omzet",
    "feit-werkgelegenheid",
    "contact-regiosecretaris",
]
"""Every piece of the 2023 brochure for Noord-Holland, beside its cover."""

HUBS = {
    "groningen": "Smart Industry Hub Noord", "fryslan": "Smart Industry Hub Noord", "drenthe": "Smart Industry Hub Noord",
    "overijssel": "Smart Industry Hub Oost", "gelderland": "Smart Industry Hub Oost",
    "flevoland": "Smart Industry Hub Noordwest", "utrecht": "Smart Industry Hub Noordwest",
    "noord-holland": "Smart Industry Hub Noordwest", "zuid-holland": "SMITZH",
    "zeeland": "Smart Industry Hub Zuid", "noord-brabant": "Smart Industry Hub Zuid", "limburg": "Smart Industry Hub Zuid",
}  # fmt: skip
AGENCIES = {
    "groningen": "NOM", "fryslan": "NOM", "drenthe": "NOM", "overijssel": "Oost NL", "gelderland": "Oost NL",
    "flevoland": "Horizon", "utrecht": "ROM Utrecht Region", "noord-holland": "ROM InWest",
    "zuid-holland": "InnovationQuarter", "zeeland": "Impuls Zeeland", "noord-brabant": "BOM", "limburg": "LIOF",
}  # fmt: skip


@cache
def edition(name: str) -> OpenEdition:
    return open_edition(CONTENT, name)


@cache
def text(name: str, slug: str) -> str:
    """What a reader of a province's brochure reads."""
    opened = edition(name)
    one = next(each for each in opened.provinces if each.slug == slug)
    language, _ = open_language(CONTENT, "nl")
    assert one.position is not None and language is not None
    return " ".join(words(brochure(one.position, language, opened.trees, draft=False)))


def mentions(haystack: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", haystack) is not None


def own_names(name: str) -> dict[str, set[str]]:
    """For each province the names that no other province has: its own name, its partners, its field labs."""
    opened = edition(name)
    found: dict[str, set[str]] = {}
    for one in opened.provinces:
        assert one.own is not None and one.province is not None
        values = [value for value in one.own.variables.values() if not str(value).startswith("http")]
        flat = {str(item) for value in values for item in (value if isinstance(value, tuple) else (value,))}
        found[one.slug] = flat | {one.province.names["nl"].name}
    return {
        slug: {
            each
            for each in names
            if not any(each in others for other, others in found.items() if other != slug)
        }
        for slug, names in found.items()
    }


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_has_twelve_provinces_and_no_errors(name: str) -> None:
    assert tuple(one.slug for one in edition(name).provinces) == PROVINCES
    assert [each for each in problems_of(edition(name)) if each.severity is Severity.ERROR] == []


def test_every_piece_of_the_seed_is_in_noord_holland_2023() -> None:
    one = next(each for each in edition("2023").provinces if each.slug == "noord-holland")
    assert one.position is not None
    present = {merged.block.id for merged in one.position.blocks() if merged.block.body is not None}
    present |= {chapter.chapter.id for chapter in one.position.chapters}
    present |= {theme.theme.id for chapter in one.position.chapters for theme in chapter.themes}
    assert set(INVENTORY) - present == set()
    assert one.position.edition.title and one.position.edition.subtitle


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("slug", PROVINCES)
def test_a_province_mentions_its_own_hub_and_partners(slug: str, name: str) -> None:
    assert mentions(text(name, slug), HUBS[slug])
    if name == "2027":
        assert mentions(text(name, slug), AGENCIES[slug])


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("slug", PROVINCES)
def test_a_province_mentions_nothing_that_belongs_to_another(slug: str, name: str) -> None:
    names = own_names(name)
    assert len(names[slug]) >= 1
    others = {each for other in PROVINCES if other != slug for each in names[other]}
    assert {each for each in others if mentions(text(name, slug), each)} == set()
    hubs = set(HUBS.values()) - {HUBS[slug]}
    assert {each for each in hubs if mentions(text(name, slug), each)} == set()


def test_no_province_wrote_its_own_text_over_from_another() -> None:
    for name in EDITIONS:
        texts: dict[str, str] = {}
        for one in edition(name).provinces:
            assert one.own is not None
            for entry in one.own.overrides:
                own = entry.text or getattr(entry.block.body if entry.block else None, "text", "")
                if own:
                    assert own not in texts or texts[own] == one.slug, (name, one.slug, entry.target)
                    texts[own] = one.slug


def test_the_warnings_of_2027_are_the_intended_ones() -> None:
    found = [each for each in problems_of(edition("2027")) if each.province is not None]
    stale = {(each.province, each.args["id"]) for each in found if each.code in ("SP401", "SP402")}
    assert stale == {
        ("drenthe", "energietransitie-toelichting"),
        ("groningen", "vraag-bovenlokale-planning"),
        ("groningen", "vraag-ruimte-circulair"),
        ("limburg", "vraag-bovenlokale-planning"),
        ("noord-brabant", "regeldruk-toelichting"),
        ("noord-holland", "vraag-bovenlokale-planning"),
        ("overijssel", "vraag-netcapaciteit-bedrijven"),
        ("zuid-holland", "vraag-netcapaciteit-bedrijven"),
    }
    assert all(dict(each.excerpts).get("was") for each in found if each.code in ("SP401", "SP402"))
    renamed = {each.province for each in found if each.code == "SP304"}
    assert renamed == {"flevoland", "utrecht"}
    satisfied = {each.province for each in found if each.code == "SP303"}
    assert satisfied == {"overijssel", "zeeland"}
    codes = {each.code for each in problems_of(edition("2027"))}
    assert codes == {"SP303", "SP304", "SP401", "SP402", "SP601", "SP602", "SP603"}


def test_the_warnings_of_2023_are_the_intended_ones() -> None:
    _, provinces, problems = check(CONTENT, "2023")
    assert provinces == 12
    assert {each.code for each in problems} == {"SP213", "SP603", "SP607", "SP608"}


@pytest.mark.parametrize("name", EDITIONS)
def test_every_verb_is_used_somewhere(name: str) -> None:
    used = {entry.verb for one in edition(name).provinces if one.own for entry in one.own.overrides}
    assert {each.value for each in used} == {"fill", "replace", "append", "insert", "remove"}


def test_the_manifest_of_2027_is_the_renewed_one() -> None:
    assert "2024" in text("2027", "noord-holland")
    assert "manifest" in text("2027", "noord-holland").lower()


def test_the_figure_without_numbers_is_given_none() -> None:
    for name in EDITIONS:
        national = edition(name).national.edition
        assert national is not None
        figure = next(block for block in national.blocks() if block.id == "figuur-soorten-maakbedrijven")
        assert figure.body is not None and figure.body.data == ()  # type: ignore[union-attr]


def test_2027_differs_from_2023_as_a_next_edition_does() -> None:
    old, new = (edition(name).national for name in EDITIONS)
    assert old.edition is not None and new.edition is not None
    before, after = set(old.targets.blocks), set(new.targets.blocks)
    assert {"feit-zes-sectoren", "vraag-geen-onnodige-eisen"} <= set(new.edition.retired)
    assert before - after == set(new.edition.retired) | {"ondernemersklimaat-woningbouw"}
    assert len(after - before) >= 8
    assert new.targets.aliases["ondernemersklimaat-woningbouw"].id == "ondernemersklimaat-wonen-en-werken"
    locked = {block.id for block in new.edition.blocks() if block.override == "none"}
    assert "vraag-mkb-toets" in locked and "vraag-mkb-toets" not in {
        b.id for b in old.edition.blocks() if b.override == "none"
    }
    themes = {theme.id for chapter in new.edition.chapters for theme in chapter.themes}
    assert "thema-arbeidsproductiviteit" in themes


@pytest.mark.parametrize("name", EDITIONS)
def test_the_handbook_lists_the_warnings_as_they_are(name: str) -> None:
    handbook = (CONTENT.root / "docs/handleiding.md").read_text()
    section = handbook.split(f"**Editie {name}")[1].split("**Editie")[0].split("## ")[0]
    listed = {
        code: int(number) for code, number in re.findall(r"^\| (SP\d+) \| (\d+) \|", section, re.MULTILINE)
    }
    assert listed == dict(Counter(each.code for each in problems_of(edition(name))))
