"""XLIFF as Trados, memoQ, Phrase, Passolo, Weblate and tools of XLIFF 2 write it."""

import pytest

from flows.problems.records import Problem
from flows.sources.returned_files import returned_of
from flows.translation.exchange import Returned, ReturnedFile, read_beside

LANGUAGES = ("nl", "de")
DUTCH = "Doe **mee** met {{ hub }}. Nu."
GERMAN = "Machen Sie **mit** bei {{ hub }}. Jetzt."


def read(text: str) -> tuple[tuple[Returned, ...], list[Problem]]:
    came, problems = returned_of(text.encode(), "terug.xlf", LANGUAGES)
    return tuple(text for part in came if isinstance(part, ReturnedFile) for text in part.texts), problems


def only(
    body: str, about: str = "", namespace: str = ' xmlns="urn:oasis:names:tc:xliff:document:1.2"'
) -> Returned:
    """The one text of a file of XLIFF 1.2."""
    (found,), problems = read(
        f'<xliff version="1.2"{namespace} xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff"'
        f' xmlns:m="http://www.memsource.com/mxlf/2.0"><file original="a.md" source-language="nl-NL"'
        f' target-language="de-DE">{about}<body>{body}</body></file></xliff>'
    )
    assert not problems
    return found


def second(body: str, version: str = "2.0") -> Returned:
    """The one text of a file of XLIFF 2."""
    (found,), problems = read(
        f'<xliff version="{version}" xmlns="urn:oasis:names:tc:xliff:document:{version}" srcLang="nl" trgLang="de-DE">'
        f'<file id="f1" original="shared/2031/de.po">{body}</file></xliff>'
    )
    assert not problems
    return found


def unit(target: str, about: str = "", **more: str) -> str:
    said = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<trans-unit id="a#text"{about}><source>Doe mee.</source><target{said}>{target}</target></trans-unit>'


TRADOS = (
    '<header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="7"><bpt name="b">**</bpt><ept name="b">**</ept>'
    '</tag><tag id="8"><ph name="v">{{ hub }}</ph></tag></tag-defs></header>'
)


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (
            '<trans-unit id="a#text"><source>Doe <g id="7">mee</g> met <x id="8"/>. Nu.</source><seg-source><mrk mtype="seg" '
            'mid="1">Doe <g id="7">mee</g> met <x id="8"/>.</mrk> <mrk mtype="seg" mid="2">Nu.</mrk></seg-source><target>'
            '<mrk mtype="seg" mid="1">Machen Sie <g id="7">mit</g> bei <x id="8"/>.</mrk><mrk mtype="seg" mid="2">Jetzt.'
            "</mrk></target></trans-unit>",
            TRADOS,
        ),
        (
            '<trans-unit id="a#text"><source>Doe <g id="7">mee</g> met <x id="8"/>. Nu.</source>'
            '<target>Machen Sie <g id="7">mit</g> bei <x id="8"/>. Jetzt.</target></trans-unit>',
            "",
        ),
        (
            '<trans-unit id="1" resname="a#text"><source>Doe <bpt id="1" rid="1">{}</bpt>mee<ept id="2" rid="1">{}</ept> met '
            '<ph id="3">&lt;mq:rxt displaytext="hub" val="{{ hub }}" /&gt;</ph>. Nu.</source><target>Machen Sie '
            '<bpt id="1" rid="1">{}</bpt>mit<ept id="2" rid="1">{}</ept> bei <ph id="3">&lt;mq:rxt displaytext="hub" '
            'val="{{ hub }}" /&gt;</ph>. Jetzt.</target></trans-unit>',
            "",
        ),
        (
            '<trans-unit id="1" resname="a#text"><source>Doe **mee** met {1}. Nu.</source><target>Machen Sie **mit** bei {1}. '
            "Jetzt.</target><m:tunit-metadata><m:mark id=\"1\"><m:type>code</m:type><m:content>{{ hub }}</m:content></m:mark>"
            "</m:tunit-metadata></trans-unit>",
            "",
        ),
        (
            '<trans-unit id="a#text"><source>Doe {1>mee<1} met {2}. Nu.</source>'
            "<target>Machen Sie {1>mit&lt;1} bei {2}. Jetzt.</target></trans-unit>".replace("mee<1}", "mee&lt;1}"),
            "",
        ),
    ],
    ids=["trados", "only numbers", "memoq", "phrase with contents", "phrase"],
)  # fmt: skip
@pytest.mark.parametrize("namespace", ["", ' xmlns="urn:oasis:names:tc:xliff:document:1.2"'])
def test_the_codes_of_a_program_are_read_as_the_parts_of_our_dutch(
    body: str, about: str, namespace: str
) -> None:
    found, unread = read_beside(only(body, about, namespace), DUTCH)
    assert (found.context, found.dutch, found.text, unread) == ("a#text", DUTCH, GERMAN, ())


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ('Mach mit<ph id="9">&lt;br/&gt;</ph>.', "<br/>"),
        ('Mach mit<x id="9"/>.', '<x id="9"/>'),
        ('<bpt id="1">{}</bpt>Mach mit<ept id="1">{}</ept>.', "{}"),
        ('Mach <ph id="1">&lt;mq:ch val="&amp;amp;" /&gt;</ph> mit.', "&"),
        ("Mach <vreemd>mit</vreemd>.", "<vreemd>"),
        ("Mach mit bei {1}.", "{1}"),
        ("Mach mit bei [%1$s:hub].", "[%1$s:hub]"),
    ],
)  # fmt: skip
def test_a_code_that_stands_for_nothing_of_ours_is_named(target: str, name: str) -> None:
    _, unread = read_beside(only(unit(target)), "Doe mee.")
    assert unread == (name,)


