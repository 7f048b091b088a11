"""A comparison as a report for people: what to decide, how much changed, and the text with its changes."""

from collections.abc import Collection
from typing import Any

from flows.changes.data import as_data, report_schema
from flows.changes.effects import Effect
from flows.documents.change_report import overview
from flows.documents.change_report.report import FILE, Report
from flows.documents.change_report.rows import rows
from flows.documents.change_report.story import Story, titles
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    div,
    header,
    joined,
    name_of,
    para,
    rebuilt,
    walk,
)


def change_report(story: Story) -> Report:
    """The report that a story makes, for every format."""
    told = titles(story.comparison)
    title = story.word("title")
    subtitle = story.word("subtitle", subject=story.subject_name, old=story.old, new=story.new)
    cover = {"organisation": story.organisation, "title": title, "subtitle": subtitle}
    front = [
        div("report-cover", [div(part, [para(text)]) for part, text in cover.items()]),
        overview.decisions(story),
        overview.summary(story),
        *overview.variables(story),
        *overview.matrix(story, told),
        overview.effects(story),
    ]
    return Report(
        name=FILE,
        folder=story.folder,
        language=story.language.code,
        locale=story.language.locale,
        speaks=story.speaks,
        title=title,
        subtitle=subtitle,
        organisation=story.organisation,
        blocks=[*joined(front), _redline(story, rows(story, told))],
        data=_data(story),
    )


def _redline(story: Story, found: Tree) -> Element:
    lead = [header(1, story.word("redline"), "redline"), para(story.word("redline_lead"))]
    anchors = {anchor_of(row) for row in found}
    return div("redline", joined(lead) + [_anchored(row, anchors) for row in joined(found)])


def _anchored(row: Element, anchors: Collection[str]) -> Element:
    """A row in which the links of the text to a block lead to a row of this report, or nowhere."""

    def change(element: Element) -> Tree:
        target = element["c"][2][0] if element["t"] == "Link" else ""
        if not target.startswith("#"):
            return [element]
        for name in (f"nieuw-{target[1:]}", f"oud-{target[1:]}"):
            if name in anchors:
                attributes, words, (_, title) = element["c"]
                return [{"t": "Link", "c": [attributes, words, [f"#{name}", title]]}]
        return list(element["c"][1])

    attributes, boxes = row["c"]
    kept = [
        box if name_of(box) == "head" or not _leads_inside(box) else rebuilt([box], change)[0]
        for box in boxes
    ]
    return {**row, "c": [attributes, kept]}


def _leads_inside(box: Element) -> bool:
    """Whether any link in a box leads into the document."""
    return any(each["t"] == "Link" and each["c"][2][0].startswith("#") for each in walk(box))


def _data(story: Story) -> dict[str, Any]:
    """The comparison as data, with what it means for each province."""
    effects = {
        slug: [{"block": each.block, "verb": each.verb, "effect": str(each.effect)} for each in found]
        for slug, found in story.consequences.items()
    }
    about = {"subject": story.subject, "language": story.language.code}
    return {**about, **as_data(story.comparison), "effects": effects}


def data_schema() -> dict[str, Any]:
    """The JSON Schema of `Report.data`."""
    schema = report_schema()
    text = {"type": "string"}
    effect = {
        "type": "object",
        "properties": {"block": text, "verb": text, "effect": {"enum": [each.value for each in Effect]}},
        "required": ["block", "verb", "effect"],
        "additionalProperties": False,
    }
    lists = {"type": "array", "items": effect}
    about = {"subject": text, "language": text}
    properties = {
        **about,
        **schema["properties"],
        "effects": {"type": "object", "additionalProperties": lists},
    }
    title = "Standpunt: the JSON file of a change report"
    return {**schema, "title": title, "properties": properties, "required": list(properties)}
