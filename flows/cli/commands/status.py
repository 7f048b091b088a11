"""`standpunt status`: what still needs attention, province by province."""

from dataclasses import asdict, replace

import click

from flows.cli.session import session
from flows.cli.spoken import (
    SpokenCommand,
    edition_argument,
    json_option,
    languages_option,
    provinces_option,
)
from flows.cli.tables import show_table
from flows.cli.terminal import print_json
from flows.cli.words import WORDS, Words
from flows.desk.opening.editions import open_edition, province_names
from flows.desk.releases import Publication
from flows.desk.status import Standing, status
from flows.desk.translating.publishable import translations_of
from flows.problems.sentences import Ui

ALWAYS = ("errors", "stale")
"""Counts that are shown even where there is nothing to count."""
COUNTS = ("errors", "stale", "unstamped", "redundant", "renamed", "empty", "to_confirm", "remarks")


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        edition: str | None,
        provinces: tuple[str, ...],
        languages: tuple[str, ...],
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        chosen = province_names(here.content, provinces)
        whole = open_edition(here.content, edition, translations=True)  # some mistakes show beside others
        opened = replace(whole, provinces=tuple(one for one in whole.provinces if one.slug in chosen))
        standings = status(opened, translations_of(opened), languages)
        if as_json:
            rows = [asdict(each) for each in standings]
            print_json({"edition": opened.national.name, "provinces": rows})
            return 0
        codes = list(dict.fromkeys(code for each in standings for code in each.languages))
        counts = [name for name in COUNTS if name in ALWAYS or any(getattr(each, name) for each in standings)]
        headings = [words["province"], *(words[name] for name in counts), *codes]
        table = []
        for each in standings:
            numbers = [str(getattr(each, name) or "·") for name in counts]
            publications = [_in_language(each, code, words) for code in codes]
            table.append([each.province, *numbers, *publications])
        show_table(headings, table)
        if any(each.reasons[code] for each in standings for code in each.languages):
            click.echo(words["status-why"].format(edition=opened.national.name))
        return 0

    options = [edition_argument(), provinces_option(words), languages_option(words), json_option(words)]
    return SpokenCommand("status", words, run, options)


def _in_language(standing: Standing, code: str, words: Words) -> str:
    """Whether a province can be published in a language, and how much of its translation is approved."""
    if code not in standing.languages:
        return ""
    publication = standing.languages[code]
    share = standing.approved.get(code) if publication is Publication.DRAFT else None
    shown = f" {share}%" if share is not None else ""
    return words[f"status-{publication}"] + shown
