"""Our style sheet, script and icon, as files that a browser may keep."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

FOLDER = Path(__file__).resolve().parents[1] / "ui" / "static"
TYPES = {
    "chancery.css": "text/css; charset=utf-8",
    "chancery.js": "text/javascript; charset=utf-8",
    "favicon.svg": "image/svg+xml",
}


@cache
def content(name: str) -> bytes:
    """The bytes of one asset. Raises KeyError for a name that is not served."""
    TYPES[name]
    return (FOLDER / name).read_bytes()


def stamp(name: str) -> str:
    """A short word that changes with the content."""
    return sha256(content(name)).hexdigest()[:10]


async def asset(request: Request) -> Response:
    """One asset, to be kept for a year under its stamp; 404 for any other name."""
    name = request.path_params["name"]
    if name not in TYPES:
        return Response("no such file", status_code=404, media_type="text/plain")
    keep = "public, max-age=31536000, immutable" if request.query_params.get("v") == stamp(name) else "no-cache"
    return Response(content(name), headers={"cache-control": keep}, media_type=TYPES[name])
