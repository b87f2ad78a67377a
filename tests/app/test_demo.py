"""The demo's door: a port that is taken is no obstacle."""

import socket
from collections.abc import Iterator

import pytest

from app.demo import HOST, NEIGHBOURS, _open
from app.starting import StartError
from messengers.words import Say
from sandbox import World
from tests.cast import the_words


@pytest.fixture
def say() -> Say:
    return the_words().say("en")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        yield other.getsockname()[1]


async def test_a_neighbour_is_taken_instead_and_told(
    taken: int, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    server, address = await _open(World(), [], {}, taken, say)
    await server.cleanup()
    port = int(address.rsplit(":", 1)[1])
    assert taken < port <= taken + NEIGHBOURS
    assert f"Port {taken} is taken" in capsys.readouterr().err


async def test_any_free_port_will_do(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    server, address = await _open(World(), [], {}, 0, say)
    await server.cleanup()
    assert int(address.rsplit(":", 1)[1]) > 0
    assert capsys.readouterr().err == ""


async def test_no_free_port_is_one_sentence(
    taken: int, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.demo.NEIGHBOURS", 0)
    with pytest.raises(StartError) as refused:
        await _open(World(), [], {}, taken, say)
    assert say.label(refused.value.key, **refused.value.facts).startswith(f"Ports {taken} to")
