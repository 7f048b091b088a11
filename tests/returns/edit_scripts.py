"""Random edits as people make them in Word, each on the paragraphs of a copy; they know which blocks they touch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from flows.returns.comparing import Side
from flows.returns.returned import Paragraph, Run
from tests.returns.word_twin import Program

WORDS = ("appel", "boter", "citroen", "druif", "ezel", "fles", "gras", "honing")
"""Words that no text of the copy has."""
_VALUES = ("hub", "province.in")
STYLED = ("tekst", "vraag", "feit", "body text")


@dataclass
class Page:
    """A file that is being edited.

    Attributes:
        paragraphs: Its paragraphs.
        owners: The block of each paragraph; of a label too.
        touched: Blocks that an edit may ask something of.
    """

    paragraphs: list[Paragraph]
    owners: list[str]
    touched: set[str] = field(default_factory=set)

    def texts(self) -> list[int]:
        """Where the paragraphs with words stand that people may type in."""
        return [at for at in range(len(self.paragraphs)) if self._is_text(at) and self.paragraphs[at].text]

    def is_label(self, at: int) -> bool:
        """Whether the program wrote a paragraph."""
        return all(run.is_label for run in self.paragraphs[at].runs) and bool(self.paragraphs[at].runs)

    def _is_text(self, at: int) -> bool:
        return not self.is_label(at) and not self.paragraphs[at].heading

    def around(self, at: int) -> None:
        """Touch a block and its neighbours."""
        self.touched |= set(self.owners[max(0, at - 1) : at + 2])

    def put(self, at: int, paragraph: Paragraph, owner: str) -> None:
        """Insert a paragraph."""
        self.paragraphs.insert(at, paragraph)
        self.owners.insert(at, owner)

    def take(self, at: int) -> Paragraph:
        """Take a paragraph out."""
        del self.owners[at]
        return self.paragraphs.pop(at)


def page(base: Side, paragraphs: Sequence[Paragraph]) -> Page:
    """A page with the block of each paragraph, told by the bookmarks and the labels."""
    blocks = {each.passage.bookmark: each.passage.block for each in base.passages}
    owners: list[str] = []
    for each in paragraphs:
        if each.bookmarks:
            owners.append(blocks[each.bookmarks[0]])
        else:
            owners.append(each.text.removeprefix("\u25b8 ").split(" \u00b7 ")[0])
    return Page(list(paragraphs), owners)


Edit = Callable[[Page, int, int, str], None]
"""An edit of the paragraph at a place; with a number to choose by, and a new word."""


def _typed(paragraph: Paragraph, change: Callable[[str], str], pick: int) -> Paragraph:
    """A paragraph in which one run of plain words became others."""
    plain = [
        at for at, run in enumerate(paragraph.runs) if not (run.given or run.is_label) and run.text.strip()
    ]
    if not plain:
        return paragraph
    at = plain[pick % len(plain)]
    runs = list(paragraph.runs)
    runs[at] = replace(runs[at], text=change(runs[at].text))
    return replace(paragraph, runs=tuple(runs))


def change_word(page: Page, at: int, pick: int, word: str) -> None:
    def change(text: str) -> str:
        words = text.split(" ")
        full = [number for number, each in enumerate(words) if any(map(str.isalnum, each))]
        if full:
            words[full[pick % len(full)]] = word
        return " ".join(words)

    page.touched.add(page.owners[at])
    page.paragraphs[at] = _typed(page.paragraphs[at], change, pick)


def type_in(page: Page, at: int, pick: int, word: str) -> None:
    """A word at the end of a run: what is typed behind a value stands inside its bookmark or not."""
    page.touched.add(page.owners[at])
    page.paragraphs[at] = _typed(page.paragraphs[at], lambda text: f"{text.rstrip()} {word} ", pick)


def split(page: Page, at: int, pick: int, word: str) -> None:
    paragraph = page.paragraphs[at]
    text = paragraph.text
    page.touched.add(page.owners[at])
    before, after = _cut(paragraph, pick % (len(text) + 1))
    page.paragraphs[at] = before
    page.put(at + 1, after, page.owners[at])


def _cut(paragraph: Paragraph, place: int) -> tuple[Paragraph, Paragraph]:
    before: list[Run] = []
    after: list[Run] = []
    for run in paragraph.runs:
        head, tail = run.text[: max(0, place)], run.text[max(0, place) :]
        before += [replace(run, text=head)] if head else []
        after += [replace(run, text=tail)] if tail else []
        place -= len(run.text)
    return replace(paragraph, runs=tuple(before)), replace(paragraph, runs=tuple(after))


def join(page: Page, at: int, pick: int, word: str) -> None:
    """Delete from the end of a paragraph to the beginning of the next text, with the label between."""
    later = [each for each in page.texts() if each > at]
    if not later or any(each.heading for each in page.paragraphs[at : later[0]]):
        return
    end = later[0]
    page.touched |= set(page.owners[at : end + 1])
    for _ in range(end - at - 1):
        page.take(at + 1)
    other = page.take(at + 1)
    mine = page.paragraphs[at]
    bookmarks = tuple(dict.fromkeys((*mine.bookmarks, *other.bookmarks)))
    page.paragraphs[at] = replace(mine, runs=mine.runs + other.runs, bookmarks=bookmarks)


def empty(page: Page, at: int, pick: int, word: str) -> None:
    page.touched.add(page.owners[at])
    page.paragraphs[at] = replace(page.paragraphs[at], runs=())


def delete(page: Page, at: int, pick: int, word: str) -> None:
    page.touched.add(page.owners[at])
    page.take(at)


def copy(page: Page, at: int, pick: int, word: str) -> None:
    """Paste a paragraph once more; Word leaves the bookmark where it was, other programs copy it."""
    paragraph = page.paragraphs[at]
    page.touched.add(page.owners[at])
    place = page.texts()[pick % len(page.texts())] + 1
    page.around(place)
    page.put(place, paragraph if pick % 2 else _unmarked(paragraph), page.owners[place - 1])


def move(page: Page, at: int, pick: int, word: str) -> None:
    """Cut a paragraph and paste it elsewhere; the bookmark goes with it."""
    page.touched.add(page.owners[at])
    owner = page.owners[at]
    paragraph = page.take(at)
    places = page.texts()
    if not places:
        page.put(at, paragraph, owner)
        return
    place = places[pick % len(places)] + 1
    page.around(place)
    page.put(place, paragraph, page.owners[place - 1])


def insert(page: Page, at: int, pick: int, word: str) -> None:
    """A new paragraph below one, in some style, with or without the bookmark around it."""
    page.around(at)
    style = STYLED[pick % len(STYLED)]
    bookmarks = page.paragraphs[at].bookmarks if pick % 3 == 0 else ()
    run = Run(f"Wij zoeken {word} overal", bookmarks=bookmarks)
    page.put(at + 1, Paragraph((run,), style, bookmarks), page.owners[at])


def retype(page: Page, at: int, pick: int, word: str) -> None:
    """Select a paragraph and type it anew: no bookmark, no value, one run."""
    page.touched.add(page.owners[at])
    old = page.paragraphs[at]
    text = "".join(run.text for run in old.runs if not run.is_label)
    page.paragraphs[at] = replace(old, runs=(Run(f"{text} {word}"),), bookmarks=())


def embolden(page: Page, at: int, pick: int, word: str) -> None:
    page.touched.add(page.owners[at])
    runs = list(page.paragraphs[at].runs)
    one = pick % len(runs)
    runs[one] = replace(runs[one], bold=not runs[one].bold)
    page.paragraphs[at] = replace(page.paragraphs[at], runs=tuple(runs))


def make_item(page: Page, at: int, pick: int, word: str) -> None:
    page.touched.add(page.owners[at])
    old = page.paragraphs[at]
    page.paragraphs[at] = replace(old, level=0 if old.level else 1 + pick % 2, ordered=bool(pick % 3))


def replace_all(page: Page, at: int, pick: int, word: str) -> None:
    """Find and replace a word everywhere, in headings and fixed texts too, but not in labels."""
    words = page.paragraphs[at].text.split()
    old = words[pick % len(words)]
    for number, each in enumerate(page.paragraphs):
        runs = tuple(
            run if run.is_label else replace(run, text=run.text.replace(old, word)) for run in each.runs
        )
        if runs != each.runs:
            page.touched.add(page.owners[number])
            page.touched |= set(_VALUES) if any(run.given for run in each.runs) else set()
            page.paragraphs[number] = replace(each, runs=runs)


def change_value(page: Page, at: int, pick: int, word: str) -> None:
    runs = page.paragraphs[at].runs
    if any(run.given for run in runs):
        page.touched |= {page.owners[at], *_VALUES}
        changed = (replace(run, text=f"Hub {word}") if run.given else run for run in runs)
        page.paragraphs[at] = replace(page.paragraphs[at], runs=tuple(changed))


def drop_bookmark(page: Page, at: int, pick: int, word: str) -> None:
    page.paragraphs[at] = _unmarked(page.paragraphs[at])


def _unmarked(paragraph: Paragraph) -> Paragraph:
    runs = tuple(replace(run, bookmarks=(), given="") for run in paragraph.runs)
    return replace(paragraph, runs=runs, bookmarks=())


EDITS: tuple[Edit, ...] = (
    change_word,
    type_in,
    split,
    join,
    empty,
    delete,
    copy,
    move,
    insert,
    retype,
    embolden,
    make_item,
    replace_all,
    change_value,
    drop_bookmark,
)


@dataclass(frozen=True, slots=True)
class Script:
    """Edits one after another, and the program that saved the file then."""

    steps: tuple[tuple[Edit, int, int, str], ...]
    program: Program

    def perform(self, on: Page) -> None:
        """Do all of it."""
        for edit, at, pick, word in self.steps:
            places = on.texts()
            if places:
                edit(on, places[at % len(places)], pick, word)

    def __repr__(self) -> str:
        steps = ", ".join(f"{edit.__name__}({at}, {pick}, {word!r})" for edit, at, pick, word in self.steps)
        return f"{steps} / {self.program}"


def scripts(
    programs: tuple[Program, ...], most: int, edits: tuple[Edit, ...] = EDITS
) -> st.SearchStrategy[Script]:
    """Scripts of some edits; every one brings a word of its own."""
    step = st.tuples(st.sampled_from(edits), st.integers(0, 40), st.integers(0, 80))

    def script(drawn: list[tuple[Edit, int, int]], program: Program) -> Script:
        return Script(tuple((*each, word) for each, word in zip(drawn, WORDS, strict=False)), program)

    return st.builds(script, st.lists(step, min_size=1, max_size=most), st.sampled_from(programs))
