"""A small content tree for tests: an edition with every kind of block, and two provinces."""

from collections.abc import Mapping
from pathlib import Path

from flows.sources.content import Content

EDITION = """\
edition: "2031"
title: Samen
subtitle: Voor {{ province.name }}
organisation: Vereniging Test
status: concept
language: nl
election: {name: Statenverkiezingen, date: 2031-03-19}
chapters: [werken]
variables:
  hub: {type: text, required: true, about: naam van de hub}
  labs: {type: list}
retired:
  - {id: vraag-oud, reason: is bereikt, replaced_by: vraag-een}
as_of: 2031-01-15
"""

ADOPTED = {"shared/2031/edition.yaml": EDITION.replace("status: concept", "status: vastgesteld")}
"""What makes the small tree an edition that can be final."""

CHAPTER = """\
id: hoofdstuk-werken
title: Werken {{ province.in }}
blocks:
  - prose: aanhef
    text: Wij werken samen met {{ hub }}.
themes:
  - id: thema-een
    title: Eerste thema
    blocks:
      - prose: toelichting-een
        text: |
          Een eerste zin over werk.
          Nog een zin.
      - ask: vraag-een
        text: Doe 250 dingen.
        aliases: [vraag-vroeger]
      - ask: vraag-twee
        text: Doe nog iets.
        override: append
      - ask: vraag-drie
        text: Blijf dit doen.
        override: none
      - fact: feit-een
        text: Het is zo.
        source: Bureau
        as_of: 2030-05
      - figure: figuur-een
        chart: bar
        title: Verdeling
        alt: Twee staven
        unit: procent
        source: Bureau
        as_of: 2030
        data:
          - {label: ja, value: 60.5}
          - {label: nee, value: 39.5}
      - slot: eigen-verhaal
        kind: prose
        required: true
      - slot: eigen-vraag
        kind: ask
      - slot: contactpersoon
        kind: contact
        supplied_by: province.contact
"""

PROVINCE = """\
province: oost
capital: Ooststad
languages: [nl]
names:
  nl: {name: Oost, in: in Oost, of: van Oost, adjective: Oosts}
contact: {role: Secretaris, email: oost@example.org}
"""

OWN = """\
province: oost
edition: "2031"
variables:
  hub: Hub Oost
overrides:
  - fill: eigen-verhaal
    text: Ons eigen verhaal.
"""

SMALL: Mapping[str, str] = {
    "shared/2031/edition.yaml": EDITION,
    "shared/2031/werken.yaml": CHAPTER,
    "provinces/oost/province.yaml": PROVINCE,
    "provinces/oost/2031.yaml": OWN,
    "provinces/west/province.yaml": PROVINCE.replace("oost", "west").replace("Oost", "West"),
    "provinces/west/2031.yaml": OWN.replace("oost", "west").replace("Oost", "West"),
}


def write_tree(root: Path, changes: Mapping[str, str | bytes | None] = SMALL) -> Content:
    """Write the small tree with some files changed, added or (None) left out."""
    for name, text in {**SMALL, **changes}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Content(root)


def own(entries: str) -> dict[str, str]:
    """The file of Oost with these override entries, the required slot filled."""
    return {"provinces/oost/2031.yaml": OWN + entries}
