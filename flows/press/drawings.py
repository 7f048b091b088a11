"""The charts of documents that are printed together: most share theirs, so each is drawn once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from flows.documents.document import Chart
from flows.press.doors.charts import Writes, draw
from flows.press.looks import Looks
from flows.press.store.cache import Cache

Drawn = Mapping[str, bytes]
"""Charts by the id of their figure."""


class Drawings:
    """Draws charts when a document first asks for them."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self._root, self._cache = root, cache
        self._drawn: dict[tuple[str, Writes, Chart], bytes] = {}

    def of(self, charts: Sequence[Chart], looks: Looks, writes: Writes) -> Drawn:
        """The charts of a document as a drawing or as pixels, by the figure's id.

        Raises:
            PressError: vl-convert failed (SP801).
        """
        look = repr(looks)
        missing = [chart for chart in charts if (look, writes, chart) not in self._drawn]
        fonts = looks.fonts_in(self._root)
        for chart, data in draw(missing, writes, looks.brand, fonts, self._cache).items():
            self._drawn[look, writes, chart] = data
        return {chart.id: self._drawn[look, writes, chart] for chart in charts}
