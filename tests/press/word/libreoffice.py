"""LibreOffice as a second opinion: what it makes of Word files, by itself or by macro."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Own" script:language="StarBasic">
{}
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Own"/>
</library:library>
"""


def as_pdfs(files: Iterable[Path], folder: Path) -> list[Path]:
    """Files as LibreOffice prints them."""
    paths = list(files)
    command = [*_command(folder), "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    return [folder / f"{path.stem}.pdf" for path in paths]


def as_docx(files: Iterable[Path], folder: Path) -> list[Path]:
    """Word files as LibreOffice saves them."""
    paths, out = list(files), folder / "saved"
    command = [*_command(folder), "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    return [out / path.name for path in paths]


def run_macro(folder: Path, code: str, call: str) -> None:
    """Have LibreOffice run Basic.

    Args:
        folder: Gets its profile.
        code: Subs, in XML's spelling of ``&``.
        call: The one to call, with its arguments: ``All(/tmp/x,3)``.
    """
    command = _command(folder)
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
    library = folder / "profile" / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIBRARY)
    (library / "Own.xba").write_text(_MODULE.format(code))
    subprocess.run([*command, f"macro:///Standard.Own.{call}"], check=True, capture_output=True, timeout=240)


def _command(folder: Path) -> list[str]:
    return ["soffice", "--headless", f"-env:UserInstallation=file://{folder / 'profile'}"]
