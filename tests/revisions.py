"""Real git repositories for tests, made without the settings of the person who runs them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
_WHO = ("-c", "user.name=Redactie", "-c", "user.email=redactie@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, told: str = "") -> str:
    """What git answers in a folder to a command and what it is told on standard input."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *_WHO, *arguments]
    env = {**kept, **quiet}
    done = subprocess.run(command, cwd=folder, env=env, input=told.encode(), check=True, capture_output=True)
    return done.stdout.decode()


def commit(folder: Path, message: str) -> str:
    """Commit everything below a folder, in a new repository where there is none; gives the commit's hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD").strip()


def state(folder: Path) -> tuple[str, dict[str, bytes]]:
    """What git says of a work tree, and the bytes of every file in it and of the index."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    seen = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    seen["index"] = (folder / ".git" / "index").read_bytes()
    return git(folder, "status", "--porcelain", "--ignored"), seen
