"""The only door to git: the commit of a revision, and the files of a commit; the repository is only read."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from subprocess import PIPE
from tempfile import TemporaryFile
from typing import IO

from flows.problems.codes import problem
from flows.problems.records import Problem

GIT_SECONDS = 60
_FIXED = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_HASH_LENGTHS = (40, 64)
_PLAIN_FILES = (b"100644", b"100755")
_LONGEST = 300
"""Characters of git's own words that a message repeats."""

Done = subprocess.CompletedProcess[bytes]


class GitError(Exception):
    """Git is missing or failed; carries the problem to show."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code, dict(found.args))
        self.problem = found


class NoRevision(GitError):  # noqa: N818  a question nobody can answer, not a failure
    """The revision cannot be read because it, or the whole repository, does not exist."""


def commit_of(folder: Path, revision: str) -> str:
    """The full hash of the commit that `revision` names in the repository around `folder`.

    Raises:
        NoRevision: The folder lies in no repository (SP909), or there is no such revision (SP911).
        GitError: Git is not installed (SP910) or failed (SP801).
    """
    shallow = _run(folder, ("rev-parse", "--is-shallow-repository"), revision)
    if b"not a git repository" in shallow.stderr:
        raise NoRevision(problem("SP909", None, root=folder.as_posix(), revision=revision))
    _must(shallow)
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = _run(folder, asked, revision)
    name = found.stdout.decode("ascii", "replace").strip()
    # `^main` and the like are taken for revisions too, but are not the name of one commit
    if found.returncode or len(name) not in _HASH_LENGTHS or not name.isalnum():
        advice = "git fetch --unshallow" if shallow.stdout.startswith(b"true") else ""
        raise NoRevision(problem("SP911", None, revision=revision, shallow=advice))
    return name


def unpack(folder: Path, commit: str, names: tuple[str, ...], target: Path) -> None:
    """Write the files below `folder` as they were committed into `target`, whatever git's settings say.

    Links are left out, since they can lead anywhere.

    Args:
        folder: A folder of the repository, at its top or below.
        commit: Full hash of the commit.
        names: Which of its subfolders; one that did not exist then is left out.
        target: Where the subfolders are made.

    Raises:
        GitError: Git is not installed (SP910) or failed (SP801).
        OSError: A file cannot be written.
    """
    # not `git archive`: it runs filters, changes line ends and leaves files out where attributes say so
    listed = _must(_run(folder, ("ls-tree", "-r", "-z", commit, "--", *names), commit))
    files = dict(_plain_files(listed.stdout))
    with TemporaryFile() as answers:
        asked = b"".join(name + b"\n" for name in files.values())
        _must(_run(folder, ("cat-file", "--batch"), commit, asked, answers))
        answers.seek(0)
        for path in files:
            _write(target / path, _content(answers))


def _plain_files(listed: bytes) -> Iterator[tuple[str, bytes]]:
    """Path and object name of every file in a listing of git."""
    for line in listed.split(b"\0")[:-1]:
        described, _, path = line.partition(b"\t")
        mode, _, name = described.split()
        if mode in _PLAIN_FILES and _stays_inside(os.fsdecode(path)):
            yield os.fsdecode(path), name


def _stays_inside(path: str) -> bool:
    """Whether a path leads nowhere else; a tree can be made by hand with any name in it."""
    return ".." not in PurePosixPath(path).parts and not set(path) & set("\\:")


def _content(answers: IO[bytes]) -> bytes:
    """The next object: a line with its name, kind and size, its bytes, and a line end."""
    described = answers.readline()
    size = described.split()[-1]
    if not size.isdigit():
        raise _failed(described.decode("ascii", "replace"))
    return answers.read(int(size) + 1)[:-1]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _must(found: Done) -> Done:
    if found.returncode:
        raise _failed(found.stderr.decode("utf-8", "replace") or f"exit {found.returncode}")
    return found


def _run(
    folder: Path, asked: tuple[str, ...], revision: str, told: bytes = b"", output: IO[bytes] | None = None
) -> Done:
    """Ask git something in a folder, deaf to everything that a hook or a person has set around it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(
            ["git", "--no-pager", *asked],
            cwd=folder,
            env={**kept, **_FIXED},
            input=told,
            stdout=output or PIPE,
            stderr=PIPE,
            timeout=GIT_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError(problem("SP910", None, revision=revision)) from error
    except subprocess.TimeoutExpired as error:
        raise _failed(f"{GIT_SECONDS} s") from error
    except (OSError, ValueError) as error:  # ValueError: a name that no command line can hold
        raise _failed(str(error)) from error


def _failed(said: str) -> GitError:
    return GitError(problem("SP801", None, tool="git", said=" ".join(said.split())[:_LONGEST]))
