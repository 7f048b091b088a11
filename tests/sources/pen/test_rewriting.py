"""An operation changes what was meant; every other byte of a file stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.pen.meaning import meant, same
from flows.sources.pen.operations import Drop, Insert, Operation, Put, Where
from flows.sources.pen.rewriting import PenRefused, rewritten
from flows.sources.yaml_files import marked_text

FILE = """\
# eerste regel, met een tab aan het eind\t
province:   oost     # drie spaties
edition: '2031'
variables: {hub: "Hub 'Oost'",   labs: [a,   b]}
overrides:

  # over deze bewerking is gebeld
  - replace: vraag-een   # met de secretaris
    text: |
      Een  tekst met   spaties.

      - lijst
    # opmerking na de tekst
    reason: "een reden: met dubbele punt"

  - append: vraag-twee
    written_against: aaaaaaaaaaaa   # vorig jaar
    text: >-
      gevouwen
      tekst
  - {remove: vraag-drie, reason: 'x, y'}
# laatste regel zonder einde"""
STAMP = "0123456789ab"
ONE, TWO, THREE = Where("replace", "vraag-een"), Where("append", "vraag-twee"), Where("remove", "vraag-drie")


def stamp(where: Where, value: str = STAMP) -> Put:
    return Put(("overrides", where, "written_against"), value, after=where.key)


def after(*operations: Operation, text: str = FILE) -> str:
    return rewritten(text, "oost.yaml", operations)


def changed_lines(before: str, now: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(keepends=True), now.splitlines(keepends=True)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_new_key_is_one_new_line_behind_the_one_that_was_named() -> None:
    now = after(stamp(ONE))
    assert changed_lines(FILE, now) == ([], [f"    written_against: {STAMP}\n"])
    lines = now.splitlines()
    verb = lines.index("  - replace: vraag-een   # met de secretaris")
    assert lines[verb + 1] == f"    written_against: {STAMP}"


def test_an_old_value_is_replaced_and_its_comment_stays() -> None:
    old = ["    written_against: aaaaaaaaaaaa   # vorig jaar\n"]
    assert changed_lines(FILE, after(stamp(TWO))) == (old, [f"    written_against: {STAMP}   # vorig jaar\n"])


def test_a_key_of_an_entry_on_one_line_comes_between_its_braces() -> None:
    now = after(stamp(THREE))
    assert f"  - {{remove: vraag-drie, written_against: {STAMP}, reason: 'x, y'}}\n" in now


@pytest.mark.parametrize("value", ["123456789012", "1e2345678901", "000000000000"])
def test_a_stamp_of_digits_stays_a_stamp(value: str) -> None:
    assert f"written_against: {value}" in after(stamp(ONE, value))


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    now = after(stamp(ONE), text="\ufeff" + FILE.replace("\n", "\r\n"))
    assert now.startswith("\ufeff# eerste")
    assert now.count("\n") == now.count("\r\n") == FILE.count("\n") + 1


@pytest.mark.parametrize("empty", ["", " ", "   # nog niet", "  # een: twee"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_key_without_a_value_is_filled_in(empty: str, newline: str) -> None:
    lines = ["overrides:", "  - replace: vraag-een", f"    written_against:{empty}", "    text: x", ""]
    before = newline.join(lines)
    assert after(stamp(ONE), text=before) == before.replace("against:", f"against: {STAMP}")


def test_another_text_keeps_the_style_of_the_old_one() -> None:
    text = ("overrides", ONE, "text")
    assert "    text: |\n      Kort.\n    # opmerking" in after(Put(text, "Kort."))
    assert '    reason: "zo: dus"\n' in after(Put(("overrides", ONE, "reason"), "zo: dus"))
    assert "    text: >-\n      Kort.\n  - {remove" in after(Put(("overrides", TWO, "text"), "Kort."))
    assert "    text: |\n      Een.\n\n      Twee.\n  - {remove" in after(
        Put(("overrides", TWO, "text"), "Een.\n\nTwee.")
    )
    assert "edition: '2035'\n" in after(Put(("edition",), "2035"))


def test_an_entry_comes_where_it_was_asked_with_a_line_between_as_the_others_have() -> None:
    entry = {"replace": "vraag-vijf", "text": "Een.\nTwee."}
    now = after(Insert(("overrides",), entry, after=ONE))
    lines = "\n  - replace: vraag-vijf\n    text: |\n      Een.\n      Twee.\n"
    assert now == FILE.replace('punt"\n', 'punt"\n' + lines)
    first = after(Insert(("overrides",), {"remove": "x"}, first=True))
    assert first == FILE.replace("\n  # over", "\n  - remove: x\n\n  # over")
    last = after(
        Insert(("overrides",), {"remove": "x"}), text=FILE.removesuffix("# laatste regel zonder einde")
    )
    assert last.endswith("y'}\n\n  - remove: x\n")


def test_the_first_entry_makes_the_list() -> None:
    for before in ("a: 1\n", "a: 1\noverrides:\n", "a: 1\noverrides: []\n"):
        now = after(Insert(("overrides",), {"remove": "x"}), text=before)
        assert now == "a: 1\noverrides:\n  - remove: x\n"


def test_an_entry_that_goes_takes_the_comment_right_above_it() -> None:
    now = after(Drop(("overrides", ONE)))
    assert "gebeld" not in now and "opmerking na" not in now
    assert "overrides:\n\n  - append: vraag-twee\n" in now
    assert after(Drop(("overrides", THREE))) == FILE.replace("  - {remove: vraag-drie, reason: 'x, y'}\n", "")


def test_a_list_goes_with_its_last_item() -> None:
    assert after(Drop(("a", 0)), text="a:\n  - 1\nb: 2\n") == "b: 2\n"
    assert after(Drop(("a", 0)), text="a: [1]\nb: 2\n") == "b: 2\n"
    assert after(Drop(("variables", "labs", 0))) == FILE.replace("[a,   b]", "[b]")
    assert after(Drop(("variables", "labs"))) == FILE.replace(",   labs: [a,   b]", "")


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("overrides:\n  - replace: |\n      vraag-een\n    text: x\n", stamp(Where("replace", "weg"))),
        ("a: 1\n", Drop(("b",))),
        ("a: 1\n", Put(("b", "c"), "x")),
        ("a: [1, 2\n", Put(("a",), "x")),
        ("a: &x 1\nb: *x\n", Put(("a",), "x")),
        ("", Put(("a",), "x")),
        ("- 1\n", Drop(("overrides", 0))),
    ],
)
def test_what_cannot_be_done_without_a_guess_is_refused(text: str, operation: Operation) -> None:
    with pytest.raises(PenRefused):
        after(operation, text=text)


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
lines = st.lists(words, min_size=1, max_size=5).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=4).map("\n".join) | st.sampled_from(
    [
        "true",
        "~",
        "0612",
        "1.500",
        "- a",
        "a: b",
        "x #y",
        "'t",
        "{{ hub }}",
        "|",
        "> x",
        "\u00e9\u2019n",
        "%a",
        "@b",
        "\\",
    ]
)
styles = st.sampled_from(["plain", "|", ">-", '"', "'"])


