"""An edition that is opened beside another: the same as by itself, in less time."""

from pathlib import Path

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import Wanted, open_beside, open_edition
from flows.problems.records import Severity
from flows.sources.content import Content
from tests.content_tree import write_tree
from tests.press.printing import REPOSITORY


def test_an_edition_is_the_same_beside_the_one_before_it() -> None:
    content = Content(REPOSITORY)
    alone = open_edition(content, "2027")
    before, beside = open_beside(Wanted(content, "2023"), Wanted(content, "2027"))
    assert (before, beside) == (open_edition(content, "2023"), alone)
    assert problems_of(beside) == problems_of(alone)


def test_what_both_say_is_one_tree() -> None:
    content = Content(REPOSITORY)
    before, after = open_beside(Wanted(content, "2023"), Wanted(content, "2027"))
    both = before.trees.keys() & after.trees.keys()
    assert both and all(before.trees[text] is after.trees[text] for text in both)


def test_ids_of_another_root_are_not_taken_for_those_of_the_edition_before(tmp_path: Path) -> None:
    other, content = Wanted(write_tree(tmp_path), "2031"), Content(REPOSITORY)
    assert open_beside(other, Wanted(content, "2027"))[1] == open_edition(content, "2027")


def test_a_broken_edition_beside_another_breaks_itself_alone(tmp_path: Path) -> None:
    broken = write_tree(tmp_path, {"shared/2031/edition.yaml": "edition: [\n"})
    before, after = open_beside(Wanted(broken, "2031"), Wanted(Content(REPOSITORY), "2027"))
    assert before.national.edition is None and before.trees == {}
    assert after == open_edition(Content(REPOSITORY), "2027")


def test_errors_are_the_problems_that_stop_a_draft(tmp_path: Path) -> None:
    blocks = f"[{{prose: x, text: Goed, oeps: 1}}, {{prose: y, text: {'woord ' * 40}}}]"
    broken = {
        "shared/2031/werken.yaml": f"id: werken\ntitle: T\nblocks: {blocks}\n",
        "provinces/oost/2031.yaml": "province: oost\nedition: '2031'\noverrides: [{remove: niets}]\n",
    }
    opened = open_edition(write_tree(tmp_path, broken), "2031")
    problems = problems_of(opened)
    assert opened.errors == tuple(each for each in problems if each.severity is Severity.ERROR) != ()
    assert len(opened.errors) < len(problems)
