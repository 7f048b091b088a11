"""Pictures to share: one of the cover and one of each ask, whole whatever the words are, and always the same."""

import hashlib
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.document import Document
from flows.documents.share_cards import card_files, cards_of
from flows.positions.bodies import Ask
from flows.press.jobs import Printed, print_documents
from flows.press.paper.cards import card_data
from tests.documents.samples import HOSTILE, block, chapter, position
from tests.press.printing import REPOSITORY, document, job, own_looks

LONG = "Ontwikkelingsmaatschappijen zorgen voor bedrijfsvoeringsvernieuwing in iedere gemeente. " * 40
WORD = "Arbeidsmarktdiscriminatiebestrijdingsmaatregelenpakket" * 4
TEXTS = {"kort": "Doe dit.", "lang": LONG, "woord": WORD, "vreemd": f"{HOSTILE} #panic() $x$ *a* `b`"}


def sample() -> Document:
    one = position([chapter("a", "A", [block(anchor, Ask(text)) for anchor, text in TEXTS.items()])])
    return replace(document(one), province=HOSTILE, organisation=HOSTILE * 9)


def printed_cards(out: Path, one: Document, *files: str) -> Printed:
    (answer,) = print_documents([job(one, own_looks(), files)], REPOSITORY, out)
    assert answer.problems == ()
    return answer


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out, one = tmp_path_factory.mktemp("cards"), sample()
    files = card_files_of(one)
    answer = printed_cards(out, one, *files)
    assert {name: file.path for name, file in answer.files.items()} == {
        name: f"{one.folder}/{name}" for name in files
    }
    return {name: (out / file.path).read_bytes() for name, file in answer.files.items()}


def card_files_of(one: Document) -> tuple[str, ...]:
    return ("cards/_cover.png", *(card.file for card in cards_of(one)))


def test_the_names_follow_from_the_position_as_from_the_document() -> None:
    one = position([chapter("a", "A", [block(anchor, Ask(text)) for anchor, text in TEXTS.items()])])
    assert card_files(one) == card_files_of(document(one))
    assert card_files(position()) == card_files_of(document())
    assert card_files(one)[1:] == tuple(f"cards/{anchor}.png" for anchor in TEXTS)


def test_each_is_1200_by_630_and_none_is_empty(made: dict[str, bytes]) -> None:
    sizes = {struct.unpack(">4xII", data[12:24]) for data in made.values()}
    assert sizes == {(1200, 630)}
    assert all(data.startswith(b"\x89PNG") for data in made.values())
    assert len({*made.values()}) == len(TEXTS) + 1


@pytest.mark.parametrize("anchor", ["lang", "woord"])
def test_no_word_leaves_its_place_however_long_it_is(anchor: str, made: dict[str, bytes]) -> None:
    brand = own_looks().brand
    solid, ground = (bytes.fromhex(one[1:]) for one in (brand.tone(1)[0], brand.colour(brand.cover.ground)))
    lines = rows(made[f"cards/{anchor}.png"])
    assert {
        line[at : at + 3] for line in lines[:516] for at in (*range(0, 300, 4), *range(4500, 4800, 4))
    } == {solid}
    assert {
        line[at : at + 3] for line in lines[520:] for at in (*range(0, 300, 4), *range(4500, 4800, 4))
    } == {ground}
    assert {line[at : at + 3] for line in lines[474:516] for at in range(0, 4800, 4)} == {solid}
    assert len({line[at : at + 3] for line in lines[130:470] for at in range(320, 4480, 4)}) > 2


def rows(png: bytes) -> list[bytes]:
    """The pixels of a PNG, four bytes each, undone of the filters that PNG has for its lines."""
    at, packed = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        packed += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += 12 + length
    data, found, above = zlib.decompress(packed), [], bytes(4800)
    for start in range(0, len(data), 4801):
        kind, line = data[start], bytearray(data[start + 1 : start + 4801])
        for place in range(4800) if kind else ():
            left = line[place - 4] if place > 3 else 0
            corner = above[place - 4] if place > 3 else 0
            guesses = (0, left, above[place], (left + above[place]) // 2, nearest(left, above[place], corner))
            line[place] = (line[place] + guesses[kind]) % 256
        above = bytes(line)
        found.append(above)
    return found


def nearest(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def test_two_runs_give_the_same_bytes_and_one_alone_is_the_same_too(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    answer = printed_cards(tmp_path, sample(), "cards/lang.png")
    assert answer.files["cards/lang.png"].sha256 == hashlib.sha256(made["cards/lang.png"]).hexdigest()


def test_an_ask_has_its_number_and_the_colours_of_its_chapter() -> None:
    one, brand = document(), own_looks().brand
    asks = card_data(one, brand)["asks"]
    assert [ask["number"] for ask in asks] == ["nl ask number"] * len(asks) != []
    labels = {**one.labels, "ask_number": "Vraag {}"}
    numbers = [ask["number"] for ask in card_data(replace(one, labels=labels), brand)["asks"]]
    assert numbers == [f"Vraag {at + 1}" for at in range(len(asks))]
    assert {ask["solid"] for ask in asks} <= {brand.tone(number)[0] for number in range(1, 5)}
