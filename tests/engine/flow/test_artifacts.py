import pytest

from flows.engine.chunks import Outcome
from flows.engine.flow.artifacts import artifact_key, summary, table_rows
from flows.problems.codes import problem
from flows.problems.records import Place
from tests.engine.fakes import Press

GOOD = Outcome("oost-2031-nl", ("oost-2031-nl.html", "oost-2031-nl.pdf"), (), 0.234)
WARNED = Outcome("west-2031-nl", ("west-2031-nl.html",), (problem("SP601", None),), 0.5)
FAILED = Press(bad=frozenset({"noord|2031"})).outcome("noord|2031")


@pytest.mark.parametrize(
    ("edition", "key"),
    [
        ("2031", "publish-2031-summary"),
        ("2027@HEAD~5", "publish-2027-head-5-summary"),
        ("Ünder_Scored", "publish-nder-scored-summary"),
        ("", "publish-summary"),
    ],
)
def test_a_key_holds_only_what_prefect_allows(edition: str, key: str) -> None:
    assert artifact_key(f"publish-{edition}", "summary") == key


def test_the_table_shows_documents_with_problems_first() -> None:
    rows = table_rows([GOOD, WARNED, FAILED])
    assert [(row["document"], row["state"], row["problems"]) for row in rows] == [
        ("noord|2031", "failed", "SP803"),
        ("west-2031-nl", "built with warnings", "SP601"),
        ("oost-2031-nl", "built", ""),
    ]
    assert rows[2]["files"] == 2
    assert rows[2]["seconds"] == 0.23


def test_a_long_table_is_cut_after_the_documents_with_problems() -> None:
    assert [row["document"] for row in table_rows([GOOD] * 10 + [FAILED], limit=2)] == [
        "noord|2031",
        "oost-2031-nl",
    ]


def test_the_summary_says_what_failed_and_why() -> None:
    found = problem("SP301", Place("provinces/oost/2031.yaml", 7, 5), id="vraag-en")
    said = summary("Edition 2031", [GOOD, WARNED, FAILED], [found])
    assert said.startswith("# Edition 2031\n\n1 of 3 documents failed: noord\\|2031; the content has 1 error")
    assert "| built | 1 |\n| built with warnings | 1 |\n| failed | 1 |" in said
    assert "- **noord\\|2031**: The document" in said
    assert "no ink" in said
    assert "- provinces/oost/2031.yaml:7:5: " in said


def test_the_summary_of_a_good_build_has_no_other_headings() -> None:
    assert summary("Edition 2031", [GOOD], []).count("#") == 1
