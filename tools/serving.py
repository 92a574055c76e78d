"""Servers for as long as a block runs: the dashboard over a store, or any other command that answers on a port."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: A machine with other work to do may take its time.
PATIENCE_SECONDS = 60
SHUTDOWN_SECONDS = 20
STREAMLIT = (sys.executable, "-m", "streamlit", "run")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@contextlib.contextmanager
def answering(
    command: Sequence[str], port: int, *, base: str = "", environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The address of the Streamlit server that ``command`` starts at ``port``, below the path ``base``.

    Raises TimeoutError when it does not answer within PATIENCE_SECONDS.
    """
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _await(f"{address}/{base}/_stcore/health" if base else f"{address}/_stcore/health")
        yield address
    finally:
        process.terminate()
        process.wait(SHUTDOWN_SECONDS)


def _await(url: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=1):
            return
        time.sleep(0.125)
    raise TimeoutError(f"nothing answers at {url}")


@contextlib.contextmanager
def served(store: str, *flags: str, base: str = "") -> Iterator[str]:
    """The address of a dashboard over the store, served below the path ``base``, as long as the block runs."""
    port = free_port()
    where = ("--server.port", str(port), "--server.address", "127.0.0.1")
    below = ("--server.baseUrlPath", base) if base else ()
    command = (*STREAMLIT, "streamlit_app.py", *where, *below, *flags)
    with answering(command, port, base=base, environment={"CHANCERY_STORE": store}) as address:
        yield address
