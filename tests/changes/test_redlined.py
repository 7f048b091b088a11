"""A redlined text holds both sides, and nothing else."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.changes.passages import passages_of
from flows.changes.readings import Passage, Token
from flows.changes.records import PassageChange
from flows.changes.redlined import Element, one_sided, redlined
from flows.changes.texts import passage_changes
from flows.changes.words import Mark
from tests.changes.trees import blocks as texts
from tests.changes.trees import bullets, div, edited, link, para, resolved, strong, table, variable, words

pairs = texts().flatmap(lambda old: st.tuples(st.just(old), edited(old) | texts()))


def sides(tree: list[Element]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    old = resolved(tree, drop="added", unwrap="removed")
    return passages_of(old), passages_of(resolved(tree, drop="removed", unwrap="added"))


def redline(old: list[Element], new: list[Element]) -> list[Element]:
    return redlined(passage_changes(passages_of(old), passages_of(new)))


@settings(max_examples=100, deadline=None)
@given(pairs)
def test_law_a_redlined_text_resolves_to_either_side(pair: tuple[list[Element], list[Element]]) -> None:
    old, new = pair
    assert sides(redline(old, new)) == (passages_of(old), passages_of(new))


@settings(max_examples=60, deadline=None)
@given(pairs)
def test_law_the_runs_of_each_paragraph_make_both_sides(pair: tuple[list[Element], list[Element]]) -> None:
    old, new = passages_of(pair[0]), passages_of(pair[1])
    changes = passage_changes(old, new)
    assert tuple(change.old for change in changes if change.old) == old
    assert tuple(change.new for change in changes if change.new) == new
    for change in changes:
        assert tokens(change, Mark.ADDED) == (change.old.tokens if change.old else ())
        assert tokens(change, Mark.REMOVED) == (change.new.tokens if change.new else ())


def tokens(change: PassageChange, without: Mark) -> tuple[Token, ...]:
    return tuple(token for op in change.ops if op.mark is not without for token in op.tokens)


@settings(max_examples=50, deadline=None)
@given(texts())
def test_law_a_text_does_not_differ_from_itself(text: list[Element]) -> None:
    changes = passage_changes(passages_of(text), passages_of(text))
    assert all(change.mark is Mark.SAME for change in changes)
    assert all(op.mark is Mark.SAME for change in changes for op in change.ops)


@settings(max_examples=50, deadline=None)
@given(texts(), st.sampled_from([Mark.ADDED, Mark.REMOVED]))
def test_law_a_whole_text_stands_on_one_side(text: list[Element], mark: Mark) -> None:
    passages = passages_of(text)
    expected = ((), passages) if mark is Mark.ADDED else (passages, ())
    assert sides(one_sided(passages, mark)) == expected


@settings(max_examples=30, deadline=None)
@given(texts())
def test_law_a_tree_stays_as_it_is(text: list[Element]) -> None:
    before = deepcopy(text)
    redline(text, text[1:])
    assert text == before


def span(mark: str, *inlines: Element) -> Element:
    return {"t": "Span", "c": [["", [mark], []], list(inlines)]}


def test_a_changed_word_stands_in_spans() -> None:
    assert redline([para("Dit kan hier.")], [para("Dit moet hier.")]) == [
        {"t": "Para", "c": [*words("Dit"), {"t": "Space"}, span("removed", *words("kan")), span("added", *words("moet")), {"t": "Space"}, *words("hier.")]}
    ]  # fmt: skip


def test_a_paragraph_with_hardly_a_word_in_common_is_another_one() -> None:
    old, new = "Het net is vol en dat duurt nog jaren.", "Vakmensen zijn schaars en scholing is duur."
    changes = passage_changes(passages_of([para(old)]), passages_of([para(new)]))
    assert [change.mark for change in changes] == [Mark.REMOVED, Mark.ADDED]


def test_a_link_stands_around_its_changed_words() -> None:
    old, new = (
        {"t": "Para", "c": [link("het plan", "https://a.nl")]},
        {"t": "Para", "c": [link("dit plan", "https://a.nl")]},
    )
    [paragraph] = redline([old], [new])
    [element] = paragraph["c"]
    assert element["t"] == "Link"
    assert element["c"][1] == [
        span("removed", *words("het")),
        span("added", *words("dit")),
        {"t": "Space"},
        *words("plan"),
    ]


def test_a_link_with_another_address_is_two_links_around_spans() -> None:
    [paragraph] = redline(
        [{"t": "Para", "c": [*words("Lees dit stuk:"), link("plan", "https://a.nl")]}],
        [{"t": "Para", "c": [*words("Lees dit stuk:"), link("plan", "https://b.nl")]}],
    )
    old, new = paragraph["c"][-2:]
    assert (old["t"], old["c"][1], old["c"][2][0]) == (
        "Link",
        [span("removed", *words("plan"))],
        "https://a.nl",
    )
    assert (new["t"], new["c"][1], new["c"][2][0]) == (
        "Link",
        [span("added", *words("plan"))],
        "https://b.nl",
    )


def test_an_item_on_one_side_stays_in_the_list() -> None:
    gone, come = span("removed", *words("weg ermee")), span("added", *words("nieuw punt"))
    assert redline([bullets("blijft", "weg ermee")], [bullets("blijft", "nieuw punt")]) == [
        {"t": "BulletList", "c": [[{"t": "Plain", "c": words("blijft")}], [div("removed", {"t": "Plain", "c": [gone]})], [div("added", {"t": "Plain", "c": [come]})]]}
    ]  # fmt: skip


def test_a_first_paragraph_that_was_replaced_stays_in_its_item() -> None:
    old = {"t": "BulletList", "c": [[para("heel iets anders"), para("blijft hier staan")]]}
    new = {"t": "BulletList", "c": [[para("nieuwe eerste zin"), para("blijft hier staan")]]}
    [listed] = redline([old], [new])
    assert len(listed["c"]) == 1


def test_an_item_cut_in_two_is_two_items_on_that_side_alone() -> None:
    old = [{"t": "BulletList", "c": [[para("eerste zin"), para("tweede zin")]]}]
    new = [{"t": "BulletList", "c": [[para("eerste zin")], [para("tweede zin")]]}]
    assert sides(redline(old, new)) == (passages_of(old), passages_of(new))


def test_a_table_row_on_one_side_has_the_class_itself() -> None:
    old = table(["Antwoord", "Aandeel"], ["ja", "60,5"], ["nee", "39,5"])
    new = table(["Antwoord", "Aandeel"], ["ja", "61"], ["deels", "39"])
    [redlined_table] = redline([old], [new])
    [[_, _, _, rows]] = redlined_table["c"][4]
    assert [row[0][1] for row in rows] == [[], ["removed"], ["added"]]
    assert rows[0][1][1][4][0]["c"] == [span("removed", *words("60,5")), span("added", *words("61"))]


def test_the_parts_of_a_unit_are_boxes_again() -> None:
    old = [para("De omzet groeit."), div("source", para("Bron: CBS, 2022"))]
    new = [para("De omzet groeit."), div("source", para("Bron: CBS, 2025"))]
    text, source = redline(old, new)
    assert (text["t"], source["t"], source["c"][0][1]) == ("Para", "Div", ["source"])


def test_a_variable_is_one_token_with_its_whole_value() -> None:
    [passage] = passages_of(
        [{"t": "Para", "c": [*words("De"), {"t": "Space"}, variable("hub", "Hub Noord Oost")]}]
    )
    assert passage.tokens == (Token("De"), Token(" "), Token("Hub Noord Oost", (), "hub"))


def test_marks_are_told_from_the_outside_in() -> None:
    nested = {"t": "Link", "c": [["", [], []], [strong("plan")], ["https://a.nl", ""]]}
    [passage] = passages_of([{"t": "Plain", "c": [nested]}])
    assert passage.tokens == (Token("plan", ("link:https://a.nl", "strong")),)


@pytest.mark.parametrize(
    "refused",
    [
        {"t": "CodeBlock", "c": [["", [], []], "a = 1"]},
        {"t": "Para", "c": [{"t": "Note", "c": [para("Zie daar.")]}]},
    ],
)
def test_a_text_is_refused_rather_than_lost(refused: Element) -> None:
    with pytest.raises(ValueError, match=r"CodeBlock|Note"):
        passages_of([para("Voor."), refused])


def test_a_string_of_words_counts_as_words() -> None:
    [one] = passages_of([{"t": "Para", "c": [{"t": "Str", "c": "twee woorden"}]}])
    [other] = passages_of([para("twee woorden")])
    assert one == other