@st.composite
def files(draw: st.DrawFn) -> tuple[str, int]:
    """A province's file with entries in many hands, and how many there are."""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    dash = " " * draw(st.integers(0, 4))
    blank, count = draw(st.booleans()), draw(st.integers(1, 4))
    rows = ["# kop", "province: oost", "overrides:"]
    for number in range(count):
        rows += [f"{dash}# over {number}"] * draw(st.integers(0, 2))
        style = draw(styles)
        said = {
            "plain": ["tekst van nu  # en meer"],
            "|": ["|", f"{dash}      Een.", "", f"{dash}      - twee"],
            ">-": [">-", f"{dash}     een", f"{dash}     twee"],
            '"': ['"een: \\"twee\\""'],
            "'": ["'een ''twee'''"],
        }[style]
        rows += [f"{dash}- replace: v{number}   # wie", f"{dash}  text: {said[0]}", *said[1:]]
        rows += [f"{dash}  reason: om {number}"] * draw(st.booleans())
        rows += [""] * (blank and number < count - 1)
    rows += ["variables:", "   hub: x", '   "labs": [a,  b]'] if draw(st.booleans()) else []
    return newline.join(rows) + newline * draw(st.integers(0, 2)), count


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Operation]:
    text, count = draw(files())
    where = Where("replace", f"v{draw(st.integers(0, count - 1))}")
    said = draw(texts)
    operation: Operation = draw(
        st.sampled_from(
            [
                Put(("overrides", where, "text"), said),
                Put(("overrides", where, "source"), said, after="replace"),
                Put(("overrides", where, "reason"), said),
                Put(("nieuw",), said),
                Insert(("overrides",), {"replace": "nieuw", "text": said}, after=where),
                Insert(("overrides",), {"remove": "nieuw", "reason": said}),
                Insert(("overrides",), {"remove": "nieuw"}, first=True),
                Drop(("overrides", where)),
                Drop(("overrides", where, "text")),
            ]
        )
    )
    return text, operation


@given(cases())
def test_law_the_file_says_what_was_meant_and_nothing_beside_it_changes(case: tuple[str, Operation]) -> None:
    text, operation = case
    before, _ = marked_text(text, "oost.yaml")
    assert before is not None
    try:
        now = after(operation, text=text)
    except PenRefused:
        # A text that no YAML file can hold for our reader, such as a number that can be two.
        said = getattr(operation, "value", "") or str(getattr(operation, "item", ""))
        plain = {"overrides": ({"replace": "a", "text": "x"},)}
        assert said and before.data.keys() >= plain.keys()
        return
    found, _ = marked_text(now, "oost.yaml")
    assert found is not None and same(found.data, meant(before.data, operation))
    kept = [line for line in text.splitlines() if line.lstrip().startswith("# kop")]
    assert all(line in now.splitlines() for line in kept)
    assert ("\r\n" in now) == ("\r\n" in text) or now.count("\n") == 0


@given(files(), texts)
def test_law_what_is_put_in_and_taken_out_again_leaves_the_same_bytes(
    made: tuple[str, int], said: str
) -> None:
    text, count = made
    where = Where("replace", f"v{count - 1}")
    for back in (
        (Put(("overrides", where, "source"), said, after="replace"), Drop(("overrides", where, "source"))),
        (
            Insert(("overrides",), {"replace": "nieuw", "text": said}, after=where),
            Drop(("overrides", Where("replace", "nieuw"))),
        ),
    ):
        assert after(*back, text=text).rstrip() == text.rstrip()
