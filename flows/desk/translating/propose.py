"""A batch of texts from question to proposals: every mask is back, and nothing in them is wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.desk.checking.translations import draft_errors
from flows.desk.opening.catalogues import OpenCatalogue
from flows.desk.opening.languages import DUTCH
from flows.desk.translating.batches import Batch, Bench, Text
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.translation.entries import Catalogue, Entry
from flows.translation.inline_codes import taken_over
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
    errors = draft_errors(bench.content, _drafts(bench, made))
    return tuple(_judged(bench, each, errors.get((each.text.file, each.text.context), ())) for each in made)


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
    most = bench.engine.capabilities.batch
    for _ in range(2):
        left = [each for each in asked if each not in found]
        for start in range(0, len(left), most):
            found |= _asked(bench, language, left[start : start + most], keys)
    return found


def _asked(
    bench: Bench, language: str, texts: Sequence[Masked], keys: Mapping[Masked, str]
) -> Mapping[Masked, Proposal | None]:
    said = bench.engine.translate(texts, DUTCH, language, bench.glossary(language))
    found: dict[Masked, Proposal | None] = {}
    sound: dict[str, bytes] = {}
    for text, answer in zip(texts, said, strict=True):
        words = taken_over(answer.text) if answer is not None else ""
        if answer is None or not words:
            found[text] = None
        elif (restored := text.restored(words)) is not None:
            found[text] = replace(answer, text=restored)
            sound[keys[text]] = words.encode()
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


def _drafts(bench: Bench, made: Iterable[Proposed]) -> Iterator[OpenCatalogue]:
    """The catalogues that get a proposal, with nothing but proposals in them."""
    by_file: dict[str, dict[str, Entry]] = {}
    for each in made:
        if each.proposal is not None:
            name, dutch = each.text.context, each.text.dutch
            entry = filled_in(Entry(name, dutch), dutch, each.proposal)
            by_file.setdefault(each.text.file, {})[name] = entry
    for opened in bench.shelf.catalogues:
        if opened.file in by_file:
            yield replace(opened, catalogue=Catalogue(opened.language, by_file[opened.file]))


def _judged(bench: Bench, made: Proposed, errors: Sequence[Problem]) -> Proposed:
    """The same, or why its proposal is not taken."""
    if not errors:
        return made
    text, codes = made.text, ", ".join(dict.fromkeys(each.code for each in errors))
    engine = bench.engine.name
    found = problem("SP889", None, context=text.context, file=text.file, engine=engine, codes=codes)
    return Proposed(text, problem=found)


def _lost(bench: Bench, text: Text) -> Proposed:
    found = problem("SP888", None, context=text.context, file=text.file, engine=bench.engine.name)
    return Proposed(text, problem=found)
