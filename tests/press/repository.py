"""The brochures of this repository, printed as a user prints them."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.press.printing import REPOSITORY
from tests.processes import STANDPUNT

CHOSEN = (("2023", "noord-holland", "nl"), ("2027", "zeeland", "nl"))
"""An adopted edition and a draft."""


def published(root: Path, form: str, chosen: Iterable[tuple[str, str, str]] = CHOSEN) -> list[Path]:
    """Brochures in one format, by edition, province and language."""
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for edition, province, language in chosen:
        command = [
            *STANDPUNT,
            "publish",
            edition,
            "--province",
            province,
            "--lang",
            language,
            "--format",
            form,
        ]
        subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=300)
    return sorted(root.glob(f"outputs/20*/*/*/*.{form}"))
