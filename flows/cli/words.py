"""What the command line says of itself. Sentences about problems live in `problems`."""

from collections.abc import Mapping

from flows.cli.words_en import EN
from flows.cli.words_nl import NL
from flows.problems.sentences import Ui

Words = Mapping[str, str]

WORDS: Mapping[Ui, Words] = {"nl": NL, "en": EN}
