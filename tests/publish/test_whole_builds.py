"""Whole builds as processes: what is written, what is not, and what survives a kill, a neighbour, an error."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.content_tree import ADOPTED, CHAPTER, OWN, own, write_tree
from tests.documents.test_brand import neutral
from tests.processes import command, digests, standpunt, times

REPOSITORY = Path(__file__).parents[2]


def publish(root: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return standpunt(root, "publish", *arguments, **environment)


def outputs(root: Path) -> dict[str, str]:
    """Every document with the digest of its bytes."""
    return digests(root / "outputs")


PORTAL = "2031/index.html"
EXPECTED = {
    f"2031/{slug}/nl/{slug}-2031-nl.{form}" for slug in ("oost", "west") for form in ("docx", "html", "pdf")
} | {PORTAL}


def test_a_build_makes_three_formats_for_each_province(tmp_path: Path) -> None:
    write_tree(tmp_path)
    done = publish(tmp_path)
    assert done.returncode == 0, done.stderr
    assert set(outputs(tmp_path)) == EXPECTED
    assert "2 documenten gemaakt" in done.stdout
    assert not list((tmp_path / "outputs").rglob("*.tmp"))


def test_a_second_run_writes_nothing_and_a_forced_run_writes_the_same_bytes(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path, TZ="Europe/Amsterdam")
    first, stamps = outputs(tmp_path), times(tmp_path / "outputs")
    again = publish(tmp_path)
    assert "Alles is al gemaakt" in again.stdout
    assert times(tmp_path / "outputs") == stamps
    publish(tmp_path, "--force", TZ="Pacific/Auckland", PYTHONHASHSEED="7", LANG="en_GB.UTF-8")
    assert outputs(tmp_path) == first
    assert times(tmp_path / "outputs") != stamps


def test_nothing_to_do_imports_neither_prefect_nor_the_reader_nor_pandoc(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    program = (
        "import sys\n"
        "from flows.cli.main import run\n"
        f"code = run(['publish', '--engine', 'prefect', '--root', {str(tmp_path)!r}], 'nl')\n"
        "print(code, [name for name in ('prefect', 'ruamel', 'pydantic', 'typst', 'pypandoc') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"


def test_one_changed_override_makes_only_its_own_documents_again(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    before = times(tmp_path / "outputs")
    (tmp_path / "provinces/oost/2031.yaml").write_text(OWN.replace("Ons eigen verhaal", "Ons nieuwe verhaal"))
    publish(tmp_path)
    changed = {name for name, stamp in times(tmp_path / "outputs").items() if stamp != before[name]}
    assert changed - {PORTAL} == {name for name in EXPECTED if "oost" in name}


@pytest.mark.parametrize("name", ["sub/SourceSans3-Bold.ttf", "sub/.verborgen.TTF"])
def test_a_font_that_typst_finds_makes_every_document_again_when_it_changes(
    name: str, tmp_path: Path
) -> None:
    fonts = tmp_path / "shared/brand/fonts"
    brand = neutral({"Libertinus Serif": "Source Sans 3"})
    write_tree(tmp_path, {"shared/brand/brand.yaml": brand})
    shutil.copytree(REPOSITORY / "shared/brand/fonts", fonts)
    (fonts / "sub").mkdir()
    (fonts / "SourceSans3-Bold.ttf").rename(fonts / name)
    assert publish(tmp_path, "--format", "pdf").returncode == 0
    assert "Alles is al gemaakt" in publish(tmp_path, "--format", "pdf").stdout
    first = outputs(tmp_path)
    (fonts / name).unlink()
    assert "2 documenten gemaakt" in publish(tmp_path, "--format", "pdf").stdout
    assert all(outputs(tmp_path)[each] != first[each] for each in first if each.endswith(".pdf"))


@pytest.mark.parametrize("damage", [b"", b"iets anders"])
def test_a_damaged_document_is_made_again(damage: bytes, tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    first = outputs(tmp_path)
    (tmp_path / "outputs/2031/oost/nl/oost-2031-nl.html").write_bytes(damage)
    (tmp_path / "outputs/2031/west/nl/west-2031-nl.pdf").unlink()
    publish(tmp_path)
    assert outputs(tmp_path) == first


def test_only_the_formats_and_provinces_that_were_asked_for_are_made(tmp_path: Path) -> None:
    write_tree(tmp_path)
    assert publish(tmp_path, "--province", "oost", "--format", "html").returncode == 0
    assert set(outputs(tmp_path)) == {"2031/oost/nl/oost-2031-nl.html", PORTAL}
    publish(tmp_path)
    assert set(outputs(tmp_path)) == EXPECTED


def test_what_a_printer_gets_is_made_only_where_it_is_asked_for(tmp_path: Path) -> None:
    write_tree(tmp_path)
    of_printer = {f"2031/{slug}/nl/{slug}-2031-nl.print.pdf" for slug in ("oost", "west")}
    publish(tmp_path, "--format", "print")
    assert set(outputs(tmp_path)) == {*of_printer, PORTAL}
    portal = tmp_path / "outputs" / PORTAL
    assert "2031-nl.print" not in portal.read_text(encoding="utf-8")
    publish(tmp_path, "--print")
    assert set(outputs(tmp_path)) == {*EXPECTED, *of_printer}
    assert "2031-nl.print" not in portal.read_text(encoding="utf-8")
    told = publish(tmp_path, "--print")
    assert told.returncode == 0 and "gemaakt in" not in told.stdout


def test_the_asks_by_themselves_are_made_only_where_they_are_asked_for(tmp_path: Path) -> None:
    write_tree(tmp_path)
    asks = {
        f"2031/{slug}/nl/{slug}-2031-nl.asks.{form}"
        for slug in ("oost", "west")
        for form in ("csv", "jsonld", "pdf")
    }
    publish(tmp_path, "--format", "asks")
    first = outputs(tmp_path)
    assert set(first) == {*asks, PORTAL}
    told = publish(tmp_path, "--format", "asks")
    assert told.returncode == 0 and "gemaakt in" not in told.stdout
    publish(tmp_path, "--asks", "--force")
    assert set(outputs(tmp_path)) == {*EXPECTED, *asks}
    assert {name: digest for name, digest in outputs(tmp_path).items() if name in asks} == {
        name: first[name] for name in asks
    }


def test_a_broken_province_leaves_the_other_built_and_its_old_documents_as_they_were(tmp_path: Path) -> None:
    write_tree(tmp_path)
    publish(tmp_path)
    first = outputs(tmp_path)
    write_tree(
        tmp_path,
        {
            **own("  - remove: vraag-en\n"),
            "shared/2031/werken.yaml": CHAPTER.replace("Nog een zin", "Nog zo'n zin"),
        },
    )
    done = publish(tmp_path)
    assert done.returncode == 1
    assert "Niet gemaakt wegens fouten: oost." in done.stdout
    assert "SP301" in done.stderr
    after = outputs(tmp_path)
    changed = {name for name in EXPECTED if after[name] != first[name]}
    assert changed == {name for name in EXPECTED if "west" in name} | {PORTAL}


def test_a_final_edition_is_refused_while_a_required_slot_is_empty(tmp_path: Path) -> None:
    without = OWN[: OWN.index("overrides:")]
    write_tree(tmp_path, {**ADOPTED, "provinces/oost/2031.yaml": without})
    assert publish(tmp_path, "--final").returncode == 1
    assert {name.split("/")[1] for name in outputs(tmp_path)} == {"west", "index.html"}
    assert publish(tmp_path).returncode == 0
    assert set(outputs(tmp_path)) == EXPECTED


def many(root: Path, provinces: int) -> None:
    """A tree with many provinces, so that a build takes long enough to be killed in the middle."""
    from tests.content_tree import PROVINCE

    files = {}
    for number in range(provinces):
        slug = f"p{number}"
        files[f"provinces/{slug}/province.yaml"] = PROVINCE.replace(
            "province: oost", f"province: {slug}"
        ).replace("name: Oost", f"name: Oost {number}")
        files[f"provinces/{slug}/2031.yaml"] = OWN.replace("province: oost", f"province: {slug}")
    write_tree(root, files)


def test_a_kill_in_the_middle_leaves_whole_files_only_and_the_next_run_completes(tmp_path: Path) -> None:
    many(tmp_path / "whole", 10)
    many(tmp_path / "killed", 10)
    publish(tmp_path / "whole", "--engine", "local")
    expected = outputs(tmp_path / "whole")
    killed = tmp_path / "killed"
    building = subprocess.Popen(
        command(killed, "publish", "--engine", "local"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while len(list((killed / "outputs").glob("[0-9]*/*/*/*.pdf"))) < 1 and building.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    building.send_signal(signal.SIGKILL)
    building.wait(10)
    left = {name: digest for name, digest in outputs(killed).items() if not name.startswith(".")}
    assert all(expected[name] == digest for name, digest in left.items())
    assert publish(killed, "--engine", "local").returncode == 0
    assert outputs(killed) == expected


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    many(tmp_path, 6)
    both = [
        subprocess.Popen(
            command(tmp_path, "publish", "--force", "--engine", "local"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(2)
    ]
    said = [one.communicate(timeout=120)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    first = outputs(tmp_path)
    assert len(first) == 3 * 8 + 1
    publish(tmp_path, "--force")
    assert outputs(tmp_path) == first


def test_the_prefect_flow_and_the_engine_in_process_give_the_same_bytes(tmp_path: Path) -> None:
    write_tree(tmp_path)
    done = publish(tmp_path, "--engine", "prefect")
    assert done.returncode == 0, done.stderr
    through_prefect = outputs(tmp_path)
    assert set(through_prefect) == EXPECTED
    publish(tmp_path, "--engine", "local", "--force")
    assert outputs(tmp_path) == through_prefect


def test_dask_workers_give_the_same_bytes_as_the_engine_in_process(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    write_tree(tmp_path)
    publish(tmp_path, "--engine", "local")
    in_process = outputs(tmp_path)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        address = cluster.scheduler_address
        done = publish(tmp_path, "--engine", "dask", "--dask-address", address, "--force")
    assert done.returncode == 0, done.stderr
    assert "2 documenten gemaakt" in done.stdout
    assert outputs(tmp_path) == in_process


def test_a_cluster_without_workers_is_told_and_not_waited_for(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    write_tree(tmp_path)
    with distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        done = publish(tmp_path, "--engine", "dask", "--dask-address", address)
    assert done.returncode == 3
    assert f"dask worker {address}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_deployment_builds_from_the_folder_it_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.publish.plan import plan, work_of
    from flows.publish.requests import Request

    write_tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    work = work_of(plan(Request(root=".")), 1, lambda _: None)
    made = [outcome for chunk in work.chunks for outcome in work.build(chunk)]
    assert [outcome.problems for outcome in made] == [(), ()]
    assert set(outputs(tmp_path)) >= {name for name in EXPECTED if name != "2031/index.html"}


def test_the_engine_holds_nothing_of_one_association() -> None:
    words = (
        "metaalunie",
        "noord-holland",
        "smart industry hub",
        "servicepunt techniek",
        "regiosecretaris metaal",
    )
    files = [path for path in (REPOSITORY / "flows").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert len(files) > 50
    found = [
        (path.name, word)
        for path in files
        for word in words
        if word in path.read_bytes().decode("utf-8", "ignore").lower()
    ]
    assert found == []


@pytest.mark.parametrize(
    "foreign",
    [
        {"ALL_PROXY": "socks5://127.0.0.1:9", "all_proxy": "socks5h://127.0.0.1:9"},
        {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"},
        {"PREFECT_SERVER_API_AUTH_STRING": "admin:geheim"},
        {"PREFECT_API_AUTH_STRING": "admin:geheim", "PREFECT_API_KEY": "pnu_1234"},
    ],
    ids=["socks", "proxy", "server-secret", "client-secrets"],
)
def test_our_own_server_knows_no_proxies_and_secrets_of_another(
    tmp_path: Path, foreign: dict[str, str]
) -> None:
    write_tree(tmp_path)
    done = publish(tmp_path, "--engine", "prefect", "--format", "html", **foreign)
    assert done.returncode == 0, done.stderr
    assert "2 documenten gemaakt" in done.stdout
