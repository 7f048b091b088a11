"""A change report made by hand, with everything that a writer must be able to draw."""

from collections.abc import Sequence
from typing import Any

from flows.documents.change_report.report import ADDED, REMOVED, Report
from flows.documents.elements import Element, Tree, bullets, code, div, header, inlines, link, para, strong


def span(mark: str, content: Tree | str, **attributes: str) -> Element:
    inner = inlines(content) if isinstance(content, str) else content
    return {"t": "Span", "c": [["", [mark], [list(pair) for pair in sorted(attributes.items())]], inner]}


def edited(*parts: str) -> Tree:
    """Words; ``+new`` and ``-old`` parts are marked. Parts keep the spaces they are given."""
    found: Tree = []
    for part in parts:
        mark = {"+": ADDED, "-": REMOVED}.get(part[:1], "")
        words: Tree = inlines(part[1:] if mark else part)
        found += [span(mark, words)] if mark else words
    return found


def row(block: str, kind: str, op: str, side: str, text: Tree, *, flags: str = "", head: str = "", inline: Tree = (), fields: Tree = (), **more: str) -> Element:  # fmt: skip
    anchor = f"{'oud' if side == 'old' else 'nieuw'}-{block}"
    parts = [div("head", [para(head)])] if head else []
    parts.append(div("text", text))
    parts += [div("inline", list(inline))] if inline else []
    parts += [div("fields", list(fields))] if fields else []
    return div("change", parts, anchor, block=block, kind=kind, op=op, side=side, flags=flags, digest="0a1b2c3d", **more)  # fmt: skip


def rows_table(rows: Sequence[tuple[str, Sequence[Tree]]]) -> Element:
    """A table whose rows have a class (or none), each cell a list of inlines."""
    none: list[Any] = ["", [], []]

    def cell(content: Tree) -> list[Any]:
        return [none, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": content}]]

    body = [[["", [mark] if mark else [], []], [cell(each) for each in cells]] for mark, cells in rows]
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidthDefault"}] for _ in rows[0][1]]
    return {"t": "Table", "c": [none, [None, []], columns, [none, []], [[none, 0, [], body]], [none, []]]}


def report(language: str = "nl") -> Report:
    heading: Element = {
        "t": "Header",
        "c": [2, ["", [], []], edited("Innovatief ", "-en duurzaam", "+en veilig")],
    }
    removed_theme: Element = {"t": "Header", "c": [3, ["", [], []], [span(REMOVED, "Oud thema")]]}
    gone = div(REMOVED, [para([span(REMOVED, "Schrap deze vraag.")])])
    come = div(ADDED, [para([span(ADDED, "Geef 300 mkb-bedrijven een voucher.")])])
    listed = bullets([
        [para("Blijft staan.")],
        [div(REMOVED, [para([span(REMOVED, "Valt weg.")])])],
        [div(ADDED, [para([span(ADDED, "Komt erbij."), ])])],
    ])  # fmt: skip
    table = rows_table([
        ("", [inlines("ja"), edited("-60,5%", "+61%")]),
        (REMOVED, [[span(REMOVED, "nee")], [span(REMOVED, "39,5%")]]),
        (ADDED, [[span(ADDED, "deels")], [span(ADDED, "39%")]]),
    ])  # fmt: skip
    linked = [*inlines("Lees "), span(REMOVED, [link("het plan", "https://example.org/oud")]), span(ADDED, [link("het plan", "https://example.org/nieuw")]), *edited(" en doe ", "-niets", "+iets", ".")]  # fmt: skip
    redline = [
        header(1, "De tekst met wijzigingen", "redline"),
        row("hoofdstuk-een", "chapter", "edited", "both", [heading], level="1", head="Titel gewijzigd"),
        row("toelichting", "prose", "edited", "both", [para(linked), listed], flags="link modaliteit", head="Gewijzigd: link, modaliteit"),
        row("ongewijzigd", "prose", "unchanged", "both", [para("Deze alinea is gelijk gebleven.")]),
        row("vraag-oud", "ask", "removed", "old", [gone], flags="vraag-vervallen", head="Vraag vervallen"),
        row("vraag-nieuw", "ask", "added", "new", [come], flags="vraag-nieuw getal", head="Nieuwe vraag"),
        row("feit", "fact", "edited", "both", [para(edited("De omzet is ", "-30", "+35", " miljard euro.")), div("source", [para(edited("Bron: CBS, juli ", "-2022", "+2025"))])], flags="getal", head="Feit gewijzigd", fields=[rows_table([("", [inlines("as_of"), inlines("2022-07"), inlines("2025-07")])])]),
        row("figuur", "figure", "edited", "both", [div("figure-title", [para("Verdeling")]), div("data", [table])], flags="getal", head="Cijfers gewijzigd"),
        row("citaat", "quote", "unchanged", "both", [{"t": "BlockQuote", "c": [para("Zo is het.")]}, div("speaker", [para("Iemand")])]),
        row("verplaatst", "prose", "moved+edited", "old", [div(REMOVED, [para([span(REMOVED, "Stond hier eerst.")])])], head="Verplaatst naar verderop"),
        row("thema-oud", "theme", "removed", "old", [div(REMOVED, [removed_theme])], level="2", head="Thema vervallen"),
        row("verplaatst", "prose", "moved+edited", "new", [div(ADDED, [para([span(ADDED, "Staat nu hier.")])])], head="Verplaatst van eerder", inline=[para(edited("-Stond", "+Staat", "-hier eerst", "+nu hier", "."))]),
        row("contact", "contact", "unchanged", "both", [para([strong("Regiosecretaris")]), para([link("info@example.org", "mailto:info@example.org")])]),
    ]  # fmt: skip
    state = span("state", "↓", name="inherits")
    blocks = [
        div("report-cover", [div("organisation", [para("Vereniging")]), div("title", [para("Wat er veranderd is")]), div("subtitle", [para("Zeeland: 2023 en 2027")])]),
        div("decisions", [header(1, "Eerst beslissen", "besluiten"), div("decision", [para([link("vraag-nieuw", "#nieuw-vraag-nieuw"), *inlines(" is nieuw: neem een besluit. Typ dan: "), code("standpunt accept zeeland vraag-nieuw")])])]),
        div("summary", [header(1, "In cijfers", "cijfers"), rows_table([("", [inlines("gewijzigd"), inlines("4")])])]),
        div("variables", [header(1, "Namen", "namen"), para(edited("-Hub Oud", "+Hub Nieuw"))]),
        div("matrix", [header(1, "Thema's en provincies", "matrix"), rows_table([("", [inlines("Innovatie"), [state]])]), div("legend", [para("↓ neemt over")])]),
        div("effects", [header(1, "Per provincie", "gevolgen"), header(2, "Zeeland", "gevolgen-zeeland"), bullets([[para("Uw tekst is verouderd.")]])]),
        div("redline", redline),
    ]  # fmt: skip
    return Report(
        name="report",
        folder=f"compare/2023-2027/zeeland/{language}",
        language=language,
        locale={"nl": "nl_NL", "en": "en_GB"}[language],
        speaks=language,
        title="Wat er veranderd is",
        subtitle="Zeeland: 2023 en 2027",
        organisation="Vereniging",
        blocks=blocks,
        data={"old": "2023", "new": "2027", "changes": []},
    )
