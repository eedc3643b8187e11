"""Serve a workspace's pages on this computer."""

import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, VocabularyError
from bulian.ledger.opening import read_ledger

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bulian.assess.scorecard import Scorecard
    from bulian.plan.opportunity.found import Opportunities
    from bulian.publish.site.answers import Answers, Applied, Economy, FirmGroups, Shape, Standings
    from bulian.publish.site.desk import DeskView
    from bulian.publish.site.gone import Gone
    from bulian.publish.site.ground import Ground
    from bulian.steps.standing_names import Standing

ADDRESS = "127.0.0.1"
PORT = 8620


def serve(
    workspace: Workspace,
    *,
    port: int = PORT,
    host: str = ADDRESS,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve until interrupted; `ready` is called with the address once the port is ours.

    Raises:
        BadRequest: another address than this computer's own was asked for, or the port is taken.
        LedgerError: the workspace was not built yet.
    """
    import uvicorn

    if host not in (ADDRESS, "localhost", "::1"):
        raise BadRequest(
            f"{host} would open the pages to other computers. They are served on {ADDRESS} only, for now.",
            f"{host} 会把网页开放给别的电脑。目前只在 {ADDRESS} 提供。",
        )
    with read_ledger(workspace.ledger):
        pass
    with _listening(host, port) as listener:
        number = listener.getsockname()[1]
        ready(f"http://{host}:{number}/")
        app = site_app(workspace)
        threading.Thread(target=app.state.desk.warm, daemon=True).start()
        config = uvicorn.Config(app, log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[listener])


def site_app(workspace: Workspace, clock: Callable[[], str] | None = None) -> "FastAPI":
    """The pages of a workspace as an ASGI application; `clock` gives the time, ISO 8601 with zone."""
    from bulian.serve.app import create_app
    from bulian.serve.entering import Entering
    from bulian.serve.writing import Deciding
    from bulian.steps.building import build
    from bulian.steps.desking import desk_add, desk_correct, desk_end, desk_load
    from bulian.steps.noting import desk_assign
    from bulian.steps.projecting import desk_move
    from bulian.steps.rejecting import reject, restore
    from bulian.steps.reviewing import merge, split, undo

    entering = Entering(desk_add, desk_correct, desk_end, desk_move, desk_load, desk_assign)
    deciding = Deciding(reject, restore, merge, split, undo, build, _to_forget, _forgotten, entering)
    return create_app(workspace, answers_of, deciding, clock)


def _to_forget(workspace: Workspace, person: str, also: Sequence[Path]) -> "Gone":
    from bulian.publish.site.gone import Gone
    from bulian.steps.forgetting import forgettable

    would = forgettable(workspace, person, also=also)
    standing, unread = (_places(workspace, some) for some in (would.found.standing, would.found.unread))
    return Gone(would.person, False, would.books, standing, unread)


def _forgotten(
    workspace: Workspace, person: str, also: Sequence[Path], *, by: str, why: str, now: str
) -> "Gone":
    from bulian.publish.site.gone import Gone
    from bulian.steps.forgetting import forget

    gone = forget(workspace, person, by=by, why=why, now=now, also=also)
    books = tuple((one.book, one.lines) for one in gone.rewritten)
    standing, unread = (_places(workspace, some) for some in (gone.found.standing, gone.found.unread))
    return Gone(gone.person, True, books, standing, unread)


def _places(workspace: Workspace, found: "Iterable[Standing]") -> tuple[tuple[str, str], ...]:
    return tuple((one.below(workspace.root), one.where) for one in found)


def answers_of(workspace: Workspace, now: str) -> "Answers":
    """What pages ask of a workspace, worked out when they ask."""
    from bulian.publish.site.answers import Answers, Asks
    from bulian.steps.asking import status
    from bulian.steps.chaining import chain_views
    from bulian.steps.checking import check
    from bulian.steps.introducing import path
    from bulian.steps.matching import match, match_mend
    from bulian.steps.noting import desk_achievements, desk_week
    from bulian.steps.outlining import townships_of
    from bulian.steps.packaging import packaged
    from bulian.steps.prospecting import prospects
    from bulian.steps.risking import Ask, risk
    from bulian.steps.tracking import follow

    return Answers(
        Asks(
            ground=lambda: _site_ground(workspace),
            follow=lambda: follow(workspace, now=now),
            view=lambda: chain_views(workspace, now=now),
            check=lambda: check(workspace).checked,
            apply=lambda: _applied(workspace),
            economy=lambda: _economy(workspace, now),
            shapes=lambda: _shapes(workspace),
            firms=lambda: _firms(workspace, now),
            monitor=lambda: _monitored(workspace),
            changes=lambda: status(workspace).last,
            match=lambda: match(workspace, on=date.fromisoformat(now[:10])),
            mend=lambda found, register: match_mend(workspace, found, register),
            desk=lambda: _desk(workspace, now),
            week=lambda chain, on: desk_week(workspace, chain, on=on, now=now).note,
            achieve=lambda chain, period: (
                desk_achievements(workspace, chain, period=period, until=now[:10]).note
            ),
            prospects=lambda name: prospects(workspace, name, now=now),
            introduce=lambda firm: path(workspace, firm).chains,
            opportunities=lambda: _opportunities(workspace, now),
            stand=_standings,
            townships=lambda: townships_of(workspace),
            sheet=lambda project: packaged(workspace, project, now=now),
            leave=lambda sector, share: risk(workspace, sector, Ask(share=share)).found,
        )
    )


def _site_ground(workspace: Workspace) -> "Ground":
    from bulian.ledger.scope import seen
    from bulian.publish.site.ground import ground
    from bulian.steps.identifying import identities_in

    with read_ledger(workspace.ledger) as ledger:
        return ground(seen(ledger), identities_in(ledger, workspace.name))


def _desk(workspace: Workspace, now: str) -> "DeskView":
    from bulian.publish.site.desk import DeskView
    from bulian.steps.directing import every_directions
    from bulian.steps.noting import desk_due, desk_figures, rows_on
    from bulian.steps.projecting import desk_funnel

    due, projects = desk_due(workspace, now=now), desk_funnel(workspace, now=now)
    directed = every_directions(workspace, now=now)
    return DeskView(
        due.day, rows_on(workspace, due.day), due.persons, desk_figures(workspace, now=now), projects.going,
        projects.ended, projects.funnels, due.lines,
        tuple(one.found for one in directed), directed[0].owners if directed else {},
    )  # fmt: skip


def _standings() -> "Standings":
    from bulian.publish.site.answers import Standings
    from bulian.steps.risking import risk_sectors

    return Standings(*risk_sectors())


def _opportunities(workspace: Workspace, now: str) -> "Opportunities":
    from bulian.plan.opportunity.found import Opportunities
    from bulian.steps.recommending import opportunities

    try:
        return opportunities(workspace, now=now)
    except (BadRequest, VocabularyError) as error:  # a file of the district does not fit; the page says so
        return Opportunities(workspace.name, None, (), 0, None, 0, (error.en, error.zh))


def _applied(workspace: Workspace) -> "tuple[Applied, ...]":
    from bulian.publish.site.answers import Applied
    from bulian.steps.evaluating import evaluate_all

    return tuple(
        Applied(template, found, (error.en, error.zh) if error else None)
        for template, found, error in evaluate_all(workspace)
    )


def _shapes(workspace: Workspace) -> "tuple[Shape, ...]":
    from bulian.publish.site.answers import Shape
    from bulian.steps.structuring import structure

    views = structure(workspace).views
    return tuple(Shape(one.by, one.measure, one.synthetic, one.years, one.changes) for one in views)


def _firms(workspace: Workspace, now: str) -> "FirmGroups":
    from bulian.assess.firms.crosstab import GROUPINGS
    from bulian.assess.firms.grouping import grouped
    from bulian.publish.site.answers import FirmGroups
    from bulian.steps.gathering import ground

    base = ground(workspace, now=now)
    return FirmGroups(base.year, {one: grouped(base.book.values(), one, base.year) for one in GROUPINGS})


def _monitored(workspace: Workspace) -> "Scorecard | None":
    from bulian.steps.monitoring import scorecard

    try:
        return scorecard(workspace).card
    except BadRequest:  # of a district without dated numbers there is nothing to show
        return None


def _economy(workspace: Workspace, now: str) -> "Economy":
    from bulian.publish.site.answers import Clustered, Economy
    from bulian.steps.clustering import clusters, leans_on
    from bulian.steps.gathering import ground

    try:
        found = clusters(workspace, now=now)
    except BadRequest:  # a workspace without clusters of its own has none to show
        return Economy("", "", (), leans_on(ground(workspace, now=now)))
    return Economy(
        found.taxonomy.zh, found.taxonomy.en,
        tuple(
            Clustered(
                view.cluster,
                tuple(m.firm.name for m in view.members.inside if not m.firm.synthetic),
                tuple(m.firm.name for m in view.members.inside if m.firm.synthetic),
                view.stated,
            )
            for view in found.views
        ),
        found.dependences,
    )  # fmt: skip


def _listening(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise BadRequest(
            f"Port {port} cannot be had ({error.strerror}). Is bulian serve running already? Choose "
            "another with --port.",
            f"端口 {port} 用不了（{error.strerror}）。是不是已经开着 bulian serve？用 --port 换一个。",
        ) from error
    return listener
