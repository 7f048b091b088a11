"""What publishing made and would not make any more is named, offered by no portal, and removed when asked."""

import shutil
from pathlib import Path

import pytest

from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, SMALL, write_tree
from tests.english_tree import write_english_tree
from tests.processes import files_below, standpunt

OOST = "2031/oost/nl/oost-2031-nl"


def publish(root: Path, *arguments: str) -> str:
    """What publishing says, on whichever stream."""
    done = standpunt(root, "publish", "--engine", "local", "--format", "html", *arguments)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def there(root: Path) -> set[str]:
    return {*files_below(root / "outputs")}


def portal(root: Path) -> str:
    return (root / "outputs/2031/index.html").read_text(encoding="utf-8")


def test_where_everything_belongs_nothing_is_said_or_removed(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    before = there(tmp_path)
    for said in (publish(tmp_path), publish(tmp_path, "--prune"), publish(tmp_path, "--province", "oost")):
        assert "SP82" not in said
        assert "Weggehaald" not in said
    assert there(tmp_path) == before


def test_a_province_that_is_gone(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    shutil.rmtree(tmp_path / "provinces/oost")
    for _ in range(2):  # also where there is nothing to make
        said = publish(tmp_path)
        assert "SP825" in said
        assert f"{OOST}.html" in said
    assert f"{OOST}.html" in there(tmp_path)
    assert "oost-2031" not in portal(tmp_path)
    said = publish(tmp_path, "--prune")
    assert f"Weggehaald:\n  {OOST}.html\n" in said
    assert there(tmp_path) == {"2031/index.html", "2031/west/nl/west-2031-nl.html"}
    assert not (tmp_path / "outputs/2031/oost").exists()
    assert "SP825" not in publish(tmp_path)


def test_what_is_made_besides_goes_with_its_document(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path, "--print", "--asks", "--cards")
    shutil.rmtree(tmp_path / "provinces/oost")
    said = publish(tmp_path)
    assert f"{OOST}.asks.csv, .asks.jsonld, .asks.pdf, .html, .print.pdf\n" in said
    assert "2031/oost/nl/cards/ (4)\n" in said
    publish(tmp_path, "--prune")
    assert not [path for path in there(tmp_path) if "oost" in path]
    assert "SP825" not in publish(tmp_path)


def test_a_language_that_is_gone_is_named_where_all_languages_were_asked_for(tmp_path: Path) -> None:
    write_english_tree(tmp_path)
    publish(tmp_path)
    english = "2031/oost/en/oost-2031-en.html"
    assert english in there(tmp_path)
    (tmp_path / "provinces/oost/province.yaml").write_text(PROVINCE)
    assert "SP825" not in publish(tmp_path, "--lang", "nl")
    said = publish(tmp_path)
    assert "SP825" in said
    assert english in said
    assert "oost-2031-en" not in portal(tmp_path)
    publish(tmp_path, "--prune")
    assert there(tmp_path) == {
        "2031/index.html",
        "2031/oost/nl/oost-2031-nl.html",
        "2031/west/nl/west-2031-nl.html",
    }


def test_an_edition_that_is_gone_goes_with_its_portal(tmp_path: Path) -> None:
    older = {name.replace("2031", "2027"): text.replace("2031", "2027") for name, text in SMALL.items()}
    write_tree(tmp_path, older)
    publish(tmp_path, "2027")
    publish(tmp_path, "2031")
    shutil.rmtree(tmp_path / "shared/2027")
    said = publish(tmp_path)
    assert "2027/oost/nl/oost-2027-nl.html" in said
    assert "2027/index.html" in said
    publish(tmp_path, "--prune")
    assert {name.split("/")[0] for name in there(tmp_path)} == {"2031"}
    assert not (tmp_path / "outputs/2027").exists()


def test_a_draft_where_a_final_document_was_refused(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    unfilled = OWN[: OWN.index("overrides:")]
    final = {"shared/2031/edition.yaml": EDITION.replace("concept", "vastgesteld")}
    write_tree(tmp_path, {**final, "provinces/oost/2031.yaml": unfilled})
    said = publish(tmp_path, "--final")
    assert "SP826" in said
    assert f"{OOST}.html" in said
    assert "oost-2031-nl.html" not in portal(tmp_path)
    assert "west-2031-nl.html" in portal(tmp_path)
    publish(tmp_path, "--final", "--prune")
    assert f"{OOST}.html" not in there(tmp_path)
    assert "2031/west/nl/west-2031-nl.html" in there(tmp_path)


def test_a_final_document_stays_where_a_later_one_is_refused(tmp_path: Path) -> None:
    final = {"shared/2031/edition.yaml": EDITION.replace("concept", "vastgesteld")}
    write_tree(tmp_path, final)
    publish(tmp_path, "--final")
    write_tree(tmp_path, {**final, "provinces/oost/2031.yaml": OWN[: OWN.index("overrides:")]})
    assert "SP826" not in publish(tmp_path, "--final", "--prune")
    assert f"{OOST}.html" in there(tmp_path)


def test_what_a_person_edited_or_made_stays(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    edited, own = tmp_path / f"outputs/{OOST}.html", tmp_path / "outputs/2031/oost/nl/oost-2031-nl.docx"
    edited.write_text("met de hand verbeterd")
    own.write_text("van mij")
    shutil.rmtree(tmp_path / "provinces/oost")
    said = publish(tmp_path, "--prune")
    assert "SP827" in said
    assert f"{OOST}.html" in said
    assert "Weggehaald" not in said
    assert edited.read_text() == "met de hand verbeterd"
    assert own.read_text() == "van mij"


def test_a_province_that_cannot_be_read_loses_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    before = there(tmp_path)
    (tmp_path / "provinces/oost/province.yaml").write_text("province: [oost\n")
    assert "SP825" not in publish(tmp_path, "--prune")
    assert there(tmp_path) == before


@pytest.mark.parametrize("broken", ["shared/2031/edition.yaml", "shared/2031/werken.yaml"])
def test_a_national_text_that_cannot_be_read_loses_nothing(broken: str, tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    before = there(tmp_path)
    (tmp_path / broken).write_text("id: [\n")
    publish(tmp_path, "--prune")
    assert there(tmp_path) == before


def test_reports_of_compare_are_not_publishing_s(tmp_path: Path) -> None:
    older = {name.replace("2031", "2027"): text.replace("2031", "2027") for name, text in SMALL.items()}
    changed = CHAPTER.replace("250", "300")
    write_tree(tmp_path, {**older, "shared/2031/werken.yaml": changed})
    done = standpunt(tmp_path, "compare", "2027", "2031", "--format", "html", "--engine", "local")
    assert done.returncode == 0, done.stderr
    publish(tmp_path)
    reports = {name for name in there(tmp_path) if name.startswith("compare/")}
    assert reports
    shutil.rmtree(tmp_path / "shared/2027")
    shutil.rmtree(tmp_path / "provinces/oost")
    publish(tmp_path, "--prune")
    assert {name for name in there(tmp_path) if name.startswith("compare/")} == reports
