"""Texts to send to translators and to get back, for tests of every form."""

from hypothesis import strategies as st

from flows.positions.merged import Layer
from flows.translation.entries import Entry
from flows.translation.extraction import Part, Unit
from flows.translation.outgoing import Sent
from flows.translation.states import State, state_of

AWKWARD = [
    "{{ hub }}", "{{ province.in }}", "**", "*", "_", "[", "](https://x.nl/?a=1&b={{ hub }})", "![", "<https://x.nl>",
    "\\*", "&", "&amp;", "<", ">", "]]>", "'", '"', "\n", "\n\n", "- ", "1. ", "\t", "\r", "\x07", "\x00", "\ud800", "\ufffe",
    "\u2028", "\x85", "👩‍🔧", "é", "e\u0301", "שלום", "\u202e", "\u00a0", "U+0007", " ", "woord", "%s",
]  # fmt: skip

awkward_texts = st.lists(st.sampled_from(AWKWARD) | st.text(max_size=5), max_size=12).map("".join)


def unit(context: str, dutch: str) -> Unit:
    owner, _, field = context.partition("#")
    return Unit(Layer.NATIONAL, owner, field, dutch, Part.PROSE, owner)


def a_sent(context: str, dutch: str, entry: Entry | None = None, *notes: str) -> Sent:
    return Sent(unit(context, dutch), entry or Entry(context, dutch), state_of(entry, dutch), notes)


def in_state(state: State, context: str, dutch: str, text: str) -> Sent:
    return Sent(unit(context, dutch), Entry(context, dutch, text), state)
