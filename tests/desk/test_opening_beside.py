"""An edition that is opened beside another: the same as by itself, in less time."""

from pathlib import Path

from flows.desk.editions import open_edition
from flows.problems.records import Severity
from flows.sources.content import Content
from tests.content_tree import write_tree
from tests.press.printing import REPOSITORY


def test_an_edition_is_the_same_beside_the_one_before_it() -> None:
    content = Content(REPOSITORY)
    before = open_edition(content, "2023")
    alone, beside = open_edition(content, "2027"), open_edition(content, "2027", earlier=before)
    assert beside == alone
    assert beside.problems() == alone.problems()


def test_what_both_say_is_one_tree() -> None:
    content = Content(REPOSITORY)
    before = open_edition(content, "2023")
    after = open_edition(content, "2027", earlier=before)
    both = before.trees.keys() & after.trees.keys()
    assert both and all(before.trees[text] is after.trees[text] for text in both)


def test_ids_of_another_root_are_not_taken_for_those_of_the_edition_before(tmp_path: Path) -> None:
    other = open_edition(write_tree(tmp_path), "2031")
    content = Content(REPOSITORY)
    assert open_edition(content, "2027", earlier=other) == open_edition(content, "2027")


def test_errors_are_the_problems_that_stop_a_draft(tmp_path: Path) -> None:
    blocks = f"[{{prose: x, text: Goed, oeps: 1}}, {{prose: y, text: {'woord ' * 40}}}]"
    broken = {
        "shared/2031/werken.yaml": f"id: werken\ntitle: T\nblocks: {blocks}\n",
        "provinces/oost/2031.yaml": "province: oost\nedition: '2031'\noverrides: [{remove: niets}]\n",
    }
    opened = open_edition(write_tree(tmp_path, broken), "2031")
    problems = opened.problems()
    assert opened.errors == tuple(each for each in problems if each.severity is Severity.ERROR) != ()
    assert len(opened.errors) < len(problems)
