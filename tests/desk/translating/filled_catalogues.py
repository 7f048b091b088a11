"""Catalogues that an engine fills in, for tests."""

from collections.abc import Mapping

from flows.desk.translating.batches import Wish, open_bench
from flows.desk.translating.fill import Filled, fill
from flows.sources.content import Content
from flows.translators.patience import Patience
from tests.translated_tree import NATIONAL, catalogue

QUICK = Patience(retries=2, first=0.001)


def filled(content: Content, wish: Wish, environment: Mapping[str, str] | None = None) -> Filled:
    bench = open_bench(content, wish, environment or {})
    try:
        return fill(bench, QUICK, lambda _: None)
    finally:
        bench.engine.close()


def written(content: Content, file: str = NATIONAL) -> dict[str, str]:
    return {name: entry.text for name, entry in catalogue(content, file).entries.items() if entry.text}
