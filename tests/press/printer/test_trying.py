"""A picture that would end whoever draws it, or never ends, is told and ends nothing of ours."""

import os

import pytest

from flows.press.printer.children import ChildEnded
from flows.press.printer.trying import try_picture
from tests.picture_files import png, svg

PATTERN = '<defs><pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse" {}><path d="M0 0h5v5z"/></pattern></defs>'
FILLED = '<rect width="10" height="10" fill="url(#p)"/>'
HUGE = svg(PATTERN.format('patternTransform="scale(10000)"') + FILLED)
"""A tile that takes more memory than any machine has."""
SLOW = svg(PATTERN.format("") + FILLED * 7000, 'viewBox="0 0 10 10" width="2000" height="2000"')


@pytest.mark.parametrize(("content", "ending"), [(png(), ".png"), (svg(), ".svg")])
def test_a_sound_picture_is_taken(content: bytes, ending: str) -> None:
    assert try_picture(content, ending, "") == ""


def test_what_the_press_says_is_handed_on() -> None:
    assert try_picture(png()[:40], ".png", "")


@pytest.mark.skipif(os.name != "posix", reason="memory cannot be bounded here")
def test_a_drawing_that_wants_all_memory_ends_the_trial_only() -> None:
    with pytest.raises(ChildEnded) as ended:
        try_picture(HUGE, ".svg", "")
    assert not ended.value.slow
    assert try_picture(svg(), ".svg", "") == ""


def test_a_drawing_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ChildEnded) as ended:
        try_picture(SLOW, ".svg", "", seconds=0.5)
    assert ended.value.slow
