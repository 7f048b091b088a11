"""Benchmarks run only when they are asked for: a machine with neighbours is no place for timed tests."""

import pytest

pytest_plugins = ["tests.engine.servers"]
collect_ignore_glob: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bench", action="store_true", help="measure speed as ratios against peers")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--bench"):
        collect_ignore_glob.append("benchmarks/*")
