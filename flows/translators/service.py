"""The one door to translation services on the web. Their addresses and keys pass through and stay unsaid."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flows.translators.failures import TranslatorFailed, key_refused, no_answer, odd_answer, used_up

if TYPE_CHECKING:
    import httpx

ANSWER_WITHIN = 30.0
"""Seconds for one answer."""

LONGEST_REST = 60.0
"""Seconds that a service may make us wait before the next question."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_TOO_MANY, _USED_UP = 429, 456
_REFUSED = frozenset({401, 403})


class Service:
    """A service that takes and gives JSON."""

    def __init__(
        self,
        engine: str,
        key_variable: str,
        address: str,
        *,
        headers: Mapping[str, str] = _NOTHING,
        body: Mapping[str, str] = _NOTHING,
        seconds: float = ANSWER_WITHIN,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        """Get ready to ask.

        Args:
            engine: The name of the engine, for messages.
            key_variable: Where its key comes from, for messages.
            address: Where the service is.
            headers: What goes with every question: a key, for most services.
            body: What is added to everything that is posted: a key, for others.
            seconds: How long to wait for one answer.
            sleep: Waits before the next question, where the service asks for that; until `close` by itself.

        Raises:
            TranslatorFailed: The address is none, or the key has characters that no service can get.
        """
        import httpx

        # It writes the address of every question to its log.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._engine = engine
        self._key_variable = key_variable
        try:
            self._client = httpx.Client(base_url=address, headers=dict(headers), timeout=seconds)
        except httpx.InvalidURL:
            raise odd_answer(engine, "URL") from None
        except UnicodeError:
            raise key_refused(engine, key_variable) from None
        self._body = body
        self._closed = threading.Event()
        self._sleep = sleep or self._closed.wait
        self._turn = threading.Lock()
        self._rest_until = 0.0

    def get(self, path: str) -> Any:
        """What the service has at a path."""
        return self._asked("GET", path, None)

    def post(self, path: str, body: Mapping[str, object]) -> Any:
        """The answer to a question.

        Raises:
            TranslatorFailed: There is none, or it is no JSON.
        """
        return self._asked("POST", path, {**body, **self._body})

    def close(self) -> None:
        """Close the connections, and wait no longer to ask."""
        self._closed.set()
        self._client.close()

    def _asked(self, method: str, path: str, body: Mapping[str, object] | None) -> Any:
        import httpx

        self._rest()
        try:
            answer = self._client.request(method, path, json=body)
        # Never with the cause: it knows the address, and the question with its key.
        except httpx.TimeoutException:
            raise no_answer(self._engine, "time-out") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            raise odd_answer(self._engine, "URL") from None
        except httpx.HTTPError as error:
            raise no_answer(self._engine, type(error).__name__) from None
        if not answer.is_success:
            raise self._failure(answer) from None
        try:
            return answer.json()
        except (ValueError, RecursionError):
            raise odd_answer(self._engine, "JSON") from None

    def _failure(self, answer: "httpx.Response") -> TranslatorFailed:
        status = answer.status_code
        if status in _REFUSED:
            return key_refused(self._engine, self._key_variable)
        if status == _USED_UP:
            return used_up(self._engine)
        if status == _TOO_MANY or answer.is_server_error:
            self._be_patient(answer.headers.get("Retry-After", ""))
            return no_answer(self._engine, f"HTTP {status}")
        return odd_answer(self._engine, f"HTTP {status}")

    def _be_patient(self, seconds: str) -> None:
        """Ask nothing more for as long as the service asks, whoever wants to."""
        if seconds.strip().isdecimal():
            with self._turn:
                self._rest_until = time.monotonic() + min(float(seconds), LONGEST_REST)

    def _rest(self) -> None:
        with self._turn:
            left = self._rest_until - time.monotonic()
        if left > 0:
            self._sleep(left)
