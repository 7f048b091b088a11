"""Where what was parsed, drawn and judged is kept."""

from pathlib import PurePath

from flows.press.store.cache import CACHE_FILE, Cache
from flows.sources.content import Content


def cache_of(content: Content) -> Cache:
    """The store of parsed texts, drawn charts and verdicts, in the work folder of a content root."""
    return Cache(content.work_folder / PurePath(CACHE_FILE).name)
