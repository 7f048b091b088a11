"""Argos Translate: models on this machine, where somebody installed the package and a model from Dutch."""

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from flows.translation.masking import Masked
from flows.translation.proposals import Proposal
from flows.translators.engine import Capabilities, Glossary
from flows.translators.failures import not_installed


class Argos:
    """The models that are installed on this machine."""

    name = "argos"

    def __init__(self, source: str = "nl") -> None:
        """Find the models that translate out of a language.

        Raises:
            TranslatorFailed: The package is not installed.
        """
        try:
            self._argos: Any = import_module("argostranslate.translate")
            self.version = version("argostranslate")
        except (ImportError, PackageNotFoundError):
            raise not_installed(self.name, self.name) from None
        self.capabilities = Capabilities(languages=self._targets(source), batch=20)

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Translate text by text; it knows no glossaries, and may well lose masks."""
        model = self._argos.get_translation_from_codes(source, target)
        return [Proposal(model.translate(each.text), "mt:argos") for each in batch]

    def close(self) -> None:
        """Models stay in memory until the process ends."""

    def _targets(self, source: str) -> frozenset[str]:
        """The languages that there are models for; English may stand in between."""
        codes = {each.code for each in self._argos.get_installed_languages()} - {source}
        found = (code for code in codes if self._argos.get_translation_from_codes(source, code) is not None)
        return frozenset(found)