@pytest.mark.parametrize(
    ("target", "code", "texts"),
    [
        ('<g id="5">Neu.<mrk mtype="seg" mid="0">Alt.</mrk></g>', "SP842", ("Neu.", "Alt.")),
        ('<mrk mtype="seg" mid="0">Alt.</mrk><mrk mtype="seg" mid="0">Neu.</mrk>', "SP842", ("Alt.", "Neu.")),
        ('<mrk mtype="seg" mid="1">Ja.</mrk> <mrk mtype="seg" mid="2"/>', "SP843", ()),
    ],
)  # fmt: skip
def test_half_a_text_and_two_texts_in_one_are_told_and_not_glued(
    target: str, code: str, texts: tuple[str, ...]
) -> None:
    found = only(unit(target))
    (told,) = found.refusals
    assert (found.text, told.code) == ("", code)
    assert tuple(text for _, text in told.excerpts) == texts


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ('<mrk mtype="seg" mid="1">Eins.</mrk><mrk mtype="seg" mid="2">Zwei.</mrk>', "Eins. Zwei."),
        ('<mrk mtype="seg" mid="1">Eins.</mrk>  <mrk mtype="seg" mid="2">Zwei.</mrk>', "Eins.  Zwei."),
        ('<mrk mtype="seg" mid="2">Zwei.</mrk><mrk mtype="seg" mid="1">Eins.</mrk>', "Zwei.Eins."),
        ('<mrk mtype="seg" mid="1"/><mrk mtype="seg" mid="2"/>', ""),
    ],
)  # fmt: skip
def test_sentences_are_joined_with_the_spaces_that_they_have_or_that_the_dutch_has(
    target: str, text: str
) -> None:
    cut = '<mrk mtype="seg" mid="1">Een.</mrk> <mrk mtype="seg" mid="2">Twee.</mrk>'
    body = f'<trans-unit id="a#text"><source>Een. Twee.</source><seg-source>{cut}</seg-source><target>{target}</target></trans-unit>'
    found = only(body)
    assert (found.text, found.refusals) == (text, ())


