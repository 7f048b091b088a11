import os
from pathlib import Path

import pytest

from flows.engine.server.settings import apply_settings, settings_for


def test_the_home_is_absolute_and_lies_in_the_content_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings_for(Path("here"), own_server=True)["PREFECT_HOME"] == str(tmp_path / "here" / ".prefect")


def test_a_setting_of_the_user_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"PREFECT_LOGGING_LEVEL": "DEBUG"})
    apply_settings(tmp_path)
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_a_server_that_runs_gets_the_logs_and_is_asked_more_than_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {"PREFECT_API_URL": "http://127.0.0.1:4200/api"})
    apply_settings(tmp_path)
    assert "PREFECT_LOGGING_TO_API_ENABLED" not in os.environ
    assert "PREFECT_CLIENT_MAX_RETRIES" not in os.environ
    assert os.environ["PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL"] == "CRITICAL"


@pytest.mark.parametrize("own_server", [True, False])
def test_prefect_knows_every_setting_by_that_name(own_server: bool, tmp_path: Path) -> None:
    from prefect.settings import get_current_settings

    from flows.engine.server.settings import EMBEDDED_SERVER, LASTING_SERVER

    known = set(get_current_settings().to_environment_variables(include_aliases=True))
    ours = {**settings_for(tmp_path, own_server=own_server), **EMBEDDED_SERVER, **LASTING_SERVER}
    handlers = {name for name in ours if name.startswith("PREFECT_LOGGING_HANDLERS_")}
    assert set(ours) - handlers - known == {"DO_NOT_TRACK"}
