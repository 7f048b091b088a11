"""How far a translation is, in the words of every program."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """How far a translation is."""

    OPEN = 0
    UNREAD = 1
    READ = 2
    FINAL = 3


_STAGES = {
    # XLIFF 1.2
    "new": Stage.OPEN, "needs-translation": Stage.OPEN, "needs-l10n": Stage.OPEN, "translated": Stage.READ,
    "signed-off": Stage.FINAL, "final": Stage.FINAL,
    # XLIFF 2; there a text is read by whoever calls it reviewed
    "initial": Stage.OPEN, "reviewed": Stage.READ,
    # memoQ
    "NotStarted": Stage.OPEN, "ManuallyConfirmed": Stage.READ, "ConfirmedTranslator": Stage.READ,
    "ConfirmedReviewer1": Stage.READ, "Reviewer1Confirmed": Stage.READ, "ConfirmedProofreader": Stage.FINAL,
    "Proofread": Stage.FINAL,
    # Trados
    "Unspecified": Stage.OPEN, "Translated": Stage.READ, "ApprovedTranslation": Stage.FINAL,
    "ApprovedSignOff": Stage.FINAL,
}  # fmt: skip
_REJECTED = frozenset({"rejected-grammar", "rejected-inaccurate", "rejected-length", "rejected-spelling"})
_MACHINE = frozenset({"mt-suggestion", "leveraged-mt", "MachineTranslated", "mt", "nmt", "amt"})
_MEMORY = frozenset(
    {"exact-match", "fuzzy-match", "id-match", "leveraged-inherited", "leveraged-repository", "leveraged-tm",
     "tm-suggestion", "Pretranslated", "tm"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """How a translation stands.

    Attributes:
        stage: How far it is.
        origin: ``mt:xliff`` or ``tm:xliff`` where a program made it and nobody read it.
    """

    stage: Stage
    origin: str = ""


def standing(states: Iterable[str], sources: Iterable[str], *, is_approved: bool = False) -> Standing:
    """What the words of a program say; of several sentences the one that is least far counts.

    Args:
        states: How each part stands, as in ``translated``; an unknown word says only that somebody began.
        sources: Where it came from, as in ``mt-suggestion``.
        is_approved: Whether the text is called approved; a part that says less than translated denies it.
    """
    made = set(sources)
    stages = [_STAGES.get(each, Stage.UNREAD) for each in states if each]
    stage = min(stages, default=Stage.FINAL if is_approved else Stage.UNREAD)
    if is_approved and stage is Stage.READ:
        stage = Stage.FINAL
    if made & _REJECTED:
        stage = min(stage, Stage.UNREAD)
    origin = "mt:xliff" if made & _MACHINE else "tm:xliff" if made & _MEMORY else ""
    return Standing(stage, origin if stage < Stage.READ else "")
