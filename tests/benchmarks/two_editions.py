"""Two editions of any size, a tenth of their blocks edited, as a content root and as two Markdown files."""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
WORDS = (
    *(
        "de",
        "provincie",
        "kan",
        "moet",
        "bedrijven",
        "techniek",
        "maakindustrie",
        "werk",
        "onderwijs",
        "energie",
    ),
    *("ruimte", "voor", "van", "met", "door", "samen", "regio", "vernieuwing", "vakmensen", "vergunning"),
)
SENTENCES, LENGTH = 4, 12
"""Of a block: some fifty words."""
IN_A_CHAPTER = 50
HEAD = """\
edition: "{name}"
title: Groot
organisation: Vereniging Test
status: concept
language: nl
election: {{name: Statenverkiezingen, date: {name}-03-15}}
"""


def write_editions(root: Path, blocks: int) -> None:
    """Write `2023` and `2027` with as many blocks each, a province, and the texts as `old.md` and `new.md`."""
    chance = random.Random(blocks)
    old = [_text(chance, number) for number in range(blocks)]
    new = [text if number % 10 else _edited(text) for number, text in enumerate(old)]
    province = root / "provinces/zeeland"
    province.mkdir(parents=True)
    shutil.copy(REPOSITORY / "provinces/zeeland/province.yaml", province)
    for name, previous, texts, file in (("2023", "", old, "old.md"), ("2027", "2023", new, "new.md")):
        _write_edition(root / "shared" / name, previous, texts)
        (province / f"{name}.yaml").write_text(f'province: zeeland\nedition: "{name}"\n')
        (root / file).write_text("\n\n".join(texts) + "\n")
    shutil.copytree(REPOSITORY / "shared/brand", root / "shared/brand")


def _text(chance: random.Random, number: int) -> str:
    sentences = [" ".join(chance.choices(WORDS, k=LENGTH)).capitalize() for _ in range(SENTENCES)]
    sentences[1] += f" **{chance.choice(WORDS)}**"
    sentences[2] += f" [{chance.choice(WORDS)}](https://example.org/{number})"
    return ". ".join([*sentences, f"Dit is nummer {number}."])


def _edited(text: str) -> str:
    return text.replace("bedrijven", "ondernemers", 1).replace(" kan ", " moet ", 1) + " Er is meer."


def _write_edition(folder: Path, previous: str, texts: Sequence[str]) -> None:
    folder.mkdir(parents=True)
    starts = range(0, len(texts), IN_A_CHAPTER)
    head = HEAD.format(name=folder.name) + (f'previous: "{previous}"\n' if previous else "")
    chapters = ", ".join(f"deel-{start}" for start in starts)
    (folder / "edition.yaml").write_text(f"{head}chapters: [{chapters}]\n")
    for start in starts:
        blocks = "".join(
            f"  - prose: blok{start + number}\n    text: {text}\n"
            for number, text in enumerate(texts[start : start + IN_A_CHAPTER])
        )
        (folder / f"deel-{start}.yaml").write_text(
            f"id: deel-{start}\ntitle: Deel {start}\nlayout: chapter\nblocks:\n{blocks}"
        )
