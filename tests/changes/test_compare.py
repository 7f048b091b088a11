"""Two readings compared: what happened to each unit, and both as one row."""

from dataclasses import replace

from hypothesis import given, settings

from flows.changes.compare import compare, lapsed_rulings
from flows.changes.readings import Reading
from flows.changes.records import Flag, Op, Ruling, Side, VariableChange
from tests.changes.readings_made import SENTENCES, ops, reading, readings, theme, unit
from tests.changes.trees import para, variable, words

ALL = [unit(f"blok-{number}", text) for number, text in enumerate(SENTENCES)]
OLD = reading("2023", *ALL)


@settings(max_examples=150, deadline=None)
@given(readings())
def test_law_rows_are_both_readings_in_their_own_order(pair: tuple[Reading, Reading]) -> None:
    old, new = pair
    rows = compare(old, new).rows
    assert [row.change.old for row in rows if row.side is not Side.NEW] == list(old.units)
    assert [row.change.new for row in rows if row.side is not Side.OLD] == list(new.units)


@settings(max_examples=100, deadline=None)
@given(readings())
def test_law_what_was_added_one_way_was_removed_the_other(pair: tuple[Reading, Reading]) -> None:
    old, new = pair
    there, back = compare(old, new).changes(), compare(new, old).changes()
    gone = sorted(each.old.id for each in there if each.old is not None and each.new is None)
    come = sorted(each.new.id for each in back if each.new is not None and each.old is None)
    assert gone == come


@settings(max_examples=50, deadline=None)
@given(readings())
def test_law_a_reading_does_not_differ_from_itself(pair: tuple[Reading, Reading]) -> None:
    rows = compare(pair[0], pair[0]).rows
    assert all((row.side, row.change.op) == (Side.BOTH, Op.UNCHANGED) for row in rows)


@settings(max_examples=50, deadline=None)
@given(readings())
def test_law_every_unit_is_one_change(pair: tuple[Reading, Reading]) -> None:
    changes = compare(*pair).changes()
    assert len({each.id for each in changes}) == len(changes)
    known = {each.id for each in (*pair[0].units, *pair[1].units)}
    assert {name for each in changes for name in (each.id, each.old.id if each.old else each.id)} == known


def test_an_edit_touches_its_own_unit_only() -> None:
    new = [*ALL]
    new[2] = unit("blok-2", SENTENCES[2].replace("jaren", "maanden"))
    assert ops(OLD, reading("2027", *new)) == {"blok-2": Op.EDITED}


def test_a_removed_and_an_added_unit_touch_nothing_else() -> None:
    new = [*ALL[:1], *ALL[2:], unit("nieuw", "Iets heel anders over water, dijken en de haven.")]
    assert ops(OLD, reading("2027", *new)) == {"blok-1": Op.REMOVED, "nieuw": Op.ADDED}


def test_one_unit_in_another_place_is_one_move() -> None:
    new = [ALL[3], *ALL[:3], *ALL[4:]]
    compared = compare(OLD, reading("2027", *new))
    assert ops(OLD, reading("2027", *new)) == {"blok-3": Op.MOVED}
    assert [row.side for row in compared.rows if row.change.id == "blok-3"] == [Side.NEW, Side.OLD]


def test_a_unit_under_another_theme_has_moved() -> None:
    one, two = theme("een", "Een"), theme("twee", "Twee")
    old = reading("2023", one, unit("a", SENTENCES[0], path=("hoofdstuk", "een")), two)
    new = reading("2027", one, two, unit("a", SENTENCES[0], path=("hoofdstuk", "twee")))
    assert ops(old, new) == {"a": Op.MOVED}


