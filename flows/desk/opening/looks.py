"""The brand of a content root, or the neutral one of the package."""

from importlib.resources import files

from flows.press.looks import BRAND_FILE, Looks, read_looks
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.sources.yaml_files import marked_bytes, read_marked


def open_looks(content: Content) -> tuple[Looks | None, list[Problem]]:
    """Read `shared/brand/brand.yaml` with its fonts and logo; an association without one looks neutral."""
    if (content.root / BRAND_FILE).exists():
        file, problems = read_marked(content.root, BRAND_FILE)
    else:
        neutral = files("flows.sources") / "neutral" / "brand.yaml"
        file, problems = marked_bytes(neutral.read_bytes(), "brand.yaml")
    return read_looks(content.root, file) if file is not None else (None, problems)
