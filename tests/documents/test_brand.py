import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from flows.documents.brand import Brand
from flows.documents.brand_file import read_brand
from flows.documents.contrasts import contrast
from flows.documents.labels import LABELS
from flows.documents.photos import CHAPTER, FRAMES, needed
from flows.positions import limits
from flows.positions.marked import Marked
from flows.sources.yaml_files import marked_bytes

NEUTRAL = files("flows.sources") / "neutral"
OWN = Path(__file__).parents[2] / "shared" / "brand" / "brand.yaml"


def marked(text: str) -> Marked:
    read, problems = marked_bytes(text.encode(), "shared/brand/brand.yaml")
    assert read is not None and not problems
    return read


def neutral(changes: Mapping[str, str] | None = None) -> str:
    text = (NEUTRAL / "brand.yaml").read_text(encoding="utf-8")
    for old, new in (changes or {}).items():
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("text", [neutral(), OWN.read_text(encoding="utf-8")], ids=["neutral", "own"])
def test_the_brands_that_we_ship_are_whole_and_can_be_read(text: str) -> None:
    brand, problems = read_brand(marked(text))
    assert problems == []
    assert isinstance(brand, Brand)


def test_a_faint_pair_is_a_problem_at_its_place() -> None:
    brand, problems = read_brand(marked(neutral({"#5a6570": "#8a949d"})))
    assert brand is None
    first = problems[0]
    assert (first.code, first.args["text"], first.args["ground"]) == ("SP805", "grey", "white")
    assert (first.args["ratio"], first.args["needed"]) == ("3.08", "4.5")
    assert first.place is not None and first.place.line == text_line(neutral(), "page:")


def text_line(text: str, needle: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(needle))


def test_an_unknown_colour_is_a_problem_that_names_the_known_ones() -> None:
    _, problems = read_brand(marked(neutral({"link: teal": "link: tael"})))
    (only,) = problems
    assert (only.code, only.args["name"]) == ("SP806", "tael")
    known: Any = only.args["allowed"]
    assert "teal" in known


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({'"#1f2933"': '"rood"'}, "SP114"),
        ({"name: Standpunt": "naam: Standpunt"}, "SP111"),
        ({"family: Libertinus Serif": 'family: "x\'; } body {"'}, "SP114"),
        ({"body: 9.8": "body: groot"}, "SP112"),
    ],
)
def test_a_brand_of_the_wrong_shape_is_a_problem(changes: dict[str, str], code: str) -> None:
    brand, problems = read_brand(marked(neutral(changes)))
    assert brand is None
    assert code in {one.code for one in problems}


@pytest.mark.parametrize("size", ["-1", "0", "0.0", "1e308", "1e-9", "1e400", "-0", "121"])
@pytest.mark.parametrize("name", limits.SIZES)
def test_a_size_that_does_not_print_is_told_at_its_place(name: str, size: str) -> None:
    old = next(f"{name}: {each}" for each in neutral().partition("scale:")[2].split(f"{name}: ")[1:])
    written = re.match(rf"{name}: [0-9.]+", old)
    assert written is not None
    before, _, scale = neutral().partition("scale:")
    text = f"{before}scale:{scale.replace(written[0], f'{name}: {size}')}"
    brand, problems = read_brand(marked(text))
    assert brand is None
    (only,) = problems
    assert (only.code, only.args["key"]) == ("SP810", f"scale.{name}")
    assert only.place is not None
    line = text.split("\n")[only.place.line - 1]
    assert line[only.place.column - 1 :].startswith(size)


@pytest.mark.parametrize("size", [".nan", ".inf", "NaN", "Infinity", '"groot"', "[1]", "true", "null"])
def test_a_size_that_is_no_number_is_told(size: str) -> None:
    brand, problems = read_brand(marked(neutral({"body: 9.8": f"body: {size}"})))
    assert brand is None
    assert {one.code for one in problems} <= {"SP101", "SP110", "SP112", "SP114"}


def test_a_list_that_is_too_long_is_told_before_all_its_pairs() -> None:
    many = ", ".join(["Georgia"] * (limits.FONTS_INSTEAD + 1))
    _, problems = read_brand(marked(neutral({"instead: [Georgia": f"instead: [{many}"})))
    (only,) = problems
    assert (only.code, only.args["key"], only.args["most"]) == (
        "SP811",
        "fonts.instead",
        limits.FONTS_INSTEAD,
    )