def test_what_moved_has_two_places_and_what_stayed_has_one() -> None:
    one, two = theme("een", "Een"), theme("twee", "Twee")
    under_one = [
        unit(name, text, path=("hoofdstuk", "een")) for name, text in zip("ab", SENTENCES, strict=False)
    ]
    under_two = [replace(each, path=("hoofdstuk", "twee")) for each in under_one]
    compared = compare(reading("2023", one, *under_one, two), reading("2027", one, two, *under_two))
    assert {each.id: each.op for each in compared.changes() if each.op is not Op.UNCHANGED} == {
        "a": Op.MOVED,
        "b": Op.MOVED,
    }
    assert [row.change.id for row in compared.rows if row.side is Side.BOTH] == ["een", "twee"]


def test_a_moved_theme_takes_its_blocks_along() -> None:
    small = [theme("een", "Een"), unit("a", SENTENCES[0], path=("hoofdstuk", "een"))]
    large = [theme("twee", "Twee"), *(unit(name, text, path=("hoofdstuk", "twee")) for name, text in zip("bcd", SENTENCES[1:4], strict=True))]  # fmt: skip
    old, new = reading("2023", *small, *large), reading("2027", *large, *small)
    assert ops(old, new) == {"een": Op.MOVED}
    places = [(row.change.id, row.side) for row in compare(old, new).rows]
    assert places == [("een", Side.OLD), ("a", Side.OLD), ("twee", Side.BOTH), ("b", Side.BOTH), ("c", Side.BOTH), ("d", Side.BOTH), ("een", Side.NEW), ("a", Side.NEW)]  # fmt: skip


def test_the_theme_with_the_fewest_blocks_is_the_one_that_moved() -> None:
    small = [theme("een", "Een"), unit("a", SENTENCES[0], path=("hoofdstuk", "een"))]
    large = [theme("twee", "Twee"), *(unit(name, text, path=("hoofdstuk", "twee")) for name, text in zip("bcd", SENTENCES[1:4], strict=True))]  # fmt: skip
    assert ops(reading("2023", *large, *small), reading("2027", *small, *large)) == {"een": Op.MOVED}


def test_what_is_gone_stands_after_what_it_stood_after() -> None:
    rows = compare(OLD, reading("2027", *ALL[:2], *ALL[3:])).rows
    assert [row.change.id for row in rows] == [each.id for each in ALL]


def test_a_declared_rename_is_no_proposal() -> None:
    by_alias = reading("2027", unit("anders", "Geheel andere woorden.", aliases=("blok-0",)), *ALL[1:])
    by_edition = reading(
        "2027", unit("anders", "Geheel andere woorden."), *ALL[1:], retired={"blok-0": "anders"}
    )
    for new in (by_alias, by_edition):
        first, *_ = compare(OLD, new).changes()
        assert (first.op, first.id, first.old and first.old.id, first.declared) == (
            Op.RENAMED,
            "anders",
            "blok-0",
            True,
        )


def test_a_unit_that_was_replaced_twice_is_found_by_its_first_id() -> None:
    replaced = {"blok-0": "tussen", "tussen": "anders"}
    new = reading("2027", unit("anders", "Geheel andere woorden."), *ALL[1:], retired=replaced)
    assert ops(OLD, new) == {"anders": Op.RENAMED}


def test_of_two_units_replaced_by_one_the_one_that_was_there_is_found() -> None:
    replaced = {"blok-0": "anders", "ouder": "anders"}
    new = reading("2027", unit("anders", "Geheel andere woorden."), *ALL[1:], retired=replaced)
    assert ops(OLD, new) == {"anders": Op.RENAMED}


def test_an_old_unit_becomes_one_new_unit_only() -> None:
    names = ("blok-0",)
    twice = reading(
        "2027", unit("x", "Eerste.", aliases=names), unit("y", "Tweede.", aliases=names), *ALL[1:]
    )
    assert ops(OLD, twice) == {"x": Op.RENAMED, "y": Op.ADDED}


def test_an_alike_text_with_another_id_is_a_proposed_rename() -> None:
    text = SENTENCES[0].replace("loket", "balie")
    first, *_ = compare(OLD, reading("2027", unit("anders", text), *ALL[1:])).changes()
    assert (first.op, first.old and first.old.id, first.declared) == (Op.RENAMED, "blok-0", False)


