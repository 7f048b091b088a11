"""A check of one province is the part of the whole check that concerns it, in the same order."""

from functools import cache
from pathlib import Path

import pytest

from flows.desk.check import check
from flows.problems.reading import Group, group_of
from flows.problems.records import Problem
from tests.content.test_the_position import CONTENT
from tests.content_tree import CHAPTER, PROVINCE, own, write_tree

SLUGS = CONTENT.provinces()


@cache
def told(*provinces: str, languages: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    return check(CONTENT, "2027", provinces, languages)[2]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_province_is_told_all_of_its_own_and_nothing_of_another(slug: str) -> None:
    mine = told(slug)
    assert [each for each in mine if each.province is not None] == [
        each for each in told() if each.province == slug
    ]
    assert [each for each in told() if each in mine] == list(mine)


def test_a_national_warning_concerns_who_prints_the_national_text(tmp_path: Path) -> None:
    chapter = CHAPTER.replace(
        "source: Bureau\n        as_of: 2030-05", "source: te bevestigen\n        as_of: 2030-05"
    )
    content = write_tree(
        tmp_path,
        {
            "shared/2031/werken.yaml": chapter.replace("Doe 250", "Ons MKB doe 250"),
            **own("  - remove: feit-een\n"),
        },
    )
    codes = {
        slug: [each.code for each in check(content, None, (slug,))[2] if each.province is None]
        for slug in ("oost", "west")
    }
    assert codes == {"oost": [], "west": ["SP601"]}


def test_advice_on_national_texts_is_for_the_national_office() -> None:
    for slug in SLUGS:
        assert not [each for each in told(slug) if each.province is None and group_of(each) is Group.ADVICE]


def test_a_language_limits_translations_and_nothing_else(tmp_path: Path) -> None:
    english = "  en: {name: East, in: in East, of: of East, adjective: East}\ncontact:"
    content = write_tree(
        tmp_path,
        {
            "provinces/oost/province.yaml": PROVINCE.replace("[nl]", "[nl, en]").replace("contact:", english),
            "shared/2031/en.po": "msgid broken\n",
            **own("  - remove: vraag-en\n"),
        },
    )

    def codes(*languages: str) -> set[str]:
        return {each.code for each in check(content, None, (), languages)[2]}

    assert {"SP851", "SP301"} <= codes() == codes("en")
    assert codes("nl") == codes() - {"SP851"}
    assert "SP851" in {each.code for each in check(content, None, ("oost",))[2]}
    assert "SP851" not in {each.code for each in check(content, None, ("west",))[2]}
