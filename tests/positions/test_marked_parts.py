"""The parts of a file, each with the places inside it."""

from flows.positions.marked import Marked
from flows.positions.places import Path
from flows.sources.yaml_files import marked_text

FILE = """\
id: een
themes:
  - id: twee
    blocks:
      - prose: drie
        text: >-
          Woorden
          [en meer]
      - ask: vier
        aliases: [a, b]
  - id: vijf
    blocks: []
  - zes
"""


def read() -> Marked:
    file, problems = marked_text(FILE, "a.yaml")
    assert file is not None and not problems
    return file


def test_items_are_the_parts_at_their_indexes() -> None:
    file = read()
    for index, item in enumerate(file.items("themes")):
        part = file.at("themes", index)
        assert (item.data, item.root) == (part.data, part.root)
        assert item.inner_spans() == part.inner_spans()
        assert list(item.inner_spans()) == list(part.inner_spans())


def test_items_of_items_know_their_places() -> None:
    file = read()
    block = file.items("themes")[0].items("blocks")[1]
    at: Path = ("themes", 0, "blocks", 1)
    assert block.span("aliases", 1) == file.span(*at, "aliases", 1)
    assert block.key("ask") == file.key(*at, "ask")
    assert block.span("nothing") == file.span(*at)


def test_an_item_holds_no_places_of_its_neighbours() -> None:
    file = read()
    items = file.items("themes")
    assert sum(len(item.spans) for item in items) == sum(path[:1] == ("themes",) for path in file.spans) - 1
    assert sum(len(item.keys) for item in items) == sum(path[:1] == ("themes",) for path in file.keys) - 1
