"""The languages of publication: the labels of a content root over the neutral ones of the package."""

from importlib.resources import files
from pathlib import PurePath

from flows.documents.labels import LABELS
from flows.positions.shaping.misnamed import misnamed
from flows.positions.shaping.shapes import shaped
from flows.problems.codes import problem
from flows.problems.records import Place, Problem, has_errors
from flows.sources.content import Content
from flows.sources.yaml_files import marked_bytes, read_marked
from flows.translation.languages import Language, LanguageFile

DUTCH = "nl"
"""Code of the language of the texts, which every translation is made from."""


def open_language(
    content: Content, code: str, place: Place | None = None
) -> tuple[Language | None, list[Problem]]:
    """A language with its labels: those of `shared/languages/<code>.yaml`, and neutral ones for the rest.

    Args:
        content: The content root.
        code: The code of the language.
        place: Where it is asked for; SP509 stands there where nobody knows the language.
    """
    neutral = _neutral(code)
    relative = f"shared/languages/{code}.yaml"
    if not (content.root / relative).exists():
        if neutral is None:
            return None, [problem("SP509", place, language=code, known=_known(), path=relative)]
        return _language(neutral, neutral.labels), []
    file, problems = read_marked(content.root, relative)
    own, found = shaped(LanguageFile, file) if file is not None else (None, [])
    problems += found
    if file is None or own is None:
        return None, problems
    problems += [
        misnamed(name, file.key("labels", name), LABELS) for name in own.labels if name not in LABELS
    ]
    labels = {**(neutral.labels if neutral is not None else {}), **own.labels}
    problems += [problem("SP110", file.key("labels"), key=name) for name in LABELS if name not in labels]
    return (None if has_errors(problems) else _language(own, labels)), problems


def _known() -> tuple[str, ...]:
    folder = files("flows.sources") / "neutral" / "languages"
    return tuple(sorted(PurePath(each.name).stem for each in folder.iterdir()))


def _neutral(code: str) -> LanguageFile | None:
    """The package's own file of a language, which our tests check."""
    resource = files("flows.sources") / "neutral" / "languages" / f"{code}.yaml"
    if not resource.is_file():
        return None
    marked, _ = marked_bytes(resource.read_bytes(), f"{code}.yaml")
    shape, _ = shaped(LanguageFile, marked) if marked is not None else (None, [])
    return shape


def _language(file: LanguageFile, labels: dict[str, str]) -> Language:
    return Language(file.language, file.locale, labels, file.months)
