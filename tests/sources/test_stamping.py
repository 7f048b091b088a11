"""A stamp changes one line; every other byte of a province file stays as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.content import Content
from flows.sources.stamping import StampError, stamp_file, stamped

STAMP = "0123456789ab"

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


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_new_stamp_is_one_new_line_after_the_verb() -> None:
    after = stamped(FILE, "oost.yaml", {"vraag-een": STAMP})
    assert changed_lines(FILE, after) == ([], [f"    written_against: {STAMP}\n"])
    lines = after.splitlines()
    assert (
        lines.index(f"    written_against: {STAMP}")
        == lines.index("  - replace: vraag-een   # met de secretaris") + 1
    )


def test_an_old_stamp_is_replaced_and_its_comment_stays() -> None:
    after = stamped(FILE, "oost.yaml", {"vraag-twee": STAMP})
    old = ["    written_against: aaaaaaaaaaaa   # vorig jaar\n"]
    assert changed_lines(FILE, after) == (old, [f"    written_against: {STAMP}   # vorig jaar\n"])


def test_an_entry_on_one_line_is_stamped_inside_its_braces() -> None:
    after = stamped(FILE, "oost.yaml", {"vraag-drie": STAMP})
    assert f"  - {{remove: vraag-drie, written_against: {STAMP}, reason: 'x, y'}}\n" in after


@pytest.mark.parametrize("stamp", ["123456789012", "1e2345678901", "000000000000"])
def test_a_stamp_of_digits_stays_a_stamp(stamp: str) -> None:
    assert f"written_against: {stamp}" in stamped(FILE, "oost.yaml", {"vraag-een": stamp})


def test_windows_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "oost.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    assert stamp_file(Content(tmp_path), "oost.yaml", {"vraag-een": STAMP})
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# eerste")
    assert after.count(b"\n") == after.count(b"\r\n") == FILE.count("\n") + 1


def test_a_file_that_is_stamped_already_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "oost.yaml"
    path.write_text(stamped(FILE, "oost.yaml", {"vraag-een": STAMP}))
    before = path.stat().st_mtime_ns
    assert not stamp_file(Content(tmp_path), "oost.yaml", {"vraag-een": STAMP})
    assert path.stat().st_mtime_ns == before


def test_an_entry_that_cannot_be_stamped_safely_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    odd = "overrides:\n  - replace: |\n      vraag-een\n    text: x\n"
    (tmp_path / "oost.yaml").write_text(odd)
    try:
        stamp_file(Content(tmp_path), "oost.yaml", {"vraag-een": STAMP})
    except StampError:
        assert (tmp_path / "oost.yaml").read_text() == odd


@given(
    comments=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20), max_size=4
    ),
    spaces=st.integers(1, 8),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_law_taking_the_stamp_out_again_gives_the_same_file(
    comments: list[str], spaces: int, newline: str
) -> None:
    lines = [
        "overrides:",
        *(f"  # {each}" for each in comments),
        f"  - replace:{' ' * spaces}vraag-een # {''.join(comments)}",
        "    text: x",
        *(f"# {each}" for each in comments),
    ]
    before = newline.join(lines)
    after = stamped(before, "oost.yaml", {"vraag-een": STAMP})
    assert after.replace(f"    written_against: {STAMP}{newline}", "") == before


@pytest.mark.parametrize("empty", ["", " ", "   # nog niet", " ~", " null", "  # een: twee"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_stamp_without_a_value_is_filled_in(empty: str, newline: str) -> None:
    lines = ["overrides:", "  - replace: vraag-een", f"    written_against:{empty}", "    text: x", ""]
    before = newline.join(lines)
    after = stamped(before, "oost.yaml", {"vraag-een": STAMP})
    rest = "" if empty.strip() in ("~", "null") else empty
    assert after == before.replace(f"against:{empty}", f"against: {STAMP}{rest}")


def test_a_stamp_without_a_value_between_braces_is_filled_in() -> None:
    for before in ("{replace: a, written_against: , text: x}", "{replace: a, text: x, written_against: }"):
        after = stamped(f"overrides:\n  - {before}\n", "oost.yaml", {"a": STAMP})
        assert f"written_against: {STAMP}" in after
