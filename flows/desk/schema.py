"""Writes the JSON Schemas that let an editor complete keys, verbs and ids while a secretary types."""

import json

from flows.desk.opening.national import open_national
from flows.documents.change_report.composing import data_schema
from flows.overrides.rules import RULES
from flows.positions.editions import Edition
from flows.positions.provinces import Verb
from flows.positions.shaping.schemas import Schema, file_schema, province_edition_schema, schemas
from flows.scratch.whole_files import write_whole
from flows.sources.content import Content
from flows.sources.ruling_files import RulingFile
from flows.translation.terms import TermFile

SCHEMA_FOLDER = "schema"


def write_schemas(content: Content) -> tuple[str, ...]:
    """Write every schema below the work folder of a content root.

    Returns:
        The files, relative to the root: one for each kind of file, and for each edition one for its
        province files that knows the ids of that edition.
    """
    found: dict[str, Schema] = {
        **schemas(),
        "rulings": file_schema(RulingFile),
        "terms": file_schema(TermFile),
        "change-report": data_schema(),
    }
    for name in content.editions():
        edition = open_national(content, name).edition
        if edition is not None:
            found[f"province-{name}"] = province_edition_schema(targets(edition))
    written = []
    for name, schema in found.items():
        path = content.work_folder / SCHEMA_FOLDER / f"{name}.json"
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        write_whole(path, text.encode(), content.work_folder)
        written.append(path.relative_to(content.root).as_posix())
    return tuple(written)


def targets(edition: Edition) -> dict[str, list[str]]:
    """The national ids that each verb can act on; an insert brings its own id."""
    return {
        verb.value: [
            block.id
            for block in edition.blocks()
            if RULES[verb].on_slot in (None, block.slot) and block.override in RULES[verb].allowed_under
        ]
        for verb in Verb
        if verb is not Verb.INSERT
    }
