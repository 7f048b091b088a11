"""The brochures of this repository, printed as a user prints them."""

import shutil
import subprocess
from pathlib import Path

from tests.press.printing import REPOSITORY
from tests.processes import STANDPUNT

CHOSEN = (("2023", "noord-holland"), ("2027", "zeeland"))
"""An adopted edition and a draft."""


def published(root: Path, form: str) -> list[Path]:
    """The Dutch brochures of `CHOSEN` in one format."""
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for edition, province in CHOSEN:
        command = [*STANDPUNT, "publish", edition, "--province", province, "--lang", "nl", "--format", form]
        subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=300)
    return sorted(root.glob(f"outputs/20*/*/nl/*.{form}"))
