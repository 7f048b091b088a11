"""A stand-in for translation services on the loopback address, which answers as they do, and as they should not."""

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_WORD = re.compile(r"(<[^>]*>|&\w+;|[A-Z]\w*)|([a-z]{3,})")

KEY = "geheim-7b0f-sleutel"
NONSENSE = {"no-json": b"<html>Hello</html>", "deep": b"[" * 100_000}


@dataclass
class StandIn:
    """What a service was asked, and how it is to behave.

    Attributes:
        troubles: Answers to give first, one a question: a status, ``slow``, ``hang-up``, ``no-json``, ``deep``
            or ``too-few``.
        loses: How many more answers come back without a mask.
    """

    address: str = ""
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    troubles: list[int | str] = field(default_factory=list)
    retry_after: str = ""
    loses: int = 0
    glossaries: list[dict[str, str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        names = ("STANDPUNT_DEEPL", "STANDPUNT_LIBRETRANSLATE")
        return {f"{name}_URL": self.address for name in names} | {f"{name}_KEY": KEY for name in names}

    def texts(self) -> list[str]:
        """Every text that it was asked to translate."""
        return [text for _, body in self.asked for text in body.get("text") or body.get("q") or []]

    def translated(self, text: str) -> str:
        """English of a kind: tags and numbers as they are, words turned into other words."""
        words = _WORD.sub(lambda match: match[1] or f"{match[2]}ly", text)
        if self.loses and "<code" in text:
            self.loses -= 1
            words = re.sub(r"<code.*?</code>", "", words, count=1)
        return words


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn

    def do_GET(self) -> None:
        self._say({"glossaries": self.stand_in.glossaries})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._is_known(body):
            return self._refuse(403)
        if self.path == "/v2/glossaries":
            made = {"name": body["name"], "glossary_id": f"id-of-{body['name']}"}
            self.stand_in.glossaries.append(made)
            self.stand_in.asked.append((self.path, body))
            return self._say(made)
        trouble = self.stand_in.troubles.pop(0) if self.stand_in.troubles else None
        if isinstance(trouble, int):
            return self._refuse(trouble)
        if trouble == "slow":
            time.sleep(1.0)
        self.stand_in.asked.append((self.path, body))
        if trouble == "hang-up":
            self.close_connection = True
            return None
        if trouble in NONSENSE:
            return self._write(200, NONSENSE[trouble])
        texts = [self.stand_in.translated(each) for each in body.get("text") or body["q"]]
        texts = texts[1:] if trouble == "too-few" else texts
        is_deepl = self.path == "/v2/translate"
        return self._say(
            {"translations": [{"text": each} for each in texts]} if is_deepl else {"translatedText": texts}
        )

    def _is_known(self, body: dict[str, Any]) -> bool:
        return KEY in (body.get("api_key", ""), self.headers.get("Authorization", "").rpartition(" ")[2])

    def _say(self, answer: object) -> None:
        self._write(200, json.dumps(answer).encode())

    def _refuse(self, status: int) -> None:
        # Services repeat what they were sent; nobody may pass that on.
        self._write(status, json.dumps({"error": f"refused {KEY} at {self.stand_in.address}"}).encode())

    def _write(self, status: int, body: bytes) -> None:
        self.send_response(status)
        if status >= 400 and self.stand_in.retry_after:
            self.send_header("Retry-After", self.stand_in.retry_after)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """A service for as long as the block lasts."""
    described = StandIn()
    handler = type("Handler", (_Handler,), {"stand_in": described})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    described.address = f"http://127.0.0.1:{server.server_address[1]}"
    # It looks this often, in seconds, whether it may stop; by itself only twice a second.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield described
    finally:
        server.shutdown()
        server.server_close()
