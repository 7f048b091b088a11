"""Whole comparisons as processes: what is written, what is not, and what survives a kill or an error."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.compare_editions.two_editions import compare, older, reports, write_editions
from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, own
from tests.processes import command, standpunt, times
from tests.revisions import commit, needs_git

FORMATS = ("docx", "html", "json", "pdf")
EXPECTED = {
    f"2027-2031/{subject}/nl/report.{form}" for subject in ("national", "oost", "west") for form in FORMATS
}


def ops(root: Path, subject: str) -> dict[str, str]:
    return changed(root / f"outputs/compare/2027-2031/{subject}/nl/report.json")


def changed(report: Path) -> dict[str, str]:
    data = json.loads(report.read_text("utf-8"))
    return {each["id"]: each["op"] for each in data["changes"] if each["op"] != "unchanged"}


def test_a_comparison_reports_on_the_nation_and_on_each_province(tmp_path: Path) -> None:
    done = compare(write_editions(tmp_path))
    assert done.returncode == 0, done.stderr
    assert set(reports(tmp_path)) == EXPECTED
    assert "3 rapporten gemaakt" in done.stdout
    assert "2027-2031 oost nl" in done.stdout
    assert "De rapporten staan in outputs/compare/2027-2031." in done.stdout
    assert ops(tmp_path, "national") == dict.fromkeys(("_omslag", "vraag-een", "vraag-drie"), "edited")
    assert ops(tmp_path, "oost") == ops(tmp_path, "national")


def test_a_second_run_writes_nothing_and_a_forced_run_writes_the_same_bytes(tmp_path: Path) -> None:
    write_editions(tmp_path)
    compare(tmp_path, TZ="Europe/Amsterdam")
    first, stamps = reports(tmp_path), times(tmp_path / "outputs/compare")
    again = compare(tmp_path)
    assert "Alles is al gemaakt" in again.stdout
    assert times(tmp_path / "outputs/compare") == stamps
    compare(tmp_path, "--force", TZ="Pacific/Auckland", PYTHONHASHSEED="7")
    assert reports(tmp_path) == first
    assert times(tmp_path / "outputs/compare") != stamps


def test_nothing_to_do_imports_neither_prefect_nor_the_reader_nor_pandoc(tmp_path: Path) -> None:
    compare(write_editions(tmp_path), "--format", "json")
    asked = ["compare", "2027", "2031", "--format", "json", "--engine", "prefect", "--root", str(tmp_path)]
    heavy = ("prefect", "ruamel", "pydantic", "typst", "pypandoc", "lxml", "babel")
    program = (
        "import sys\n"
        "from flows.cli.main import run\n"
        f"code = run({asked!r}, 'nl')\n"
        f"print(code, [name for name in {heavy!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"


def test_one_changed_override_makes_only_the_reports_that_tell_of_it_again(tmp_path: Path) -> None:
    write_editions(tmp_path)
    compare(tmp_path, "--format", "json")
    before = times(tmp_path / "outputs/compare")
    (tmp_path / "provinces/oost/2031.yaml").write_text(OWN.replace("Ons eigen verhaal", "Ons nieuwe verhaal"))
    done = compare(tmp_path, "--format", "json")
    changed = {name for name, stamp in times(tmp_path / "outputs/compare").items() if stamp != before[name]}
    assert "2027-2031/oost/nl/report.json" in changed
    assert "2027-2031/west/nl/report.json" not in changed
    assert "was al klaar" in done.stdout
    assert "eigen-verhaal" in ops(tmp_path, "oost")


@pytest.mark.parametrize("damage", [b"", b"iets anders", None])
def test_a_damaged_report_is_made_again(damage: bytes | None, tmp_path: Path) -> None:
    write_editions(tmp_path)
    compare(tmp_path, "--format", "html", "--province", "west")
    first = reports(tmp_path)
    report = tmp_path / "outputs/compare/2027-2031/west/nl/report.html"
    report.unlink() if damage is None else report.write_bytes(damage)
    compare(tmp_path, "--format", "html", "--province", "west")
    assert reports(tmp_path) == first


def test_with_a_province_only_its_report_is_made_in_the_formats_that_were_asked_for(tmp_path: Path) -> None:
    write_editions(tmp_path)
    assert compare(tmp_path, "--province", "oost", "--format", "json").returncode == 0
    assert set(reports(tmp_path)) == {"2027-2031/oost/nl/report.json"}


def test_a_broken_province_leaves_the_other_reported_on(tmp_path: Path) -> None:
    write_editions(tmp_path, own("  - remove: vraag-en\n"))
    done = compare(tmp_path, "--format", "json")
    assert done.returncode == 1
    assert "Niet gemaakt wegens fouten: oost." in done.stdout
    assert "SP301" in done.stderr
    assert set(reports(tmp_path)) == {f"2027-2031/{each}/nl/report.json" for each in ("national", "west")}
    again = compare(tmp_path, "--format", "json")
    assert again.returncode == 1
    assert "SP301" in again.stderr


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["2027", "1999"], "Er is geen editie '1999'"),
        (["2027", "2027"], "2027"),
        (["2027", "2031", "--province", "oots"], "Er is geen provincie 'oots'"),
        (["2027"], "Er ontbreekt iets: NEW"),
    ],
)
def test_a_question_that_nobody_can_answer_is_one_sentence(
    asked: list[str], words: str, tmp_path: Path
) -> None:
    done = standpunt(write_editions(tmp_path), "compare", *asked)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) <= 2
    assert not (tmp_path / "outputs").exists()


def test_an_edition_with_errors_is_refused_with_the_place_of_the_first(tmp_path: Path) -> None:
    write_editions(tmp_path, {"shared/2027/edition.yaml": older(EDITION) + "kleur: rood\n"})
    done = compare(tmp_path)
    assert done.returncode == 1
    assert "shared/2027/edition.yaml:15:1" in done.stderr


def test_a_report_speaks_the_language_of_who_asks_and_both_are_remembered(tmp_path: Path) -> None:
    write_editions(tmp_path)
    compare(tmp_path, "--format", "html", "--province", "oost")
    page = tmp_path / "outputs/compare/2027-2031/oost/nl/report.html"
    dutch = page.read_text("utf-8")
    done = compare(tmp_path, "--format", "html", "--province", "oost", "--ui", "en")
    assert "1 report made" in done.stdout
    assert page.read_text("utf-8") != dutch
    compare(tmp_path, "--format", "html", "--province", "oost")
    assert page.read_text("utf-8") == dutch


def test_the_portal_links_the_reports_without_a_new_build_and_the_next_build_does_nothing(
    tmp_path: Path,
) -> None:
    write_editions(tmp_path)
    standpunt(tmp_path, "publish", "--format", "html")
    compare(tmp_path, "--format", "html")
    page = (tmp_path / "outputs/2031/index.html").read_text("utf-8")
    for subject in ("national", "oost", "west"):
        assert f'href="../compare/2027-2031/{subject}/nl/report.html"' in page
    stamp = (tmp_path / "outputs/2031/index.html").stat().st_mtime_ns
    assert "Alles is al gemaakt" in standpunt(tmp_path, "publish", "--format", "html").stdout
    assert (tmp_path / "outputs/2031/index.html").stat().st_mtime_ns == stamp


def many(root: Path, provinces: int) -> None:
    """Two editions with many provinces, so that it takes long enough to be killed in the middle."""
    files = {}
    for number in range(provinces):
        slug = f"p{number}"
        files[f"provinces/{slug}/province.yaml"] = PROVINCE.replace(
            "province: oost", f"province: {slug}"
        ).replace("name: Oost", f"name: Oost {number}")
        for edition in ("2027", "2031"):
            mine = OWN.replace("province: oost", f"province: {slug}").replace("2031", edition)
            files[f"provinces/{slug}/{edition}.yaml"] = mine
    write_editions(root, files)


def test_a_kill_in_the_middle_leaves_whole_files_only_and_the_next_run_completes(tmp_path: Path) -> None:
    many(tmp_path / "whole", 12)
    many(tmp_path / "killed", 12)
    formats = ("--format", "html", "--format", "json", "--engine", "local", "--workers", "1")
    compare(tmp_path / "whole", *formats)
    expected = reports(tmp_path / "whole")
    killed = tmp_path / "killed"
    working = subprocess.Popen(
        command(killed, "compare", "2027", "2031", *formats),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not list((killed / "outputs/compare").rglob("*.html")) and working.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    working.send_signal(signal.SIGKILL)
    working.wait(10)
    assert all(expected[name] == digest for name, digest in reports(killed).items())
    assert compare(killed, *formats).returncode == 0
    assert reports(killed) == expected


def test_the_prefect_flow_and_the_engine_in_process_give_the_same_bytes(tmp_path: Path) -> None:
    write_editions(tmp_path)
    done = compare(tmp_path, "--engine", "prefect")
    assert done.returncode == 0, done.stderr
    through_prefect = reports(tmp_path)
    assert set(through_prefect) == EXPECTED
    compare(tmp_path, "--engine", "local", "--force")
    assert reports(tmp_path) == through_prefect


def test_dask_workers_give_the_same_bytes_as_the_engine_in_process(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    write_editions(tmp_path)
    compare(tmp_path, "--engine", "local", "--format", "html")
    in_process = reports(tmp_path)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        address = cluster.scheduler_address
        done = compare(tmp_path, "--engine", "dask", "--dask-address", address, "--force", "--format", "html")
    assert done.returncode == 0, done.stderr
    assert "3 rapporten gemaakt" in done.stdout
    assert reports(tmp_path) == in_process


@needs_git
def test_a_revision_that_moves_on_makes_its_report_again_and_one_that_stays_does_not(tmp_path: Path) -> None:
    write_editions(tmp_path)
    commit(tmp_path, "begin")
    (tmp_path / "shared/2031/werken.yaml").write_text(CHAPTER.replace("Doe nog iets", "Doe nog meer"))
    commit(tmp_path, "meer")
    asked = ("compare", "2031@HEAD~1", "2031", "--format", "json", "--province", "oost")
    assert standpunt(tmp_path, *asked).returncode == 0
    report = tmp_path / "outputs/compare/2031_HEAD_1-2031/oost/nl/report.json"
    assert "vraag-twee" in changed(report)
    assert "Alles is al gemaakt" in standpunt(tmp_path, *asked).stdout
    commit(tmp_path, "niets")
    assert "1 rapport gemaakt" in standpunt(tmp_path, *asked).stdout
    assert changed(report) == {}


def test_a_broken_brand_is_told_with_its_place(tmp_path: Path) -> None:
    done = compare(write_editions(tmp_path, {"shared/brand/brand.yaml": "name: x\ncolours: [a]\n"}))
    assert done.returncode == 1
    assert done.stderr.startswith("shared/brand/brand.yaml:2:10: ")


def test_two_provinces_of_one_edition_are_compared_with_each_other(tmp_path: Path) -> None:
    west = OWN.replace("oost", "west").replace("Hub Oost", "Hub West")
    write_editions(tmp_path, {"provinces/west/2031.yaml": west})
    done = standpunt(tmp_path, "compare", "2031/oost", "2031/west", "--format", "json")
    assert done.returncode == 0, done.stderr
    (report,) = (tmp_path / "outputs/compare").rglob("report.json")
    assert report.parent.parent.parent.name == "2031_oost-2031_west"
    assert set(changed(report)) == {"_omslag", "hoofdstuk-werken", "aanhef", "contactpersoon"}
