"""How work is divided, what it runs on, and what is known before anything heavy is imported."""

import pytest

from flows.engine.chunks import LARGEST, chunked
from flows.engine.engines import Engine, choose
from flows.engine.timestamps import timestamp_of
from flows.positions.editions import Edition, Election, Status


@pytest.mark.parametrize(
    ("documents", "workers"), [(1, 2), (2, 2), (3, 2), (25, 2), (144, 2), (144, 16), (1000, 3)]
)
def test_chunks_hold_everything_once_in_order_and_none_is_too_large(documents: int, workers: int) -> None:
    chunks = chunked(tuple(range(documents)), ".", "out", workers)  # type: ignore[arg-type]
    assert [job for chunk in chunks for job in chunk.jobs] == list(range(documents))
    sizes = [len(chunk.jobs) for chunk in chunks]
    assert max(sizes) <= LARGEST
    assert max(sizes) - min(sizes) <= 1
    assert len(chunks) >= min(workers, documents)


@pytest.mark.parametrize(
    ("engine", "documents", "has_server", "chosen"),
    [
        ("auto", 35, False, "local"),
        ("auto", 36, False, "prefect"),
        ("auto", 1, True, "prefect"),
        ("local", 1000, True, "local"),
        ("dask", 1, False, "dask"),
    ],
)
def test_auto_takes_prefect_for_large_builds_and_where_a_server_runs(
    engine: str, documents: int, has_server: bool, chosen: str
) -> None:
    assert choose(Engine(engine), documents, has_server) == chosen


def test_the_fast_way_knows_the_same_tools_as_the_manifest() -> None:
    from flows.engine import fingerprint
    from flows.press import looks

    assert set(fingerprint.TOOLS) == {"pypandoc_binary", *looks.TOOLS}


def edition(as_of: str | None) -> Edition:
    election = Election("v", "2031-03-19")
    return Edition("2031", "", "", "", Status.DRAFT, "nl", election, None, (), {}, {}, as_of)


@pytest.mark.parametrize(
    ("epoch", "seconds"), [(None, 1803686400), ("", 1803686400), ("86400", 86400), ("gisteren", 1803686400)]
)
def test_files_state_the_day_of_their_text_or_what_the_environment_says(
    epoch: str | None, seconds: int
) -> None:
    assert timestamp_of(edition("2027-02-27"), epoch) == seconds


def test_files_of_a_text_without_a_day_state_that_of_the_election() -> None:
    assert timestamp_of(edition(None), None) == timestamp_of(edition("2031-03-19"), None)
