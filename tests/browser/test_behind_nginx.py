"""The dashboard behind the nginx configuration that deploy/ ships, under a path of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.browser.conftest import Visitor
from tools.serving import ROOT, free_port, served
from tools.test_needs import find_program

FRAME = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""


@pytest.fixture(scope="module")
def proxy(bundled_store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard as visitors of the proxy see it."""
    nginx = find_program("nginx")
    if nginx is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the hosting test needs nginx")
        pytest.skip("NO NGINX: the hosting test did not run")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    with served(bundled_store, base="chancery") as inner:
        shipped = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        site = shipped.replace("listen 80", f"listen 127.0.0.1:{port}").replace("http://127.0.0.1:8501", inner)
        (folder / "nginx.conf").write_text(FRAME.format(folder=folder, site=site), encoding="utf-8")
        process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")])
        try:
            for _ in range(100):
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def test_a_deep_link_under_the_path_opens_with_its_filters(proxy: str, visit: Callable[..., Visitor]) -> None:
    reader = visit(proxy).open("/chancery/reactions?country=JP")
    assert reader.headline == "Japan"
    assert reader.errors == []


def test_links_stay_under_the_path(proxy: str, visit: Callable[..., Visitor]) -> None:
    reader = visit(proxy).open("/chancery/")
    reader.click("#nav-quotes", then="#nav-quotes[aria-current]")
    assert reader.page.url.startswith(f"{proxy}/chancery/quotes")


def test_files_of_a_view_come_through_the_proxy(proxy: str) -> None:
    with urllib.request.urlopen(f"{proxy}/chancery/api/reactions.csv?country=JP", timeout=20) as answer:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert b"JP" in answer.read()


def test_the_path_without_its_slash_leads_to_the_dashboard(proxy: str) -> None:
    with urllib.request.urlopen(f"{proxy}/chancery", timeout=20) as answer:
        assert answer.url.endswith("/chancery/")


def test_the_health_check_of_the_container_tells_a_live_server_from_a_page(bundled_store: str) -> None:
    found = re.search(r'"-c", "(.+?)"\]', (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    assert found
    with served(bundled_store) as address:
        asked = found.group(1).replace("http://127.0.0.1:8501", address)
        assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
        wrong = asked.replace("_stcore/health", "no/such/place")
        assert subprocess.run([sys.executable, "-c", wrong], check=False).returncode == 1


def test_the_image_copies_what_the_dashboard_needs() -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for needed in ("dashboard", "pages", "data/corpus", "data/accuracy.json", "streamlit_app.py", ".streamlit"):
        assert (ROOT / needed).exists()
        assert not any(Path(needed).match(pattern) for pattern in left_out), needed