@pytest.mark.parametrize(
    ("body", "read_and_approved", "origin", "text"),
    [
        (unit("Mach mit.", state="translated"), (True, False), "", "Mach mit."),
        (unit("Mach mit.", ' approved="yes"'), (True, True), "", "Mach mit."),
        (unit("Mach mit.", ' approved="yes"', state="needs-review-translation"), (False, False), "", "Mach mit."),
        (unit("Mach mit.", ' approved="no"', state="translated"), (True, False), "", "Mach mit."),
        (unit("Mach mit.", state="translated", state_qualifier="rejected-grammar"), (False, False), "", "Mach mit."),
        (unit("Mach mit.", state="new", state_qualifier="leveraged-tm"), (False, False), "tm:xliff", "Mach mit."),
        (unit("Mach mit.", state="x-eigen", state_qualifier="leveraged-mt"), (False, False), "mt:xliff", "Mach mit."),
        (unit("Doe mee.", state="new"), (False, False), "", ""),
        (unit("Doe mee.", state="needs-translation"), (False, False), "", ""),
        (unit("Doe mee.", state="translated"), (True, False), "", "Doe mee."),
        (unit("", state="final"), (True, True), "", ""),
        (unit("Mach mit.", ' mq:status="ManuallyConfirmed"'), (True, False), "", "Mach mit."),
        (unit("Mach mit.", ' mq:status="MachineTranslated"'), (False, False), "mt:xliff", "Mach mit."),
        (unit("Doe mee.", ' mq:status="NotStarted"'), (False, False), "", ""),
        (unit("Mach mit.", ' m:confirmed="1" m:trans-origin="mt"'), (True, False), "", "Mach mit."),
        (unit("Mach mit.", ' m:confirmed="0" m:trans-origin="mt"'), (False, False), "mt:xliff", "Mach mit."),
    ],
)  # fmt: skip
def test_how_far_a_text_is_is_read_in_the_words_of_its_program(
    body: str, read_and_approved: tuple[bool, bool], origin: str, text: str
) -> None:
    found = only(body)
    assert ((found.is_read, found.is_approved), found.origin, found.text) == (read_and_approved, origin, text)


@pytest.mark.parametrize(
    ("confirmed", "stands"),
    [
        (("Translated", "ApprovedSignOff"), (True, False)),
        (("ApprovedTranslation", "ApprovedSignOff"), (True, True)),
        (("Draft", "ApprovedSignOff"), (False, False)),
        (("RejectedTranslation",), (False, False)),
    ],
)
def test_of_several_sentences_of_trados_the_one_that_is_least_far_counts(
    confirmed: tuple[str, ...], stands: tuple[bool, bool]
) -> None:
    segments = "".join(f'<sdl:seg id="{at}" conf="{each}"/>' for at, each in enumerate(confirmed))
    body = unit("Mach mit.").replace("</trans-unit>", f"<sdl:seg-defs>{segments}</sdl:seg-defs></trans-unit>")
    found = only(body)
    assert (found.is_read, found.is_approved) == stands


def test_what_a_group_says_of_translating_counts_for_its_texts() -> None:
    group = f'<group translate="no">{unit("Nein.")}{unit("Ja.", TRANSLATE).replace("a#", "b#")}</group>'
    assert only(group).context == "b#text"


TRANSLATE = ' translate="yes"'


def test_what_a_person_changed_is_no_programs_work_whatever_the_file_still_says() -> None:
    body = unit(
        "Mach mit.", ' extradata="nl-sha=0 seen=0123456789ab"', state_qualifier="fuzzy-match", state="new"
    )
    assert only(body).origin == ""


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
def test_xliff_2_is_read_with_its_codes_notes_and_names(version: str) -> None:
    found = second(
        '<group id="g"><unit id="u1" name="a#text"><notes><note category="standpunt">ons</note><note>Klopt dit?</note></notes>'
        '<originalData><data id="d1">**</data><data id="d2">{{ hub }}</data></originalData>'
        '<segment id="s1" state="reviewed"><source>Doe <pc id="1" dataRefStart="d1" dataRefEnd="d1">mee</pc> met '
        '<ph id="2" dataRef="d2"/>.</source><target>Machen Sie <pc id="1" dataRefStart="d1" dataRefEnd="d1">mit</pc> bei '
        '<ph id="2"/>.</target></segment><ignorable><source> </source></ignorable>'
        '<segment id="s2" state="translated"><source><mrk id="m" type="term">Nu</mrk>.</source><target>Jetzt.</target>'
        "</segment></unit></group>",
        version,
    )
    read_, unread = read_beside(found, DUTCH)
    assert (read_.context, read_.dutch, read_.text, unread) == ("a#text", DUTCH, GERMAN, ())
    assert (found.is_read, found.is_approved, found.comments) == (True, False, ("Klopt dit?",))


