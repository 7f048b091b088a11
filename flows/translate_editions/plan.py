"""What there is to translate: the texts of each edition that an engine may fill in, and what they take."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from flows.desk.opening.editions import edition_name
from flows.desk.translating.batches import Batch, Bench, expected, open_bench
from flows.sources.content import Content
from flows.translate_editions.requests import Request, Work


@contextmanager
def planned(
    request: Request, environment: Mapping[str, str], on_batch: Callable[[Batch], None], command: str = ""
) -> Iterator[Work]:
    """What there is to translate, with engines that are closed when the block ends.

    Raises:
        UnknownName: The request names something that does not exist.
        TranslatorFailed: The engine lacks something, or does not know a language.
    """
    content = Content(Path(request.root))
    names = dict.fromkeys(edition_name(content, name) for name in request.editions or (None,))
    with ExitStack() as stack:
        benches: list[Bench] = []
        left = request.limit
        for name in names:
            bench = open_bench(content, request.wish(name, left, command), environment)
            stack.callback(bench.engine.close)
            benches.append(bench)
            left = None if left is None else left - bench.texts
        yield Work(request, tuple(benches), tuple(expected(bench) for bench in benches), on_batch)