def test_short_texts_are_not_taken_for_each_other() -> None:
    old = reading("2023", unit("a", "Meer ruimte voor wonen"))
    assert ops(old, reading("2027", unit("b", "Meer ruimte voor werken"))) == {"a": Op.REMOVED, "b": Op.ADDED}


def test_a_unit_that_was_cut_up_is_split() -> None:
    old = reading("2023", unit("a", f"{SENTENCES[0]} {SENTENCES[1]}"), ALL[2])
    new = reading("2027", unit("a", SENTENCES[0]), unit("b", SENTENCES[1]), ALL[2])
    a, b, _ = compare(old, new).changes()
    assert (a.op, a.parts, b.op, b.parts) == (Op.SPLIT, ("a", "b"), Op.SPLIT, ("a",))
    assert Flag.VRAAG_NIEUW not in b.flags


def test_the_same_words_in_another_text_make_no_split() -> None:
    old = reading("2023", unit("a", " ".join(SENTENCES)), ALL[2])
    words_there = "zit vol en schaars dus scholing bespaart meer geld hinderen nodig uitstoot van"
    new = reading("2027", unit("a", SENTENCES[0]), unit("b", words_there), ALL[2])
    assert ops(old, new) == {"a": Op.EDITED, "b": Op.ADDED}


def test_two_units_put_together_are_joined() -> None:
    old = reading("2023", unit("a", SENTENCES[0]), unit("b", SENTENCES[1]), ALL[2])
    new = reading("2027", unit("a", f"{SENTENCES[0]} {SENTENCES[1]}"), ALL[2])
    a, b, _ = compare(old, new).changes()
    assert (a.op, a.parts, b.op, b.parts) == (Op.JOINED, ("a", "b"), Op.JOINED, ("a",))


def test_a_split_ask_is_neither_new_nor_gone() -> None:
    old = reading("2023", unit("a", f"{SENTENCES[0]} {SENTENCES[1]}", kind="ask"))
    new = reading("2027", unit("b", SENTENCES[0], kind="ask"), unit("c", SENTENCES[1], kind="ask"))
    assert not {Flag.VRAAG_NIEUW, Flag.VRAAG_VERVALLEN} & {
        flag for each in compare(old, new).changes() for flag in each.flags
    }


NUMBERED = (
    "Verleen binnen acht weken een vergunning aan elk bedrijf dat zijn dak vol zonnepanelen moet leggen."
)


def test_a_number_that_only_stands_in_another_piece_did_not_change() -> None:
    whole, rest = unit("a", f"{SENTENCES[0]} {NUMBERED}"), unit("a", SENTENCES[0])
    cut = compare(reading("2023", whole), reading("2027", rest, unit("b", NUMBERED)))
    assert [(each.op, each.flags) for each in cut.changes()] == [(Op.SPLIT, ())] * 2
    gone = compare(reading("2023", whole), reading("2027", unit("c", SENTENCES[0]), unit("b", NUMBERED)))
    assert {(each.op, each.flags) for each in gone.changes()} == {(Op.SPLIT, ())}
    put = compare(reading("2023", rest, unit("b", NUMBERED)), reading("2027", whole))
    assert [(each.op, each.flags) for each in put.changes()] == [(Op.JOINED, ())] * 2
    later = unit("b", NUMBERED.replace("acht", "tien"))
    changed = compare(reading("2023", whole), reading("2027", rest, later)).changes()
    assert [Flag.GETAL in each.flags for each in changed] == [True, True]


def hub(name: str) -> Reading:
    text = [{"t": "Para", "c": [*words("Ga naar"), {"t": "Space"}, variable("hub", name)]}]
    return reading(
        name, *(unit(each, blocks=text) for each in "abc"), variables={"hub": name, "naam": "Zeeland"}
    )


