from flows.engine.chunks import Outcome
from flows.engine.verdicts import failed_chunk, is_failed, verdict
from flows.problems.codes import problem
from tests.engine.fakes import Press, pairs

WARNING = problem("SP601", None)
ERROR = problem("SP301", None)


def outcomes(*names: str, bad: str = "") -> tuple[Outcome, ...]:
    press = Press(bad=frozenset(bad))
    return tuple(press.outcome(name) for name in names)


def test_a_warning_leaves_a_document_good() -> None:
    assert not is_failed(Outcome("a", ("a.html",), (WARNING,), 0.1))
    assert is_failed(Outcome("a", (), (ERROR, WARNING), 0.1))


def test_a_good_build_says_how_many_documents_there_are() -> None:
    assert not verdict(outcomes(*"abc"), (WARNING,)).failed
    assert verdict(outcomes(*"abc"), (WARNING,)).message == "3 documents built"
    assert verdict(outcomes("a")).message == "1 document built"


def test_failed_documents_are_named_until_there_are_too_many() -> None:
    assert verdict(outcomes(*"abc", bad="b")).message == "1 of 3 documents failed: b"
    many = verdict(outcomes(*"abcdefgh", bad="abcdefg"))
    assert many.failed
    assert many.message == "7 of 8 documents failed: a, b, c, d, e, ..."


def test_an_error_of_planning_fails_a_build_of_which_every_document_came_out_well() -> None:
    found = verdict(outcomes("a"), (ERROR, WARNING))
    assert found.failed
    assert found.message == "the content has 1 error; what it touches was left out"


def test_every_document_of_a_failed_chunk_carries_the_reason() -> None:
    (chunk,) = pairs("a", "b")
    made = failed_chunk(chunk, TimeoutError())
    assert [(outcome.name, outcome.files) for outcome in made] == [("a", ()), ("b", ())]
    assert {outcome.problems[0].args["said"] for outcome in made} == {"TimeoutError"}
