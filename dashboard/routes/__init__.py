"""What is served beside the pages, by the same process on the same port: files of any view, assets, headers."""

from __future__ import annotations

import os

from starlette.middleware import Middleware
from starlette.routing import Route

from dashboard.routes.api import Api
from dashboard.routes.assets import asset
from dashboard.routes.headers import SecurityHeaders
from dashboard.routes.shell import Shell
from dashboard.store.database import DEFAULT_URL

__all__ = ["make_middleware", "make_routes"]


def make_routes(base: str = "") -> list[Route]:
    """The routes below ``base``, the path under which the dashboard is served."""
    path = f"/{base.strip('/')}" if base.strip("/") else ""
    api = Api(os.environ.get("CHANCERY_STORE") or DEFAULT_URL, path)
    return [
        Route(f"{path}/api/matrix.svg", api.matrix),
        Route(f"{path}/api/{{view}}.{{form}}", api.rows),
        Route(f"{path}/assets/{{name}}", asset),
    ]


def make_middleware(base: str = "") -> list[Middleware]:
    """Security headers for every answer, and our own frame around Streamlit's page."""
    path = f"/{base.strip('/')}" if base.strip("/") else ""
    return [Middleware(SecurityHeaders), Middleware(Shell, base=path)]