@pytest.mark.parametrize(
    ("inks", "code"),
    [
        ("teal: [90, 20, 30]", "SP114"),
        ("teal: [90, 20, 30, 101]", "SP114"),
        ("teal: [-1, 20, 30, 10]", "SP114"),
        ("teal: [veel, 20, 30, 10]", "SP112"),
        ("tael: [90, 20, 30, 10]", "SP806"),
    ],
)
def test_inks_that_nobody_can_print_are_told_at_their_place(inks: str, code: str) -> None:
    text = f"{neutral()}\nprint: {{inks: {{{inks}}}}}\n"
    brand, problems = read_brand(marked(text))
    assert brand is None
    (only,) = problems
    assert only.code == code
    assert only.place is not None and only.place.line == text_line(text, "print:")


def test_a_colour_that_takes_much_ink_is_a_warning_and_printed_as_it_stands() -> None:
    brand, problems = read_brand(marked(f"{neutral()}\nprint: {{inks: {{teal: [100, 90, 80, 70]}}}}\n"))
    (only,) = problems
    assert (only.code, only.args["total"], only.args["most"]) == ("SP878", "340", 300)
    assert brand is not None and brand.inks() == {brand.colour("teal"): (1, 0.9, 0.8, 0.7)}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#E07A1F", "#ffffff") == pytest.approx(3.01, abs=0.01)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("code", ["nl", "en", "de", "fy"])
def test_every_language_has_every_label_and_no_other(code: str) -> None:
    read, problems = marked_bytes((NEUTRAL / "languages" / f"{code}.yaml").read_bytes(), f"{code}.yaml")
    assert read is not None and not problems
    assert sorted(read.data["labels"]) == sorted(LABELS)
    assert read.data["language"] == code
    assert "{}" in read.data["labels"]["percentage"]


def test_nothing_of_one_association_or_province_is_in_the_package() -> None:
    package = Path(__file__).parents[2] / "flows"
    pieces = [
        path
        for path in package.rglob("*")
        if path.suffix in {".py", ".yaml", ".typ", ".css", ".lua", ".html"}
    ]
    assert len(pieces) > 20
    mine = [path for path in pieces if {"documents", "press", "neutral"} & {*path.parts}]
    told = [path.name for path in mine if "metaalunie" in path.read_text(encoding="utf-8").lower()]
    assert told == []


def keys_of(shape: Any, path: str = "") -> Iterator[str]:
    """Every key of the brand file: of lists and maps, those of what stands in them."""
    if is_dataclass(shape):
        hints = get_type_hints(shape)
        for each in fields(shape):
            inside = [*keys_of(hints[each.name], f"{path}{each.name}.")]
            yield from inside or [f"{path}{each.name}"]
    for inner in get_args(shape):
        yield from keys_of(inner, path)


def test_the_handbook_names_every_key_of_the_brand_file() -> None:
    handbook = (Path(__file__).parents[2] / "docs" / "handleiding.md").read_text(encoding="utf-8")
    chapter = handbook.split("\n## Huisstijl\n")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z_.]+)`", chapter))
    keys = {key for key in keys_of(Brand) if not key.startswith("photos.")}
    assert len(keys) >= 30
    assert keys - named == set()
    assert {f"photos.{key.rpartition('.')[2]}" for key in keys if key.startswith("cover.photo.")} == {
        key for key in keys_of(Brand) if key.startswith("photos.")
    }


def test_the_handbook_says_how_many_pixels_print_needs() -> None:
    handbook = (Path(__file__).parents[2] / "docs" / "handleiding.md").read_text(encoding="utf-8")
    flowing = " ".join(handbook.split())
    for frame in (*FRAMES.values(), CHAPTER):
        wide, high = needed(frame)
        assert f"{wide} bij {high}" in flowing
    assert f"ten hoogste {limits.PHOTO_BYTES // 1024 // 1024} MB" in flowing


@pytest.mark.parametrize(
    ("old", "new"),
    [('"#1f2933"', '"#1f29"'), ("Libertinus Serif", "Source/Sans"), ("page:", "site: http://a.nl\npage:")],
)
def test_a_value_of_another_form_is_told_with_the_form_that_belongs_there(old: str, new: str) -> None:
    (problem,) = read_brand(marked(neutral({old: new})))[1]
    assert problem.code == "SP114"
    assert problem.args["form"]
