"""Markdown in, Pandoc's trees out: every text parsed once, and kept."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import Any

from flows.documents.elements import Tree
from flows.documents.markdown import READER, to_parse
from flows.documents.text_limits import UNANSWERED, UNREAD, too_much
from flows.press.doors.bundles import MARKER, bundle, bundles, unbundled
from flows.press.doors.footnotes import as_footnotes, is_unsafe
from flows.press.doors.pandoc import Answer, answers, version
from flows.press.failures import tool_failed
from flows.press.store.cache import Cache
from flows.scratch.folders import temporary

PARSE_SECONDS = 20
"""How long one text, or one bundle, may take; a real one takes some milliseconds."""
_MOST_UNANSWERED = 3
"""Texts in a row without an answer, from which on it is no text that is wrong but Pandoc."""
_PROCESSES = 2
_MUCH = 100_000
"""Characters of text from which on a second process is worth its start."""
_NONE: Mapping[str, Tree] = MappingProxyType({})


def parse_texts(texts: Sequence[str], cache: Cache, known: Mapping[str, Tree] = _NONE) -> dict[str, Tree]:
    """Every text as Pandoc's blocks, by the text as written.

    Texts that were parsed before come from the cache; all others go through one process, or two for many.
    A text at which Pandoc ends twice, or that takes longer than `PARSE_SECONDS`, is `UNANSWERED`, unkept.

    Args:
        texts: The texts.
        cache: Where parsed texts are kept.
        known: The trees of another call, to be taken as they are.

    Raises:
        PressError: Pandoc does not work (SP801).
    """
    found = {text: known[text] for text in texts if text in known}
    left = [text for text in texts if text not in found]
    return found | _parsed_or_kept(left, cache) if left else found


def parsed_alone(texts: Sequence[str]) -> list[bytes | None]:
    """The blocks of every text as Pandoc's JSON, each parsed by itself; a second process takes half of many.

    Args:
        texts: As `to_parse` hands them to Pandoc.

    Returns:
        None for a text at which Pandoc ends, twice, or that takes longer than `PARSE_SECONDS`.

    Raises:
        PressError: Pandoc does not work (SP801).
    """
    count = _PROCESSES if sum(map(len, texts)) > _MUCH else 1
    found: list[bytes | None] = [None] * len(texts)
    with ThreadPoolExecutor(count) as pool:
        for at, blocks in enumerate(pool.map(_answered, (texts[at::count] for at in range(count)))):
            found[at::count] = blocks
    return found


def _parsed_or_kept(texts: Sequence[str], cache: Cache) -> dict[str, Tree]:
    dialect = f"{version(cache)}\0{READER}\0"
    keys = {text: _key(dialect, to_parse(text)) for text in dict.fromkeys(texts)}
    stored = cache.found(keys.values())
    trees = {
        text: tree for text, key in keys.items() if key in stored and (tree := _tree(stored[key])) is not None
    }
    unseen = [text for text in keys if text not in trees]
    if unseen:
        parsed = dict(zip(unseen, _parsed([to_parse(text) for text in unseen]), strict=True))
        cache.keep({keys[text]: blocks for text, blocks in parsed.items() if blocks is not None})
        trees.update((text, _read(blocks)) for text, blocks in parsed.items())
    return {text: trees[text] for text in keys}


def _key(dialect: str, text: str) -> str:
    return "tree:" + hashlib.sha256((dialect + text).encode("utf-8", "surrogatepass")).hexdigest()


def _read(blocks: bytes | None) -> Tree:
    """What Pandoc answered; nested so deep that nobody can read it, it is `UNREAD`."""
    if blocks is None:
        return UNANSWERED
    tree = _tree(blocks)
    return UNREAD if tree is None else tree


def _tree(stored: bytes) -> Tree | None:
    try:
        tree: Any = json.loads(stored)
    except (ValueError, RecursionError):
        return None
    if not isinstance(tree, list):
        return None
    return UNREAD if tree == UNREAD else tree


def _parsed(texts: Sequence[str]) -> list[bytes | None]:
    """The blocks of every text, as Pandoc's JSON; of what ends Pandoc, None."""
    found: dict[str, bytes | None] = {text: json.dumps(UNREAD).encode() for text in texts if too_much(text)}
    found |= {
        text: json.dumps(as_footnotes(text)).encode()
        for text in texts
        if text not in found and is_unsafe(text)
    }
    groups = bundles(text for text in texts if text not in found)
    marker, *answered = parsed_alone([MARKER, *map(bundle, groups)])
    for group, blocks in zip(groups, answered, strict=True):
        if len(group) == 1:
            found[group[0]] = blocks
        elif blocks is not None and marker is not None:
            pieces = unbundled(blocks, marker)
            if len(pieces) == len(group):
                found.update(zip(group, pieces, strict=True))
    left = [text for text in texts if text not in found]
    found.update(zip(left, parsed_alone(left), strict=True))
    return [found[text] for text in texts]


def _answered(texts: Sequence[str]) -> list[bytes | None]:
    found: list[bytes | None] = []
    unanswered = 0
    with temporary() as folder:
        for answer in answers("parse.lua", [READER], texts, folder, PARSE_SECONDS):
            unanswered = 0 if answer.line is not None else unanswered + 1
            if unanswered == _MOST_UNANSWERED:
                raise tool_failed("pandoc", answer.ended)
            found.append(_blocks(answer))
    return found


def _blocks(answer: Answer) -> bytes | None:
    return None if answer.line is None else answer.line.partition(b'"blocks":')[2][:-1]
