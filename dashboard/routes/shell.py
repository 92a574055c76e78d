"""Our own frame around Streamlit's page: title, icon, style and a first paint before any script has run."""

from __future__ import annotations

import base64
import re
from functools import cache
from hashlib import sha256
from html import escape
from importlib.util import find_spec
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.routes.assets import stamp
from dashboard.routes.headers import policy
from dashboard.ui.links import Links
from dashboard.ui.views import VIEWS

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FONT = re.compile(r"<link\s+rel=\"preload\"[^>]*?as=\"font\"[^>]*?/>", re.DOTALL)


class Shell:
    """Rewrites the HTML page that Streamlit serves; every other answer passes untouched."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self.links = Links(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        started: Message | None = None
        body = b""

        async def hold(message: Message) -> None:
            nonlocal started, body
            if message["type"] == "http.response.start" and _is_page(message):
                started = message
            elif started is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await self._send_page(started, body, send, scope)

        plain = [
            (key, value)
            for key, value in scope["headers"]
            if key not in (b"accept-encoding", b"range", b"if-none-match", b"if-modified-since")
        ]
        # Assets keep their compression; only an address without a file ending can be the page.
        asked = scope if "." in scope["path"].rsplit("/", 1)[-1] else {**scope, "headers": plain}
        await self.app(asked, receive, hold)

    async def _send_page(self, started: Message, body: bytes, send: Send, scope: Scope) -> None:
        if self._is_view(scope["path"]):
            page, hashes = framed(body.decode("utf-8", "replace"), self.links)
        else:
            page, hashes = lost(scope["path"].removeprefix(self.links.base), self.links), ()
            started = {**started, "status": 404}
        out = page.encode() if scope["method"] == "GET" else b""
        headers = MutableHeaders(scope=started)
        headers["content-security-policy"] = policy(hashes)
        if scope["method"] == "GET":
            headers["content-length"] = str(len(out))
        for name in ("etag", "last-modified", "accept-ranges"):
            if name in headers:
                del headers[name]
        await send(started)
        await send({"type": "http.response.body", "body": out})

    def _is_view(self, path: str) -> bool:
        """True for the address of a page, with or without a slash at its end."""
        return path.rstrip("/") in {f"{self.links.base}/{view.path}".rstrip("/") for view in VIEWS}


def lost(path: str, links: Links) -> str:
    """A page for an address that is none: says so, and names the pages there are."""
    css, icon = (links.asset(name, stamp(name)) for name in ("chancery.css", "favicon.svg"))
    names = "".join(
        f'<li><a href="{escape(links.view(view.key))}">{view.title}</a>: {escape(view.about)}</li>'
        for view in VIEWS
        if view.listed
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, '
        f'initial-scale=1"><title>No such page · Chancery</title><link rel="icon" href="{escape(icon)}">'
        f'<link rel="stylesheet" href="{escape(css)}"></head><body class="lost stHtml"><header class="masthead">'
        f'<a class="brand" href="{escape(links.view("briefing"))}">Chancery</a></header><main class="empty">'
        f"<h1>There is no page “{escape(path[:80])}”.</h1><p>The link may be cut short. These pages there are:</p>"
        f"<ul>{names}</ul></main></body></html>"
    )


def framed(page: str, links: Links) -> tuple[str, tuple[str, ...]]:
    """Streamlit's page in our frame, and the hashes of its inline scripts for the policy."""
    css, script, icon = (links.asset(name, stamp(name)) for name in ("chancery.css", "chancery.js", "favicon.svg"))
    head = (
        '<meta name="description" content="Who did what, who reacted how, who said '
        'what: each number opens to its sentence.">'
        f'<link rel="icon" href="{escape(icon)}"><link rel="stylesheet" href="{escape(css)}">'
        f'<script defer src="{escape(script)}" data-base="{escape(links.base)}" '
        f'data-later="{escape(links.base)}{charts_code()}"></script></head>'
    )
    page = _FONT.sub("", page).replace("<title>Streamlit</title>", "<title>Chancery</title>")
    page = re.sub(r'<link rel="shortcut icon"[^>]*>', "", page)
    page = page.replace("</head>", head, 1).replace('<div id="root">', f'{_skeleton(links)}<div id="root">', 1)
    hashes = tuple(
        "sha256-" + base64.b64encode(sha256(code.encode()).digest()).decode() for code in _INLINE.findall(page)
    )
    return page, hashes


@cache
def charts_code() -> str:
    """The path of Streamlit's code for charts, which a page fetches ahead; empty when there is none."""
    folder = Path(streamlit_folder()) / "static" / "static" / "js"
    found = sorted(folder.glob("PlotlyChart.*.js"))
    return f"/static/js/{found[0].name}" if found else ""


def streamlit_folder() -> str:
    """Where Streamlit is installed, without importing it here."""
    spec = find_spec("streamlit")
    return str(Path(spec.origin).parent) if spec and spec.origin else ""


def _skeleton(links: Links) -> str:
    names = "".join(f'<a href="{escape(links.view(view.key))}">{view.title}</a>' for view in VIEWS if view.listed)
    bars = "".join(
        f'<div class="bar" style="height:{h}px;width:{w}%"></div>'
        for h, w in ((30, 48), (16, 30), (220, 100), (90, 100))
    )
    return (
        '<div id="skeleton" aria-hidden="true"><div><div class="masthead"><span class="brand">Chancery</span>'
        f"<nav>{names}</nav></div>{bars}</div></div>"
    )


def _is_page(message: Message) -> bool:
    headers = {key.lower(): value for key, value in message.get("headers", ())}
    kind: bytes = headers.get(b"content-type", b"")
    return bool(message["status"] == 200) and kind.startswith(b"text/html")
