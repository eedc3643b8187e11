"""What forms of pages send: judged, decided, entered or handed in once, or said why not."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from bulian.errors import BadRequest, BulianError
from bulian.publish.site.desk import known_register
from bulian.publish.site.gone import Gone
from bulian.publish.site.html import render, trouble
from bulian.publish.site.links import Served
from bulian.publish.site.page import NotFound, Sent
from bulian.serve.desk import Desk
from bulian.serve.entering import LOADING, Entering, enter, load
from bulian.serve.guard import same_token
from bulian.serve.uploading import MOST, take, take_table
from bulian.serve.writing import Deciding, decide, judge_fact, let_go, say_no

_MOST = 20_000  # bytes of a form; a reason is at most some hundred characters
_MOST_OF_A_ROW = 400_000  # thirty columns of a thousand characters


def judged(app: FastAPI, desk: Desk, lang: str) -> Callable[[Request, str], Awaitable[Response]]:
    """A judgement on a fact."""

    async def judge(request: Request, fact_id: str) -> Response:
        form = await _form(request, desk)
        home = "/en" if lang == "en" else ""
        back = f"{home}/review" if form.get("next") == "review" else f"{home}/facts/{fact_id}"
        try:
            judge_fact(desk.workspace, fact_id, form, app.state.clock())
        except BulianError as error:
            return told_trouble(desk, lang, error, back)
        return RedirectResponse(f"{back}#judge", 303)

    return judge


def decided(
    app: FastAPI, desk: Desk, deciding: Deciding, lang: str
) -> Callable[[Request], Awaitable[Response]]:
    """Two names merged or split, or that taken back."""

    async def decide_pair(request: Request) -> Response:
        form, back = await _form(request, desk), "/en/review" if lang == "en" else "/review"
        try:
            decide(desk.workspace, deciding, form, app.state.clock())
        except BulianError as error:
            return told_trouble(desk, lang, error, back)
        return RedirectResponse(back, 303)

    return decide_pair


def said_no(
    app: FastAPI, desk: Desk, deciding: Deciding, lang: str
) -> Callable[[Request], Awaitable[Response]]:
    """A no to a firm, or that taken back; what is refused comes back as it was typed."""

    async def enter_no(request: Request) -> Response:
        form = await _form(request, desk)
        asked = {"for": form["for"]} if form.get("for") else {}
        back = Served().page("/prospects", lang, asked)
        try:
            say_no(desk.workspace, deciding, form, app.state.clock())
        except BulianError as error:
            with desk.site(lang) as site:
                return HTMLResponse(render(site, "prospects", asked, Sent(form, error.say(lang))), 409)
        return RedirectResponse(f"{back}#out", 303)

    return enter_no


def forgotten(
    app: FastAPI, desk: Desk, deciding: Deciding, lang: str
) -> Callable[[Request], Awaitable[Response]]:
    """A look at what forgetting a person would come to, or that it was done; neither is in an address."""

    async def forget(request: Request) -> Response:
        form = await _form(request, desk)
        now = app.state.clock()
        try:
            gone = await run_in_threadpool(let_go, desk.workspace, deciding, form, now)
            sent, status = Sent({} if gone.done else form, gone=gone), 200
        except BulianError as error:
            again = {**form, "act": "look"} if form.get("act") == "forget" else None
            sent, status = Sent(form, error.say(lang), gone=_looked(desk, deciding, again, now)), 409
        with desk.site(lang) as site:
            return HTMLResponse(render(site, "forget", {}, sent), status)

    return forget


def _looked(desk: Desk, deciding: Deciding, form: dict[str, str] | None, now: str) -> Gone | None:
    """What the page showed before its act was refused, so that it can be sent again."""
    if form is None:
        return None
    try:
        return let_go(desk.workspace, deciding, form, now)
    except BulianError:  # nobody is known by it: the refusal says so
        return None


def entered(
    app: FastAPI, desk: Desk, entering: Entering, lang: str
) -> Callable[[Request, str], Awaitable[Response]]:
    """A row of a register entered, corrected, ended or moved; what is refused comes back as it was typed."""

    async def enter_row(request: Request, register: str) -> Response:
        kind = known_register(register)
        form = await _form(request, desk, _MOST_OF_A_ROW)
        back = Served().page("/desk/{register}", lang, {"register": register})
        try:
            if form.get("act") in LOADING:
                told = load(desk.workspace, entering, kind, form, app.state.clock())
                return _loaded(desk, lang, kind.key, Sent(form, loaded=told))
            key = enter(desk.workspace, entering, kind, form, app.state.clock())
        except NotFound as error:
            return told_trouble(desk, lang, error, back)
        except BulianError as error:
            return _once_more(desk, lang, kind.key, form, error)
        return RedirectResponse(_entered_at(desk, lang, kind.key, key), 303)

    return enter_row


def _loaded(desk: Desk, lang: str, register: str, sent: Sent) -> Response:
    with desk.site(lang) as site:
        return HTMLResponse(render(site, "register", {"register": register}, sent))


def _once_more(desk: Desk, lang: str, register: str, form: dict[str, str], error: BulianError) -> Response:
    asked = {"register": register, **{name: form[name] for name in ("row", "column") if form.get(name)}}
    with desk.site(lang) as site:
        return HTMLResponse(render(site, "register", asked, Sent(form, error.say(lang))), 409)


def _entered_at(desk: Desk, lang: str, register: str, key: str) -> str:
    """The page of the row; of the register where the row does not stand today: ended, or of a later day."""
    with desk.site(lang) as site:
        stands = any(row.key == key for row in site.answers.desk.rows[register])
        parts = {"row": key} if stands else {"entered": "apart"}
        return site.links.page("/desk/{register}", lang, {"register": register, **parts})


def taken(app: FastAPI, desk: Desk, deciding: Deciding) -> Callable[[Request], Awaitable[Response]]:
    """A file handed in: kept in `sources/`, and read with all the rest."""

    def keep(name: str, content: bytes) -> Path:
        path = take(desk.workspace, name, content)
        deciding.build(desk.workspace, now=app.state.clock())
        return path

    return _handing_in(desk, keep)


def tabled(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """A table handed in for a register: kept in `desk/`, from where it is loaded after a look."""
    return _handing_in(desk, lambda name, content: take_table(desk.workspace, name, content))


def _handing_in(desk: Desk, keep: Callable[[str, bytes], Path]) -> Callable[[Request], Awaitable[Response]]:
    async def hand_in(request: Request) -> Response:
        zh = request.query_params.get("lang") != "en"
        content = bytearray()
        try:
            _refuse_stale(request.headers.get("x-bulian-token", ""), desk)
            async for part in request.stream():
                content += part
                if len(content) > MOST:
                    break
            path = await run_in_threadpool(keep, request.query_params.get("name", ""), bytes(content))
        except BulianError as error:
            return JSONResponse({"said": error.zh if zh else error.en}, _status(error))
        return JSONResponse({"name": path.name}, 201)

    return hand_in


async def _form(request: Request, desk: Desk, most: int = _MOST) -> dict[str, str]:
    """What the form holds; one too long, or of an older page, is refused before anything is entered."""
    body = await request.body()
    if len(body) > most:
        raise BadRequest(
            "The form is too long; nothing was entered. Shorten what is typed.",
            "填的内容太长，没有记入。请改短一些。",
        )
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    _refuse_stale(form.get("token", ""), desk)
    return form


class _Stale(BulianError):
    """The page is of a server that ran before this one."""


def _refuse_stale(token: str, desk: Desk) -> None:
    if not same_token(token, desk.token):
        raise _Stale(
            "This page is older than the server that runs now. Go back, load it again, and judge anew; "
            "nothing was entered.",
            "这一页比正在运行的服务旧。请返回、刷新后再判；刚才的没有记入。",
        )


def told_trouble(desk: Desk, lang: str, error: BulianError, back: str) -> Response:
    """The page that says why a form was not taken."""
    return HTMLResponse(trouble(desk.workspace.name, lang, error, back), _status(error))


def _status(error: BulianError) -> int:
    if isinstance(error, NotFound):
        return 404
    return 403 if isinstance(error, _Stale) else 409
