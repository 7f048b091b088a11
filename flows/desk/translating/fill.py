"""Fills catalogues in with what an engine proposes, batch by batch; what is finished is written at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import partial
from threading import Event

from flows.desk.opening.catalogues import OpenCatalogue, save
from flows.desk.translating.batches import Batch, Bench, in_step
from flows.desk.translating.propose import Proposed, proposals
from flows.problems.records import Problem
from flows.sources.po_files import read_catalogue
from flows.translation.proposals import filled_in, may_be_filled
from flows.translators.failures import TranslatorFailed
from flows.translators.patience import Patience


@dataclass(frozen=True, slots=True)
class FilledFile:
    """What became of the texts of one catalogue.

    Attributes:
        file: The catalogue.
        language: The language it translates into.
        filled: How many texts were filled in.
        refused: How many proposals were not taken.
        left: How many texts there was no proposal for, or that somebody else filled in meanwhile.
    """

    file: str
    language: str
    filled: int = 0
    refused: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a wish.

    Attributes:
        files: Every catalogue with a text that an engine got.
        problems: What was not taken, and why the engine stopped.
        has_stopped: Whether the engine stopped before everything was done.
    """

    files: tuple[FilledFile, ...]
    problems: tuple[Problem, ...]
    has_stopped: bool = False


def fill(bench: Bench, patience: Patience, on_batch: Callable[[Batch], None]) -> Filled:
    """Translate on threads of this process. Where the engine stops, what it had finished is kept.

    Args:
        bench: What there is to do.
        patience: How often to try again.
        on_batch: Called when a batch is in its catalogues.

    Raises:
        PressError: Pandoc could not parse the texts.
        OSError: A catalogue cannot be written.
    """
    tally, given_up = Tally(bench), Event()

    def rest(seconds: float) -> None:
        if given_up.wait(seconds):
            raise CancelledError

    pool = ThreadPoolExecutor(bench.engine.capabilities.at_once, thread_name_prefix="translate")
    try:
        running = {
            pool.submit(patience.asked, partial(proposals, bench, batch), rest): batch
            for batch in bench.batches
        }
        for done in as_completed(running):
            if done.cancelled():
                continue
            try:
                tally.keep(done.result())
            except TranslatorFailed as failure:
                tally.stop(failure.problem)
                # Not by shutting down the pool: what that cancels is never told to as_completed.
                for each in running:
                    each.cancel()
            else:
                on_batch(running[done])
    except BaseException:
        # Ctrl-C, or a disk that is full: no answer is waited for any more, and none is asked for again.
        given_up.set()
        pool.shutdown(wait=False, cancel_futures=True)
        bench.engine.close()
        raise
    finally:
        pool.shutdown()
    return tally.told()


class Tally:
    """Writes what comes back and counts it; for one thread.

    Attributes:
        has_stopped: Whether the engine stopped before everything was done.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._opened = {each.file: each for each in bench.shelf.catalogues}
        self._counts: dict[str, Counter[str]] = {}
        self._problems: list[Problem] = []
        self.has_stopped = False

    def keep(self, proposed: Iterable[Proposed]) -> None:
        """Write the proposals of a batch into their catalogues.

        Raises:
            OSError: A catalogue cannot be written; it stays as it was.
        """
        by_file: dict[str, list[Proposed]] = {}
        for each in proposed:
            by_file.setdefault(each.text.file, []).append(each)
        for file, mine in by_file.items():
            written = self._write(self._opened[file], mine)
            refused = [each.problem for each in mine if each.problem is not None]
            self._problems += refused
            counts = self._counts.setdefault(file, Counter())
            counts.update(filled=written, refused=len(refused), left=len(mine) - written - len(refused))

    def stop(self, why: Problem) -> None:
        """Note why the engine stopped; once, however many batches say it."""
        self.has_stopped = True
        if why not in self._problems:
            self._problems.append(why)

    def told(self) -> Filled:
        """What became of everything so far."""
        files = (
            FilledFile(file, self._opened[file].language, **counts) for file, counts in self._counts.items()
        )
        return Filled(tuple(files), tuple(self._problems), self.has_stopped)

    def _write(self, opened: OpenCatalogue, proposed: Sequence[Proposed]) -> int:
        """Fill in what still has no translation of a person; the number of texts."""
        now = self._now(opened)
        if now is None:
            return 0
        entries = dict(now.catalogue.entries)
        dutch = {unit.context: unit.text for unit in opened.units}
        written = 0
        for each in proposed:
            context = each.text.context
            entry = entries[context]
            if each.proposal is not None and may_be_filled(
                entry, dutch[context], stale=self._bench.wish.stale
            ):
                entries[context] = filled_in(entry, dutch[context], each.proposal)
                written += 1
        if written:
            save(self._bench.content, now, replace(now.catalogue, entries=entries))
        return written

    def _now(self, opened: OpenCatalogue) -> OpenCatalogue | None:
        """A catalogue with what somebody did in its file meanwhile; None where it can no longer be read."""
        content = self._bench.content
        catalogue, read, problems = read_catalogue(content.root, opened.file, opened.language)
        self._problems += [each for each in problems if each not in self._problems]
        if catalogue is None:
            return None
        return in_step(content, self._bench.shelf, replace(opened, catalogue=catalogue, content=read))
