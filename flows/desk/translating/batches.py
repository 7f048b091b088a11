"""What an engine may fill in: which texts of which catalogues, in which batches, and what that would take."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice

from flows.desk.opening.catalogues import OpenCatalogue, Shelf, open_shelf
from flows.desk.opening.editions import UnknownName, edition_name, province_names, unknown_language
from flows.desk.opening.languages import DUTCH
from flows.desk.translating.memory import memories
from flows.desk.translating.sync import previous_catalogue
from flows.press.store.cache import Cache
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.sources.term_files import read_terms
from flows.translation.masking import Line, Masked, lines, whole
from flows.translation.proposals import may_be_filled
from flows.translation.sync import synced
from flows.translation.terms import Term, protected
from flows.translators.chosen import EngineName, engine_named
from flows.translators.engine import Engine, Glossary, estimate
from flows.translators.failures import other_language

CACHE = "translations.sqlite3"
"""The store of engines' answers in the work folder; losing it costs money, never content."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; empty selections mean everything.

    Attributes:
        edition: The name of the edition.
        languages: Codes; where none is named, those that the engine knows.
        provinces: Whose own texts; where none is named, the national text too.
        engine: One of `flows.translators.chosen.ENGINES`.
        command: The program of the engine ``command``.
        stale: Whether to replace an engine's own translations of older Dutch.
        limit: The most texts, or None.
    """

    edition: str
    languages: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    engine: EngineName = "tm"
    command: str = ""
    stale: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One text to translate.

    Attributes:
        file: Its catalogue.
        context: Its key there.
        dutch: The Dutch of today.
        lines: The same in lines with masks.
    """

    file: str
    context: str
    dutch: str
    lines: tuple[Line, ...]

    @property
    def asked(self) -> Iterator[Masked]:
        """What an engine is asked to translate."""
        return (each.words for each in self.lines if each.words.has_words)


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that an engine gets together."""

    language: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What filling in one language would take.

    Attributes:
        language: The language.
        texts: How many texts there are to translate.
        characters: How many characters an engine would get.
        cached: How many more it translated before.
        euros: What the characters would cost; None where nobody knows.
    """

    language: str
    texts: int
    characters: int
    cached: int
    euros: Decimal | None


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that filling in needs.

    Attributes:
        content: The content root.
        wish: What was asked for.
        shelf: The catalogues of the edition.
        engine: The engine; `close` it afterwards.
        terms: The agreed words.
        batches: What is to be translated, in the order of the catalogues.
        problems: What keeps catalogues closed.
        answers: What the engine said before.
    """

    content: Content
    wish: Wish
    shelf: Shelf
    engine: Engine
    terms: tuple[Term, ...]
    batches: tuple[Batch, ...]
    problems: tuple[Problem, ...]
    answers: Cache = field(repr=False)

    @property
    def texts(self) -> int:
        """How many texts there are to translate."""
        return sum(len(batch.texts) for batch in self.batches)

    def glossary(self, language: str) -> Glossary:
        """The first agreed word in a language for every term that is not just a name."""
        words = ((each.dutch, each.preferred.get(language, ())) for each in self.terms if not each.protected)
        return {dutch: preferred[0] for dutch, preferred in words if preferred}

    def keys(self, language: str, texts: Sequence[Masked]) -> Mapping[Masked, str]:
        """The name of each text in the store of answers."""
        about = [DUTCH, language, self.engine.name, self.engine.version, self.glossary(language)]
        told = hashlib.sha256(json.dumps(about, sort_keys=True).encode())
        keys = {}
        for each in texts:
            key = told.copy()
            key.update(each.text.encode("utf-8", "surrogatepass"))
            keys[each] = f"translated/{key.hexdigest()}"
        return keys


def open_bench(content: Content, wish: Wish, environment: Mapping[str, str]) -> Bench:
    """Find out what there is to translate.

    Args:
        content: The content root.
        wish: What is asked for.
        environment: Where an engine finds its address and key.

    Raises:
        UnknownName: There is no such edition or province, or it does not publish in this language.
        TranslatorFailed: The engine lacks something, or does not know a language that was named.
    """
    shelf = open_shelf(content, edition_name(content, wish.edition))
    if wish.provinces:
        province_names(content, wish.provinces)
    mine = [each for each in shelf.catalogues if not wish.provinces or each.province in wish.provinces]
    known = tuple(dict.fromkeys(each.language for each in mine))
    for language in wish.languages:
        if language not in known and not shelf.problems:
            raise UnknownName(unknown_language(language, known))
    chosen = tuple(each for each in known if each in (wish.languages or known))
    remembered = memories(content, chosen) if wish.engine == "tm" else {}
    engine = engine_named(wish.engine, environment, remembered, wish.command)
    languages = _languages(engine, chosen, wish)
    terms, found = read_terms(content.root)
    bench = Bench(
        content, wish, shelf, engine, terms, (), (*shelf.problems, *found), Cache(content.work_folder / CACHE)
    )
    waiting = (
        (each.language, text) for each in mine if each.language in languages for text in _waiting(bench, each)
    )
    return replace(bench, batches=tuple(_batches(islice(waiting, wish.limit), engine.capabilities.batch)))


def expected(bench: Bench) -> tuple[Expected, ...]:
    """What filling in would take, by language."""
    found = []
    for language in dict.fromkeys(batch.language for batch in bench.batches):
        texts = [text for batch in bench.batches if batch.language == language for text in batch.texts]
        asked = list(dict.fromkeys(each for text in texts for each in text.asked))
        keys = bench.keys(language, asked)
        known = bench.answers.found(keys.values())
        left = estimate(bench.engine, [each for each in asked if keys[each] not in known])
        cached = sum(each.characters for each in asked if keys[each] in known)
        found.append(Expected(language, len(texts), left.characters, cached, left.euros))
    return tuple(found)


def in_step(content: Content, shelf: Shelf, opened: OpenCatalogue) -> OpenCatalogue:
    """A catalogue in step with the Dutch of today; nothing is written."""
    previous, _ = previous_catalogue(content, shelf, opened)
    return replace(opened, catalogue=synced(opened.catalogue, opened.units, previous).catalogue)


def _languages(engine: Engine, chosen: Sequence[str], wish: Wish) -> frozenset[str]:
    """The languages that an engine knows; one that was named and that it does not know is refused."""
    known = engine.capabilities.languages
    unknown = [each for each in chosen if known is not None and each not in known]
    if known is not None and unknown and (wish.languages or len(unknown) == len(chosen)):
        engine.close()
        raise other_language(engine.name, unknown[0], known)
    return frozenset(chosen) - frozenset(unknown)


def _waiting(bench: Bench, opened: OpenCatalogue) -> Iterator[Text]:
    """The texts of a catalogue that an engine may fill in."""
    entries = in_step(bench.content, bench.shelf, opened).catalogue.entries
    names = protected(bench.terms)
    is_whole = bench.engine.capabilities.whole_texts
    for unit in opened.units:
        if may_be_filled(entries.get(unit.context), unit.text, stale=bench.wish.stale):
            dutch = unit.source
            yield Text(opened.file, unit.context, dutch, whole(dutch) if is_whole else lines(dutch, names))


def _batches(waiting: Iterator[tuple[str, Text]], most: int) -> Iterator[Batch]:
    """Texts together, up to a number of lines; one text is never divided, nor are languages mixed."""
    language, texts, size = "", list[Text](), 0
    for each, text in waiting:
        more = sum(1 for _ in text.asked)
        if texts and (each != language or size + more > most):
            yield Batch(language, tuple(texts))
            texts, size = [], 0
        language, size = each, size + more
        texts.append(text)
    if texts:
        yield Batch(language, tuple(texts))
