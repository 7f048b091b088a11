"""The asks as data: what the schema in `docs` says, with the ids of the web page, and nothing that runs in Excel."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from flows.documents.asks import asks_of
from flows.documents.document import Document
from flows.documents.elements import anchor_of, name_of, walk
from flows.positions.bodies import Ask
from flows.press.asks.linked import linked
from flows.press.asks.rows import COLUMNS, table
from tests.documents.samples import HOSTILE, block, chapter, position
from tests.press.asks.brochures import documents
from tests.press.printing import REPOSITORY, document, neutral_looks

BRAND = neutral_looks().brand
ON_THE_WEB = replace(BRAND, site="https://www.example.org/standpunten/")


def of_asks(*texts: str) -> Document:
    """A document with an ask for each text."""
    blocks = [block(f"vraag-{number}", Ask(text)) for number, text in enumerate(texts)]
    return document(position([chapter("a", "Hoofdstuk", blocks)]))


def items(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [each["item"] for each in told["itemListElement"]]


def rows(data: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")]


def test_the_data_of_every_document_follow_the_schema_that_the_docs_publish() -> None:
    schema = json.loads((REPOSITORY / "docs" / "asks.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert len(documents()) == 60
    for one in documents():
        for brand in (BRAND, ON_THE_WEB):
            told = json.loads(json.dumps(linked(one, brand)))
            assert [*validator.iter_errors(told)] == [], one.name
            told["itemListElement"][0]["item"]["identifier"] = "Geen id"
            assert not validator.is_valid(told)


def test_keys_stand_in_the_order_of_the_schema() -> None:
    schema = json.loads((REPOSITORY / "docs" / "asks.schema.json").read_text(encoding="utf-8"))
    for one in documents():
        told = linked(one, BRAND)
        assert [*told] == [name for name in schema["properties"] if name in told]
        for item in items(told):
            assert [*item] == [name for name in schema["$defs"]["ask"]["properties"] if name in item]


def test_every_ask_of_every_document_is_there_with_the_id_and_number_of_its_web_page() -> None:
    for one in documents():
        anchors = [anchor_of(each) for each in walk(one.blocks) if name_of(each) == "ask"]
        told = linked(one, BRAND)
        assert [item["identifier"] for item in items(told)] == anchors
        assert [item["@id"] for item in items(told)] == [f"{one.name}.html#{each}" for each in anchors]
        assert [each["position"] for each in told["itemListElement"]] == [*range(1, len(anchors) + 1)]
        assert [row["id"] for row in rows(table(one, BRAND))] == anchors
        assert [row["nummer"] for row in rows(table(one, BRAND))] == [str(n + 1) for n in range(len(anchors))]


def test_both_files_tell_the_same_of_an_ask() -> None:
    for one in documents():
        for ask, item, row in zip(
            asks_of(one), items(linked(one, BRAND)), rows(table(one, BRAND)), strict=True
        ):
            assert item["text"] == row["vraag"] == ask.text
            assert item["isPartOf"]["identifier"] == row["hoofdstuk_id"]
            assert item.get("about", {}).get("identifier", "") == row["thema_id"]
            assert item["@id"] == row["adres"]
            assert item["inLanguage"] == row["taal"] == one.language


def test_a_province_and_a_translation_are_told_apart() -> None:
    by_name = {one.name: one for one in documents()}
    frisian = {row["id"]: row for row in rows(table(by_name["fryslan-2027-nl"], BRAND))}
    assert frisian["fr-vraag-uitleg-twee-talen"]["herkomst"] == "provincie"
    assert frisian["vraag-mkb-toets"]["herkomst"] == "landelijk"
    assert {row["provincie_code"] for row in frisian.values()} == {"NL-FR"}
    assert {(row["vertaling"], row["status"]) for row in frisian.values()} == {("origineel", "concept")}
    english = rows(table(by_name["fryslan-2023-en"], BRAND))
    assert {row["vertaling"] for row in english} == {"vertaald"}
    assert {(row["stand_vertaling"], row["status"]) for row in english} == {("automatisch", "vastgesteld")}


def test_addresses_are_whole_where_the_brand_says_where_the_outputs_stand() -> None:
    one = document()
    page = f"https://www.example.org/standpunten/{one.folder}/{one.name}.html"
    told = linked(one, ON_THE_WEB)
    assert told["isPartOf"]["@id"] == page
    assert items(told)[0]["@id"] == f"{page}#vraag-een"
    assert rows(table(one, ON_THE_WEB))[0]["adres"] == f"{page}#vraag-een"


def test_a_table_is_what_a_dutch_excel_opens_and_every_row_has_every_column() -> None:
    data = table(of_asks("Doe dit; en dat.", 'Zeg "ja".\n\nTweede alinea.'), BRAND)
    assert data.startswith("\ufeffnummer;id;vraag;".encode())
    assert data.count(b"\n") == data.count(b"\r\n") == 3
    assert [row["vraag"] for row in rows(data)] == ["Doe dit; en dat.", "Zeg “ja”. Tweede alinea."]
    assert all(None not in row and None not in row.values() and [*row] == [*COLUMNS] for row in rows(data))


@pytest.mark.parametrize("text", ["=1+1", "+31 30", "@som", "-3 procent"])
def test_no_text_runs_as_a_formula(text: str) -> None:
    one = replace(of_asks(f"\\{text}"), organisation=text, province=text)
    (row,) = rows(table(one, BRAND))
    assert {row["vraag"], row["organisatie"], row["provincie"]} == {f"'{text}"}
    assert items(linked(one, BRAND))[0]["text"] == text


def test_hostile_text_stays_text() -> None:
    one = replace(document(), province=HOSTILE, organisation=HOSTILE)
    assert rows(table(one, BRAND))[0]["provincie"] == HOSTILE
    assert linked(one, BRAND)["spatialCoverage"]["name"] == HOSTILE


def test_without_asks_there_is_an_empty_list() -> None:
    one = document(position([]))
    assert linked(one, BRAND)["numberOfItems"] == 0
    assert rows(table(one, BRAND)) == []