def test_halves_of_pairs_and_counted_codes_of_xliff_2_are_read_beside_our_dutch() -> None:
    found = second(
        '<unit id="a" name="a#text"><segment state="final"><source>Doe <sc id="1"/>mee<ec startRef="1"/> met <ph id="2"/>.'
        '<cp hex="0020"/>Nu.</source><target>Machen Sie <sc id="1"/>mit<ec startRef="1"/> bei <ph id="2"/>. Jetzt.'
        "</target></segment></unit>"
    )
    read_, unread = read_beside(found, DUTCH)
    assert (read_.text, unread, found.is_approved) == (GERMAN, (), True)


@pytest.mark.parametrize(
    ("segments", "text", "codes"),
    [
        ([("Een.", "Eins.", ""), ("Twee.", None, "")], "", ["SP843"]),
        ([("Een.", None, ""), ("Twee.", None, "")], "", []),
        ([("Een.", "Zwei. ", ' order="2"'), ("Twee.", "Eins. ", ' order="1"')], "Eins. Zwei. ", []),
    ],
)
def test_the_segments_of_xliff_2_are_one_text(
    segments: list[tuple[str, str | None, str]], text: str, codes: list[str]
) -> None:
    body = "".join(
        f"<segment><source>{source}</source>{'' if target is None else f'<target{order}>{target}</target>'}</segment>"
        for source, target, order in segments
    )
    found = second(f'<unit id="a#text">{body}</unit>')
    assert (found.text, [each.code for each in found.refusals]) == (text, codes)


@pytest.mark.parametrize(
    ("state", "origin", "text"),
    [
        ('state="initial"', "", ""),
        ('state="initial" subState="okp:mt-suggestion"', "mt:xliff", ""),
        ('state="translated"', "", "Doe mee."),
    ],
)
def test_the_states_of_xliff_2_are_read(state: str, origin: str, text: str) -> None:
    found = second(
        f'<unit id="a#text"><segment {state}><source>Doe mee.</source><target>Doe mee.</target></segment></unit>'
    )
    assert (found.origin, found.text) == (origin, text)


def test_xliff_2_of_other_languages_is_refused_at_its_root() -> None:
    head = '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="nl" trgLang="fr"><file id="f"/></xliff>'
    _, problems = read(head)
    assert [(each.code, str(each.place)) for each in problems] == [("SP894", "terug.xlf:1:1")]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [("iso-8859-1", "utf-8"), ("us-ascii", "utf-8"), ("utf-16", "utf-8"), ("utf-8", "utf-16")],
)
def test_a_file_that_names_an_encoding_that_it_is_not_in_is_told_so(said: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{said}"?>\n<xliff version="1.2"><file>Geschätzt</file></xliff>'
    _, problems = returned_of(text.encode(encoding), "t.xlf", LANGUAGES)
    assert [(each.code, each.args["said"]) for each in problems] == [("SP840", said)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_a_file_in_another_encoding_is_read_with_or_without_a_mark(encoding: str) -> None:
    name = "UTF-16" if encoding.startswith("utf") else encoding
    text = f'<?xml version="1.0" encoding="{name}"?><xliff version="1.2"><file><body>{unit("Geschätzt")}</body></file></xliff>'
    came, problems = returned_of(text.encode(encoding), "t.xlf", LANGUAGES)
    assert not problems and isinstance(came[0], ReturnedFile) and came[0].texts[0].text == "Geschätzt"


def test_the_translate_toolkit_writes_xliff_2_that_is_read() -> None:
    xliff2 = pytest.importorskip("translate.storage.xliff2", reason="translate-toolkit is not installed")
    store = xliff2.Xliff2File(sourcelanguage="nl", targetlanguage="de")
    made = store.addsourceunit("Doe **mee**.")
    made.target = "Machen Sie **mit**."
    made.xmlelement.getparent().set("name", "a#text")
    (found,), problems = read(bytes(store).decode())
    assert not problems
    assert (found.context, found.dutch, found.text) == ("a#text", "Doe **mee**.", "Machen Sie **mit**.")
