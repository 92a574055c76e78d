"""Security headers on every answer."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: What a page may load. Streamlit sets styles from its script, hence inline styles; scripts come from this server only,
#: beside the one line of Streamlit's own page that is named by its hash (``shell.py``).
POLICY = {
    "default-src": "'self'",
    "script-src": "'self' {hashes}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
}


def policy(hashes: tuple[str, ...] = ()) -> str:
    """The content security policy, with the hashes of the inline scripts that may run."""
    allowed = " ".join(f"'{one}'" for one in hashes)
    return "; ".join(f"{key} {value.format(hashes=allowed).strip()}" for key, value in POLICY.items())


class SecurityHeaders:
    """Adds HEADERS, and a policy where the answer has none of its own; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("content-security-policy", policy())
            await send(message)

        await self.app(scope, receive, send_more if scope["type"] == "http" else send)