def test_a_renamed_hub_is_one_change_for_a_reader() -> None:
    compared = compare(hub("Hub Oud"), hub("Hub Nieuw"))
    assert compared.variables == (VariableChange("hub", "Hub Oud", "Hub Nieuw", ("a", "b", "c")),)
    for change in compared.changes():
        assert (change.flags, change.only_variables, change.is_substantive) == (
            (Flag.VARIABELE,),
            True,
            False,
        )


def test_a_number_in_a_variable_is_a_number() -> None:
    change, *_ = compare(hub("Hub 2023"), hub("Hub 2027")).changes()
    assert change.flags == (Flag.GETAL, Flag.VARIABELE)
    assert change.is_substantive


def test_provinces_and_languages_are_told_at_changed_units_only() -> None:
    new = reading("2027", unit("blok-0", "Een andere tekst."), *ALL[1:])
    names = {"blok-0": ("zeeland", "drenthe"), "blok-1": ("zeeland",)}
    first, second, *_ = compare(OLD, new, overridden=names, untranslated={"blok-0": ("en",)}).changes()
    told = {each.flag: each.new for each in first.evidence}
    assert told[Flag.AFWIJKING_GERAAKT] == ("zeeland", "drenthe")
    assert told[Flag.VERTALING_VEROUDERD] == ("en",)
    assert second.flags == ()


def test_a_ruling_counts_until_the_text_changes_again() -> None:
    new = reading("2027", unit("blok-0", SENTENCES[0].replace("kan", "moet")), *ALL[1:])
    found, *_ = compare(OLD, new).changes()
    ruling = Ruling("blok-0", found.digest, (Flag.MODALITEIT,), (Flag.REDACTIONEEL,), "zo bedoeld")
    ruled = compare(OLD, new, rulings=[ruling])
    assert ruled.changes()[0].flags == (Flag.REDACTIONEEL,)
    assert lapsed_rulings(ruled, [ruling]) == ()
    later = reading("2027", unit("blok-0", SENTENCES[0].replace("kan", "mag")), *ALL[1:])
    again = compare(OLD, later, rulings=[ruling])
    assert again.changes()[0].ruling is None
    assert lapsed_rulings(again, [ruling]) == (ruling,)


def test_a_digest_is_the_same_in_every_province() -> None:
    def digest(hub: str) -> str:
        old = [{"t": "Para", "c": [*words("Ga nu naar"), {"t": "Space"}, variable("hub", hub)]}]
        new = [{"t": "Para", "c": [*words("Kom nu naar"), {"t": "Space"}, variable("hub", hub), {"t": "Space"}, variable("naam", hub)]}]  # fmt: skip
        [change] = compare(
            reading("2023", unit("a", blocks=old)), reading("2027", unit("a", blocks=new))
        ).changes()
        return change.digest

    assert digest("Hub Noord") == digest("Hub Zuid") != ""


def test_another_value_is_another_digest() -> None:
    there, elsewhere = compare(hub("Oud"), hub("Nieuw")), compare(hub("Oud"), hub("Anders"))
    assert there.changes()[0].digest != elsewhere.changes()[0].digest


def test_another_layout_of_the_tree_is_no_change() -> None:
    tight = {"t": "BulletList", "c": [[{"t": "Plain", "c": words("een punt")}]]}
    loose = {"t": "BulletList", "c": [[para("een punt")]]}
    assert ops(reading("a", unit("x", blocks=[tight])), reading("b", unit("x", blocks=[loose]))) == {}


def test_another_kind_is_a_change() -> None:
    old = reading("2023", unit("a", SENTENCES[0], kind="ask"))
    [change] = compare(old, reading("2027", replace(old.units[0], kind="prose"))).changes()
    assert (change.op, change.flags) == (Op.EDITED, (Flag.VRAAG_VERVALLEN,))
    assert [(each.name, each.old, each.new) for each in change.fields] == [("kind", "ask", "prose")]
