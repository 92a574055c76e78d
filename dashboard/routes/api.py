"""JSON and CSV of any filtered view, and the matrix as a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.queries.asked import understand
from dashboard.queries.corpus import Corpus
from dashboard.queries.exports import EXPORTS, exported, to_csv, to_json
from dashboard.queries.filters import Filters, in_words
from dashboard.queries.loading import held_corpus
from dashboard.queries.reactions import reaction_matrix
from dashboard.routes.picture import matrix_svg
from dashboard.store.database import Store, open_store
from dashboard.ui.links import FORMATS, Links
from dashboard.ui.views import COMMON, VIEWS, view_of

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
#: A link that anybody may send: longer ones are refused.
MOST_QUERY_CHARACTERS = 8000


@dataclass(frozen=True, slots=True)
class Asked:
    """A request understood against the corpus; ``notes`` say what of its link was not."""

    request: Request
    corpus: Corpus
    filters: Filters
    notes: tuple[str, ...]

    def link(self, links: Links, view: str, filters: Filters) -> str:
        """The whole address of a view, as the visitor would call it."""
        return origin(self.request) + links.view(view, filters)


class Api:
    """The routes over one store, which is opened when it is first asked."""

    def __init__(self, url: str, base: str = "") -> None:
        self.url = url
        self.links = Links(base)

    @cached_property
    def store(self) -> Store:
        """The open store."""
        return open_store(self.url)

    async def rows(self, request: Request) -> Response:
        """All rows of a view as CSV or JSON; 404 for another view or format."""
        view, form = request.path_params["view"], request.path_params["form"]
        if view not in EXPORTS or form not in FORMATS:
            allowed = ", ".join(f"{name}.{one}" for name in EXPORTS for one in FORMATS)
            return JSONResponse({"error": f"no file {view}.{form}", "allowed": allowed}, status_code=404)
        return await run_in_threadpool(self._answer, request, lambda asked: self._file(view, form, asked))

    async def matrix(self, request: Request) -> Response:
        """The matrix of reactions as SVG."""
        return await run_in_threadpool(self._answer, request, self._matrix)

    def _answer(self, request: Request, make: Callable[[Asked], Response]) -> Response:
        """What ``make`` gives, for a browser to keep while the store does not change; 414 for a link too long."""
        if len(request.url.query) > MOST_QUERY_CHARACTERS:
            return JSONResponse({"error": "the link is too long", "allowed": MOST_QUERY_CHARACTERS}, status_code=414)
        corpus = held_corpus(self.store)
        tag = f'W/"{corpus.version}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304)
        also = (*COMMON, *(key for view in VIEWS for key in view.options))
        filters, notes = understand(corpus, request.query_params.multi_items(), also=also)
        answer = make(Asked(request, corpus, filters, notes))
        answer.headers["etag"] = tag
        answer.headers["cache-control"] = "no-cache"
        return answer

    def _file(self, view: str, form: str, asked: Asked) -> Response:
        frame = exported(asked.corpus, view, asked.filters)
        link = asked.link(self.links, view, asked.filters)
        if form == "json":
            noun = view_of(view).noun
            text = to_json(frame, view=link, corpus=asked.corpus, filters=asked.filters, notes=asked.notes, noun=noun)
        else:
            text = "\ufeff" + to_csv(frame, view=link)
        answer = Response(text.encode(), headers={"content-type": TYPES[form]})
        answer.headers["content-disposition"] = f'attachment; filename="chancery-{view}.{form}"'
        answer.headers["link"] = f'<{link.encode("ascii", "ignore").decode()}>; rel="alternate"'
        return answer

    def _matrix(self, asked: Asked) -> Response:
        over = "target" if asked.request.query_params.get("by") == "target" else "reaction"
        kept = asked.filters.without("country", over)
        text = matrix_svg(
            reaction_matrix(asked.corpus, asked.filters, over=over),
            over=over,
            title=in_words(kept, asked.corpus.names),
            link=asked.link(self.links, "reactions", kept),
        )
        return Response(text, media_type="image/svg+xml")


def origin(request: Request) -> str:
    """Scheme and host as the visitor sees them, also behind a proxy that says so."""
    told = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    scheme = told if told in ("http", "https") else request.url.scheme
    return f"{scheme}://{request.headers.get('host', request.url.netloc)}"
