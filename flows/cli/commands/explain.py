"""`standpunt explain`: where each sentence comes from, and why."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand, json_option
from flows.cli.terminal import print_json, show_problems
from flows.cli.words import WORDS, Words
from flows.desk.explain import Explanation, Piece, explain
from flows.desk.opening.editions import open_edition
from flows.positions.merged import Layer
from flows.problems.sentences import Ui, term


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        province: str, block: str | None, edition: str | None, as_json: bool, root: str | None, **_: object
    ) -> int:
        here = session(root, ui)
        opened = open_edition(here.content, edition, (province,))
        if opened.broken:
            show_problems(opened.errors, here.root, ui, err=True)
            return 1
        explanations = explain(opened, province, block)
        if as_json:
            print_json([asdict(each) for each in explanations])
        else:
            click.echo("\n\n".join("\n".join(_lines(each, words, ui)) for each in explanations))
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["province"]),
        click.Argument(["block"], required=False),
        click.Option(["--edition"], help=words["edition-option"]),
        json_option(words),
    ]
    return SpokenCommand("explain", words, run, parameters)


def _lines(explanation: Explanation, words: Words, ui: Ui) -> Iterator[str]:
    title = click.style(explanation.block, bold=True)
    where = " › ".join(name for name in (explanation.chapter, explanation.theme) if name)
    yield f"{title} ({term(explanation.kind, ui)}){' in ' + where if where else ''}"
    for piece in explanation.pieces:
        yield f"  {_heading(piece, words)}"
        text = piece.text or words["removed" if piece.verb else "nothing"]
        yield from (f"    {line}" for line in text.splitlines())


def _heading(piece: Piece, words: Words) -> str:
    layer = words["national" if piece.layer is Layer.NATIONAL else "from-province"]
    parts = [layer, words[piece.verb.value if piece.verb else "verb-none"], str(piece.place)]
    if piece.state is not None:
        parts.append(words[piece.state.value])
    if piece.reason:
        parts.append(f"{words['reason']}: {piece.reason}")
    return " · ".join(parts)
