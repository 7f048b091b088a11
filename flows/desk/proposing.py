"""A batch of texts from question to proposals: every mask is back, and nothing in them is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.desk.catalogues import OpenCatalogue
from flows.desk.filling import DUTCH, Batch, Bench, Text
from flows.desk.translation_checks import checked_catalogues
from flows.problems.codes import problem
from flows.problems.records import Problem, Severity, has_errors
from flows.sources.po_files import catalogue_bytes
from flows.translation.entries import Catalogue, Entry
from flows.translation.masking import Masked
from flows.translation.proposals import Proposal, filled_in


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of one text.

    Attributes:
        text: The text.
        proposal: A sound translation of it, or None.
        problem: Why what the engine said was not taken; None too where it said nothing.
    """

    text: Text
    proposal: Proposal | None = None
    problem: Problem | None = None


def proposals(bench: Bench, batch: Batch) -> tuple[Proposed, ...]:
    """What the engine has for each text of a batch, without what is wrong; nothing is written.

    Raises:
        TranslatorFailed: The engine cannot translate now.
        PressError: Pandoc could not parse the texts.
    """
    asked = tuple(dict.fromkeys(each for text in batch.texts for each in text.asked))
    answers = _answers(bench, batch.language, asked)
    made = [_put_together(bench, text, answers) for text in batch.texts]
    errors = _errors(bench, batch.language, made)
    return tuple(
        _refused(bench, each.text, errors[each.text]) if each.text in errors else each for each in made
    )


def _answers(bench: Bench, language: str, asked: Sequence[Masked]) -> Mapping[Masked, Proposal | None]:
    """What the engine says to each, with everything masked put back.

    A text whose masks were lost is asked once more, and is left out of the answer where they are lost again.
    """
    keys = bench.keys(language, asked)
    known = bench.answers.found(keys.values())
    found: dict[Masked, Proposal | None] = {}
    for each in asked:
        if keys[each] in known:
            said = each.restored(known[keys[each]].decode())
            if said is not None:
                found[each] = Proposal(said, f"mt:{bench.engine.name}")
    for _ in range(2):
        left = [each for each in asked if each not in found]
        if left:
            found |= _asked(bench, language, left, keys)
    return found


def _asked(
    bench: Bench, language: str, texts: Sequence[Masked], keys: Mapping[Masked, str]
) -> Mapping[Masked, Proposal | None]:
    said = bench.engine.translate(texts, DUTCH, language, bench.glossary(language))
    found: dict[Masked, Proposal | None] = {}
    sound: dict[str, bytes] = {}
    for text, answer in zip(texts, said, strict=True):
        if answer is None:
            found[text] = None
        elif (restored := text.restored(answer.text.strip())) is not None:
            found[text] = replace(answer, text=restored)
            sound[keys[text]] = answer.text.strip().encode()
    if bench.engine.capabilities.repeatable:
        bench.answers.keep(sound)
    return found


def _put_together(bench: Bench, text: Text, answers: Mapping[Masked, Proposal | None]) -> Proposed:
    """A whole text from the answers to its lines."""
    told: list[str] = []
    origin = ""
    for line in text.lines:
        if not line.words.has_words:
            told += (line.before, line.words.dutch, line.after)
            continue
        if line.words not in answers:
            return _lost(bench, text)
        answer = answers[line.words]
        if answer is None:
            return Proposed(text)
        origin = answer.origin
        told += (line.before, answer.text, line.after)
    return Proposed(text, Proposal("".join(told), origin) if origin else None)


def _errors(bench: Bench, language: str, made: Iterable[Proposed]) -> Mapping[Text, tuple[str, ...]]:
    """The codes of what is wrong with each proposal, for those with an error."""
    by_file: dict[str, dict[str, Proposed]] = {}
    for each in made:
        if each.proposal is not None:
            by_file.setdefault(each.text.file, {})[each.text.context] = each
    # The texts without a proposal only say which blocks there are to link to.
    tried = tuple(_tried(each, language, by_file.get(each.file, {})) for each in bench.shelf.catalogues)
    checked, _ = checked_catalogues(bench.content, replace(bench.shelf, catalogues=tried))
    return {
        by_file[one.opened.file][context].text: _codes(found)
        for one in checked
        for context, found in one.problems.items()
        if has_errors(found)
    }


def _tried(opened: OpenCatalogue, language: str, mine: Mapping[str, Proposed]) -> OpenCatalogue:
    """A catalogue with nothing but proposals, as if they stood in a file."""
    entries = {
        name: filled_in(Entry(name, each.text.dutch), each.text.dutch, each.proposal)
        for name, each in mine.items()
        if each.proposal is not None
    }
    catalogue = Catalogue(language, entries)
    return replace(opened, catalogue=catalogue, content=catalogue_bytes(catalogue))


def _codes(found: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in found if each.severity is Severity.ERROR))


def _refused(bench: Bench, text: Text, codes: Sequence[str]) -> Proposed:
    engine, told = bench.engine.name, ", ".join(codes)
    found = problem("SP889", None, context=text.context, file=text.file, engine=engine, codes=told)
    return Proposed(text, problem=found)


def _lost(bench: Bench, text: Text) -> Proposed:
    found = problem("SP888", None, context=text.context, file=text.file, engine=bench.engine.name)
    return Proposed(text, problem=found)
