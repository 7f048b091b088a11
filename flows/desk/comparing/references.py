"""What a comparison is asked to compare: an edition, a province's edition, or one of these at a revision."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from flows.desk.opening.editions import OpenEdition, UnknownName, edition_name, province_names
from flows.press.failures import PressError, cannot_write
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.scratch.folders import scratch
from flows.sources.content import SOURCE_FOLDERS, Content
from flows.sources.git import GitError, NoRevision, commit_of, unpack

_WRITTEN = re.compile(r"(?P<edition>[^/@\\]+)(/(?P<province>[^/@\\]+))?(@(?P<revision>.+))?")
_UNSAFE = re.compile(r"^\.|[^\w.-]")


@dataclass(frozen=True, slots=True)
class Reference:
    """An edition as people name it in a comparison.

    Attributes:
        edition: Name of the edition.
        province: Slug of a province; nothing for the national text.
        revision: Revision of git; nothing for the files as they are now.
    """

    edition: str
    province: str = ""
    revision: str = ""

    @property
    def name(self) -> str:
        """The reference as it is written: ``2027``, ``2027/zeeland``, ``2027@HEAD~5``."""
        province = f"/{self.province}" if self.province else ""
        revision = f"@{self.revision}" if self.revision else ""
        return f"{self.edition}{province}{revision}"

    @property
    def folder(self) -> str:
        """The name as a part of a path: ``2027_HEAD_5``."""
        return _UNSAFE.sub("_", self.name)


def parse(text: str) -> Reference:
    """Read ``EDITION``, ``EDITION/PROVINCE``, ``EDITION@REVISION`` or ``EDITION/PROVINCE@REVISION``.

    Raises:
        UnknownName: The text has another form (SP908).
    """
    found = _WRITTEN.fullmatch(text)
    if found is None or not text.isprintable():
        raise UnknownName(problem("SP908", None, text=text))
    return Reference(found["edition"], found["province"] or "", found["revision"] or "")


@contextmanager
def contents(content: Content, old: Reference, new: Reference) -> Iterator[tuple[Content, Content]]:
    """The content that each of two references is about, for as long as the block lasts.

    Without a revision that is `content` itself. With one, it is a temporary folder with the sources as they
    were then; it works in the work folder of `content`, and it is the same for two names of one commit.

    Raises:
        UnknownName: A reference names something that does not exist, or both mean the same.
        PressError: Git is missing or failed, or a file cannot be written.
    """
    commits = [_commit(content, each) for each in (old, new)]
    if (old.edition, old.province, commits[0]) == (new.edition, new.province, commits[1]):
        raise UnknownName(problem("SP913", None, old=old.name, new=new.name))
    with ExitStack() as stack:
        opened = {"": content}
        for commit in commits:
            if commit not in opened:
                opened[commit] = stack.enter_context(_at(content, commit))
        for reference, commit in zip((old, new), commits, strict=True):
            _check_names(opened[commit], reference)
        yield opened[commits[0]], opened[commits[1]]


def refuse_errors(opened: OpenEdition, reference: Reference) -> None:
    """Stop where an edition cannot be compared, because what was opened of it has errors.

    Raises:
        UnknownName: It has errors; says how many, and where the first is (SP912).
    """
    errors = opened.errors
    if errors:
        raise UnknownName(
            problem(
                "SP912",
                None,
                reference=reference.name,
                count=len(errors),
                first=str(errors[0].place),
                edition="" if reference.revision else reference.edition,
                revision=reference.revision,
            )
        )


def _commit(content: Content, reference: Reference) -> str:
    """The commit of a reference; nothing for the files as they are now."""
    try:
        return commit_of(content.root, reference.revision) if reference.revision else ""
    except NoRevision as error:
        raise UnknownName(error.problem) from error
    except GitError as error:
        raise PressError(error.problem) from error


@contextmanager
def _at(content: Content, commit: str) -> Iterator[Content]:
    """The content as it was at a commit."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(scratch(content.work_folder))
            unpack(content.root, commit, SOURCE_FOLDERS, folder)
        except GitError as error:
            raise PressError(error.problem) from error
        except OSError as error:
            raise cannot_write(error.filename or content.work_folder.as_posix(), error) from error
        yield Content(folder, content.work_folder)


def _check_names(content: Content, reference: Reference) -> None:
    try:
        edition_name(content, reference.edition)
        province_names(content, (reference.province,) if reference.province else ())
    except UnknownName as error:
        if not reference.revision:
            raise
        raise UnknownName(_at_revision(error.problem, reference)) from error


def _at_revision(found: Problem, reference: Reference) -> Problem:
    """The problem with its revision; one without any content does not have the edition either."""
    if found.code == "SP904":
        return problem("SP901", None, edition=reference.edition, revision=reference.revision)
    return replace(found, args={**found.args, "revision": reference.revision})
