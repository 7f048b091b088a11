"""LibreTranslate: a free service that anybody can run; texts travel as HTML with tags for masks."""

import hashlib
from collections.abc import Mapping, Sequence

from flows.translation.masking import Masked
from flows.translation.proposals import Proposal
from flows.translators.engine import Capabilities, Glossary
from flows.translators.failures import not_set, odd_answer
from flows.translators.service import Service
from flows.translators.tagged import tagged, untagged

ADDRESS, KEY = "STANDPUNT_LIBRETRANSLATE_URL", "STANDPUNT_LIBRETRANSLATE_KEY"

_CODES = (
    "ar bg ca cs da de el en eo es et eu fa fi fr ga gl he hi hu id it ja ko lt lv ms nb pl pt ro ru sk sl"
    " sq sv th tr uk ur zh"
)
LANGUAGES = frozenset(_CODES.split())
"""The languages for which there are models; a service need not have them all."""


class LibreTranslate:
    """A LibreTranslate service, with address and key from the environment."""

    name = "libretranslate"
    capabilities = Capabilities(
        languages=LANGUAGES, batch=20, at_once=2, needs_network=True, euros_per_million=None
    )

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take address and key from the environment; many services want no key."""
        address = environment.get(ADDRESS, "").strip()
        key = environment.get(KEY, "").strip()
        # Every service has models of its own.
        self.version = hashlib.sha256(address.encode()).hexdigest()[:12]
        body = {"api_key": key} if key else {}
        self._service = Service(self.name, KEY, address, body=body) if address else None

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Translate texts in one question; it knows no glossaries.

        Raises:
            TranslatorFailed: Nobody said where the service is, it does not answer, or it refuses the key.
        """
        if self._service is None:
            raise not_set(self.name, ADDRESS)
        asked: dict[str, object] = {"q": [tagged(each) for each in batch], "source": source, "target": target}
        answer = self._service.post("/translate", {**asked, "format": "html"})
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
            raise odd_answer(self.name, "translatedText")
        if len(texts) != len(batch):
            raise odd_answer(self.name, f"{len(texts)}/{len(batch)}")
        return [Proposal(untagged(each), "mt:libretranslate") for each in texts]

    def close(self) -> None:
        """Close the connections."""
        if self._service is not None:
            self._service.close()
