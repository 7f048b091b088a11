"""DeepL: translates with tags for masks, the agreed words as a glossary, and a formal tone."""

import hashlib
import threading
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from flows.translation.masking import Masked
from flows.translation.proposals import Proposal
from flows.translators.engine import Capabilities, Glossary
from flows.translators.failures import not_set, odd_answer
from flows.translators.service import Service
from flows.translators.tagged import LEFT_ALONE, tagged, untagged

ADDRESS, KEY = "STANDPUNT_DEEPL_URL", "STANDPUNT_DEEPL_KEY"
FREE, PAID = "https://api-free.deepl.com", "https://api.deepl.com"
_FREE_KEY = ":fx"
"""The end of a key of a free account, which has an address of its own."""

_CODES = "bg cs da de el es et fi fr hu it ja ko lt lv nb pl ro sk sl sv tr uk"
TARGETS: Mapping[str, str] = MappingProxyType(
    {code: code.upper() for code in _CODES.split()} | {"en": "EN-GB", "pt": "PT-PT", "zh": "ZH-HANS"}
)
"""DeepL's own codes of languages."""

PRICE = Decimal(20)
"""Euros for a million characters of DeepL API Pro, besides its monthly fee."""


class DeepL:
    """The service of DeepL, with the key from the environment."""

    name = "deepl"
    version = "2"

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take address and key from the environment; what it would cost can be told without them."""
        key = environment.get(KEY, "").strip()
        is_free = key.endswith(_FREE_KEY)
        address = environment.get(ADDRESS, "").strip() or (FREE if is_free else PAID)
        headers = {"Authorization": f"DeepL-Auth-Key {key}"}
        self._service = Service(self.name, KEY, address, headers=headers) if key else None
        self._glossaries: dict[str, str] = {}
        self._turn = threading.Lock()
        self.capabilities = Capabilities(
            languages=frozenset(TARGETS),
            at_once=4,
            needs_network=True,
            euros_per_million=Decimal(0) if is_free else PRICE,
        )

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Translate texts in one question.

        Raises:
            TranslatorFailed: There is no key or DeepL refuses it, everything paid for is used, or no answer.
        """
        if self._service is None:
            raise not_set(self.name, KEY)
        asked = {
            "text": [tagged(each) for each in batch],
            "source_lang": source.upper(),
            "target_lang": TARGETS[target],
            "tag_handling": "xml",
            "ignore_tags": [LEFT_ALONE],
            "formality": "prefer_more",
            **self._glossary(self._service, source, target, glossary),
        }
        answer = self._service.post("/v2/translate", asked)
        try:
            texts = [untagged(each["text"]) for each in answer["translations"]]
        except (TypeError, KeyError):
            raise odd_answer(self.name, "translations") from None
        if len(texts) != len(batch):
            raise odd_answer(self.name, f"{len(texts)}/{len(batch)}")
        return [Proposal(each, "mt:deepl") for each in texts]

    def close(self) -> None:
        """Close the connections."""
        if self._service is not None:
            self._service.close()

    def _glossary(self, service: Service, source: str, target: str, glossary: Glossary) -> Mapping[str, str]:
        """The glossary with exactly these words: one that is there already, or a new one."""
        if not glossary:
            return {}
        entries = "\n".join(f"{dutch}\t{word}" for dutch, word in sorted(glossary.items()))
        name = f"standpunt-{target}-{hashlib.sha256(entries.encode()).hexdigest()[:16]}"
        with self._turn:
            if name not in self._glossaries:
                self._glossaries |= _named(service.get("/v2/glossaries"))
            if name not in self._glossaries:
                wanted = {"name": name, "source_lang": source, "target_lang": target, "entries": entries}
                made = service.post("/v2/glossaries", {**wanted, "entries_format": "tsv"})
                self._glossaries |= _named({"glossaries": [made]})
            if name not in self._glossaries:
                raise odd_answer(self.name, "glossaries")
        return {"glossary_id": self._glossaries[name]}


def _named(answer: Any) -> dict[str, str]:
    """The ids of the glossaries in an answer, by name."""
    try:
        return {each["name"]: each["glossary_id"] for each in answer["glossaries"]}
    except (TypeError, KeyError):
        raise odd_answer(DeepL.name, "glossaries") from None
