"""One connection to OBS: connect, identify, ask, hear events."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import msgspec
from msgspec import Raw
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI
from websockets.typing import Subprotocol

from kzg_desktop.studio.obs.errors import ObsError, ObsPasswordRefused, ObsRefused, ObsUnreachable, ObsUnsupported
from kzg_desktop.studio.obs.messages import (
    RPC_VERSION,
    SUBSCRIPTIONS,
    Answer,
    BatchResponse,
    CloseCode,
    Event,
    Hello,
    Message,
    OpCode,
    Response,
    authentication,
)
from kzg_desktop.studio.obs.settings import ObsSettings

__all__ = ["ANSWER_S", "ObsConnection", "connected"]

ANSWER_S = 5.0
"""How long OBS may take for a step of connecting and for an answer."""

LOADING_S = 60.0
"""How long a change of scene collection may take until OBS is asked again all the same."""

CLOSE_S = 1.0

LARGEST_MESSAGE = 16 * 1024 * 1024

JSON = Subprotocol("obswebsocket.json")

A = TypeVar("A", bound=Answer)
S = TypeVar("S", bound=msgspec.Struct)

frames_log = logging.getLogger(f"{__name__}.frames")
frames_log.setLevel(logging.WARNING)  # at DEBUG it would write the answer to OBS's challenge


@asynccontextmanager
async def connected(
    settings: ObsSettings, on_event: Callable[[str], None] = lambda _name: None, *, answer_s: float = ANSWER_S
) -> AsyncIterator[ObsConnection]:
    """Connect to OBS and identify; *on_event* is called with an event's name, and with "" when the connection is lost.

    Raises:
        ObsUnreachable: nothing answers.
        ObsPasswordRefused: OBS wants another password.
        ObsUnsupported: something else answers.
    """
    socket = await _opened(settings, answer_s)
    try:
        await _identify(socket, settings.password, answer_s)
        connection = ObsConnection(socket, on_event, answer_s)
        reading = asyncio.create_task(connection.read(), name="obs-read")
        try:
            yield connection
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
    finally:
        await socket.close()


async def _opened(settings: ObsSettings, answer_s: float) -> ClientConnection:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    try:
        return await connect(
            f"ws://{host}:{settings.port}",
            subprotocols=[JSON],
            compression=None,
            proxy=None,  # a system proxy cannot reach a program on this desk
            open_timeout=answer_s,
            ping_interval=None,  # the link asks often enough to notice
            close_timeout=CLOSE_S,
            max_size=LARGEST_MESSAGE,
            logger=frames_log,
        )
    except (OSError, TimeoutError, InvalidURI, ValueError, OverflowError) as error:  # the last three: no such address
        raise ObsUnreachable(str(error)) from error
    except InvalidHandshake as error:
        if isinstance(error.__cause__, EOFError):  # it went while we were connecting
            raise ObsUnreachable(str(error)) from error
        raise ObsUnsupported(str(error)) from error


async def _identify(socket: ClientConnection, password: str, answer_s: float) -> None:
    try:
        async with asyncio.timeout(answer_s):
            hello = msgspec.json.decode(await _body(socket, OpCode.HELLO), type=Hello)
            identify: dict[str, Any] = {"rpcVersion": RPC_VERSION, "eventSubscriptions": SUBSCRIPTIONS}
            if hello.authentication is not None:
                identify["authentication"] = authentication(password, hello.authentication)
            await socket.send(msgspec.json.encode({"op": OpCode.IDENTIFY, "d": identify}), text=True)
            await _body(socket, OpCode.IDENTIFIED)
    except ConnectionClosed as closed:
        raise _failure(closed) from closed
    except (TimeoutError, msgspec.DecodeError) as error:
        raise ObsUnsupported("what answers does not speak obs-websocket 5") from error


async def _body(socket: ClientConnection, op: OpCode) -> Raw:
    message = msgspec.json.decode(await socket.recv(), type=Message)
    if message.op != op:
        raise ObsUnsupported(f"message {message.op} where {op} was expected")
    return message.d


def _failure(closed: ConnectionClosed) -> ObsError:
    code = closed.rcvd.code if closed.rcvd is not None else 0
    if code == CloseCode.AUTHENTICATION_FAILED:
        return ObsPasswordRefused("OBS wants another password")
    if code == CloseCode.UNSUPPORTED_RPC_VERSION:
        return ObsUnsupported("OBS speaks another version of the protocol")
    return ObsUnreachable(f"OBS closed the connection ({code})")


class ObsConnection:
    """An identified connection. Made by :func:`connected`."""

    def __init__(self, socket: ClientConnection, on_event: Callable[[str], None], answer_s: float) -> None:
        self._socket = socket
        self._on_event = on_event
        self._answer_s = answer_s
        self._numbers = itertools.count(1)
        self._waiting: dict[str, asyncio.Future[Raw]] = {}
        self._lost: ObsError | None = None
        self._steady = asyncio.Event()
        self._steady.set()

    async def ask(self, answer: type[A], **data: str) -> A:
        """Send the request that *answer* is the answer to, with *data*, and return it.

        Raises:
            ObsRefused: OBS says no.
            ObsError: the connection is lost, or OBS did not answer in time or not to the purpose.
        """
        return self._decoded(await self._request(answer.request, data), answer)

    async def ask_each(self, answer: type[A], each: Sequence[Mapping[str, str]]) -> list[A | None]:
        """Send one request for each *each* in one message; None where OBS says no. Raises as :meth:`ask`."""
        if not each:
            return []
        requests = [{"requestType": answer.request, "requestData": data} for data in each]
        body = await self._exchange(OpCode.BATCH, {"requests": requests})
        results = self._decoded(body, BatchResponse).results
        return [
            self._decoded(found.response_data, answer) if found.request_status.result else None for found in results
        ]

    async def tell(self, request: str, **data: str) -> None:
        """Send *request* and wait until OBS has accepted it. Raises as :meth:`ask`."""
        await self._request(request, data)

    async def _request(self, request: str, data: Mapping[str, str]) -> Raw:
        body = await self._exchange(OpCode.REQUEST, {"requestType": request, "requestData": data})
        response = self._decoded(body, Response)
        if not response.request_status.result:
            raise ObsRefused(request, response.request_status.code, response.request_status.comment)
        return response.response_data

    async def _exchange(self, op: OpCode, body: dict[str, Any]) -> Raw:
        await self._until_steady()
        number = str(next(self._numbers))
        answer: asyncio.Future[Raw] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            async with asyncio.timeout(self._answer_s):
                if self._lost is not None:
                    raise self._lost
                await self._socket.send(msgspec.json.encode({"op": op, "d": {"requestId": number, **body}}), text=True)
                return await answer
        except TimeoutError as error:
            raise ObsUnreachable("OBS does not answer") from error
        except ConnectionClosed as closed:
            raise _failure(closed) from closed
        finally:
            answer.cancel()
            del self._waiting[number]

    async def _until_steady(self) -> None:
        """Wait while OBS changes its scene collection: requests in between can crash it, says its protocol."""
        try:
            async with asyncio.timeout(LOADING_S):
                await self._steady.wait()
        except TimeoutError:
            self._steady.set()

    def _decoded(self, body: Raw, type_: type[S]) -> S:
        try:
            return msgspec.json.decode(body, type=type_)
        except msgspec.DecodeError as error:
            raise ObsUnsupported(f"OBS's {type_.__name__} is not understood: {error}") from error

    async def read(self) -> None:
        """Hand out what OBS sends until the connection is lost."""
        try:
            while True:
                self._on_message(msgspec.json.decode(await self._socket.recv(), type=Message))
        except ConnectionClosed as closed:
            self._lost = _failure(closed)
        except msgspec.DecodeError as error:
            self._lost = ObsUnsupported(f"a message of OBS is not understood: {error}")
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(self._lost)
        self._steady.set()
        self._on_event("")

    def _on_message(self, message: Message) -> None:
        if message.op == OpCode.EVENT:
            self._on_obs_event(msgspec.json.decode(message.d, type=Event).event_type)
        elif message.op in {OpCode.RESPONSE, OpCode.BATCH_RESPONSE}:
            answer = self._waiting.get(msgspec.json.decode(message.d, type=_Numbered).request_id)
            if answer is not None and not answer.done():
                answer.set_result(message.d)

    def _on_obs_event(self, name: str) -> None:
        if name == "CurrentSceneCollectionChanging":
            self._steady.clear()
        elif name == "CurrentSceneCollectionChanged":
            self._steady.set()
        self._on_event(name)


class _Numbered(msgspec.Struct, frozen=True, rename="camel"):
    request_id: str = ""
