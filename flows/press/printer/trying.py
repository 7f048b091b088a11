"""Pictures are tried in a process of their own: what never ends, or eats all memory, ends there."""

from flows.press.doors.tools import fonts_state
from flows.press.jobs import Watch
from flows.press.printer.children import ChildEnded, a_child
from flows.press.trials import picture_refused

TRIAL_SECONDS = 5.0
"""How long the press may take for one picture; most take some hundredths of a second."""


def try_picture(content: bytes, ending: str, fonts: str, seconds: float = TRIAL_SECONDS) -> str:
    """What the press says against a picture; nothing where it takes it.

    Args:
        content: The file.
        ending: Its kind, such as ``.svg``.
        fonts: Folder with the brand's fonts, or nothing for those that Typst brings itself.
        seconds: How long that may take.

    Raises:
        ChildEnded: It takes longer, or the process that drew it ended, twice.
        PressError: No process can be started (SP801).
    """
    state = fonts_state(fonts) if fonts else ""
    try:
        return _asked(content, ending, fonts, state, seconds)
    except ChildEnded as ended:
        if ended.slow:
            raise
    return _asked(content, ending, fonts, state, seconds)  # somebody may have killed it


def _asked(content: bytes, ending: str, fonts: str, state: str, seconds: float) -> str:
    with a_child(state) as child:
        return child.ask(_tried, seconds, content, ending, fonts)


def _tried(watch: Watch, content: bytes, ending: str, fonts: str) -> str:
    watch(0, ending)
    return picture_refused(content, ending, fonts)
