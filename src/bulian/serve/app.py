"""The server: every page of the site in both languages, what people judge, and the API."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from importlib.resources import files
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import parse_qsl, quote, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from starlette.background import BackgroundTask

from bulian import __version__
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, BulianError
from bulian.publish.paper import Paper
from bulian.publish.rendering import render as render_paper
from bulian.publish.site.html import render, trouble
from bulian.publish.site.page import Asked, NotFound, Page, pages
from bulian.publish.site.site import Site
from bulian.publish.site.tables import Table, whole_tables, write_csv, write_xlsx
from bulian.serve.api import api
from bulian.serve.desk import Asking, Desk
from bulian.serve.forms import decided, entered, forgotten, judged, said_no, tabled, taken, told_trouble
from bulian.serve.guard import HEADERS, from_our_page, is_ours
from bulian.serve.writing import Deciding

_FORMS: dict[str, tuple[Callable[[Iterable[Table], IO[bytes]], None], str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_IN_MEMORY, _CHUNK = 2**22, 2**16
"""Bytes of a file that is made: kept in memory before it goes to disk, and sent at once."""
_PAPERS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def create_app(
    workspace: Workspace, asking: Asking, deciding: Deciding, clock: Callable[[], str] | None = None
) -> FastAPI:
    """The server of one workspace.

    Args:
        asking: follows targets and views chains when a page asks.
        deciding: enters what people decide of names.
        clock: gives the time of an act, ISO 8601 with zone.
    """
    desk = Desk(workspace, asking, clock or _now)
    app = FastAPI(
        title="bulian", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.state.desk, app.state.clock = desk, clock or _now
    app.middleware("http")(_guarded)
    app.include_router(api(desk))
    app.add_api_route("/static/{name}", _static, methods=["GET"], include_in_schema=False)
    for page in pages().values():
        for lang in ("zh", "en"):
            path = page.path if lang == "zh" else f"/en{page.path}".rstrip("/")
            app.add_api_route(path, _shown(desk, page, lang), methods=["GET"], include_in_schema=False)
    for prefix, lang in (("", "zh"), ("/en", "en")):
        app.add_api_route(
            f"{prefix}/facts/{{fact_id}}/judgements",
            judged(app, desk, lang),
            methods=["POST"],
            include_in_schema=False,
        )
        app.add_api_route(
            f"{prefix}/review", decided(app, desk, deciding, lang), methods=["POST"], include_in_schema=False
        )
        app.add_api_route(
            f"{prefix}/prospects", said_no(app, desk, deciding, lang), methods=["POST"],
            include_in_schema=False,
        )  # fmt: skip
        app.add_api_route(
            f"{prefix}/forget",
            forgotten(app, desk, deciding, lang),
            methods=["POST"],
            include_in_schema=False,
        )
        app.add_api_route(
            f"{prefix}/desk/{{register}}", entered(app, desk, deciding.entering, lang), methods=["POST"],
            include_in_schema=False,
        )  # fmt: skip
    app.add_api_route("/sources", taken(app, desk, deciding), methods=["POST"], include_in_schema=False)
    app.add_api_route("/tables", tabled(desk), methods=["POST"], include_in_schema=False)
    app.add_exception_handler(404, _unknown(desk))
    app.add_exception_handler(BulianError, _failed(desk))
    return app


def _unknown(desk: Desk) -> Callable[[Request, Exception], Response]:
    """What is said of an address that is none; the API says it as data."""

    def say(request: Request, error: Exception) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"detail": getattr(error, "detail", "Not Found")}, 404)
        lang = "en" if request.url.path.startswith("/en") else "zh"
        return HTMLResponse(trouble(desk.workspace.name, lang, _NO_PAGE, _back(request)), 404)

    return say


def _failed(desk: Desk) -> Callable[[Request, Exception], Response]:
    """What is said where a form could not even be read."""

    def say(request: Request, error: Exception) -> Response:
        if not isinstance(error, BulianError):
            raise error
        lang = "en" if request.url.path.startswith("/en") else "zh"
        return told_trouble(desk, lang, error, _back(request))

    return say


_NO_PAGE = NotFound(
    "There is no such page. Begin at the portrait, or search among the facts.",
    "没有这一页。请从“概貌”开始，或在“事实”里搜一搜。",
)


_BEHIND = BadRequest(
    "The numbers are being recomputed after a change, so nothing is given out as a file now. Load the page "
    "again in a while; take the file when it no longer says so.",
    "资料刚有改动，正在重算，现在不给出文件，以免带走旧数。请稍后刷新，页上不再提示时再下载。",
)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


async def _guarded(request: Request, following: Callable[[Request], Awaitable[Response]]) -> Response:
    if not is_ours(request.headers.get("host")):
        return Response("This server answers only on this computer. 本服务只在本机提供。", 421, HEADERS)
    if request.method not in ("GET", "HEAD") and not from_our_page(request.headers):
        return Response("Send this from a page of this server. 请从本站页面提交。", 403, HEADERS)
    answer = await following(request)
    answer.headers.update(HEADERS)
    if not request.url.path.startswith("/static/"):
        answer.headers["Cache-Control"] = "no-store"
    return answer


def _shown(desk: Desk, page: Page, lang: str) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        asked = {**dict(request.query_params), **request.path_params}
        form = asked.get("as", "")
        try:
            with desk.site(lang) as site:
                if form and site.behind:
                    raise _BEHIND
                if form in _PAPERS and page.paper:
                    return _paper(page.paper(site, asked), page.name, form)
                if form == "file" and page.file:
                    return _file(*page.file(site, asked))
                if form in _FORMS:
                    return _tables(site, page.name, asked, request.path_params)
                asked.pop("as", None)
                return HTMLResponse(render(site, page.name, asked))
        except BulianError as error:
            return told_trouble(desk, lang, error, _back(request))

    return show


def _paper(paper: Paper, name: str, form: str) -> Response:
    """The paper of a page as a file."""
    named = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(render_paper(paper, f".{form}"), media_type=_PAPERS[form], headers=named)


def _file(name: str, content: bytes) -> Response:
    """A file that a page offers; its name may be in Chinese."""
    kind = "text/markdown; charset=utf-8" if name.endswith(".md") else _FORMS["csv"][1]
    named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=named)


def _tables(site: Site, name: str, asked: Asked, parts: Asked) -> Response:
    """The tables of a page as a file, lists to their end; it is whole before the first byte leaves."""
    form = asked["as"]
    write, kind = _FORMS[form]

    def turn(address: str) -> str:
        further = dict(parse_qsl(urlsplit(address).query))
        return render(site, name, {**further, **parts, "as": form})

    # Closed by the answer; what is large lies on disk.
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
    try:
        write(whole_tables(render(site, name, asked), turn), file)
    except BaseException:
        file.close()
        raise
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{form}"', "Content-Length": str(file.tell())
    }  # fmt: skip
    file.seek(0)
    sent = iter(lambda: file.read(_CHUNK), b"")
    return StreamingResponse(sent, media_type=kind, headers=headers, background=BackgroundTask(file.close))


def _back(request: Request) -> str:
    """The page of ours that a form was sent from, where the browser says so; else the facts."""
    came = urlsplit(request.headers.get("referer", ""))
    if request.method == "POST" and is_ours(came.netloc) and came.path.startswith("/"):
        return f"/{came.path.lstrip('/')}" + (f"?{came.query}" if came.query else "")
    return "/en/facts" if request.url.path.startswith("/en") else "/facts"


def _static(name: str) -> Response:
    folder = files("bulian.publish.site") / "static"
    known = {one.name: one for one in folder.iterdir()}
    if name not in known:
        return Response("", 404)
    ending = name[name.rfind(".") :]
    return Response(
        known[name].read_bytes(), media_type=_TYPES.get(ending, "application/octet-stream"),
        headers={"Cache-Control": "no-cache"},
    )  # fmt: skip
