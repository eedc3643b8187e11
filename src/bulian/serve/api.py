"""The JSON API below /api: the same facts as the pages, for programs of the office."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel

from bulian.chain.losing import scenario
from bulian.errors import BulianError, LedgerError
from bulian.ledger import query
from bulian.ledger.paging import page
from bulian.model.fact import fact_row
from bulian.model.stored import Sourced
from bulian.publish.chains.rows import scenario_row
from bulian.serve.desk import Desk


class Trouble(BaseModel):
    """What could not be done, and what to do about it."""

    detail: str


_TROUBLES: dict[int | str, dict[str, Any]] = {number: {"model": Trouble} for number in (400, 404, 409)}


def api(desk: Desk) -> APIRouter:
    """The routes of the API for one workspace."""
    router = APIRouter(prefix="/api", tags=["facts"], responses=_TROUBLES)

    @router.get("/facts", summary="Search facts in either script")
    def facts(
        q: Annotated[str | None, Query(description="words that names or quotes hold", max_length=200)] = None,
        kind: Annotated[str | None, Query(pattern="^(observation|relation|event|statement)$")] = None,
        modality: Annotated[str | None, Query(pattern="^(actual|forecast|target|plan|capacity)$")] = None,
        period: Annotated[str | None, Query(description="ISO 8601, as 2021-H1", max_length=40)] = None,
        as_of: Annotated[str | None, Query(description="published by this day", max_length=10)] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    ) -> dict[str, Any]:
        asked = query.FactQuery(words=q, kind=kind, modality=modality, period=period, as_of=as_of)  # type: ignore[arg-type]  # checked by the pattern
        try:
            with desk.site("en") as site:
                found = page(site.ledger, asked, limit=limit, offset=offset)
        except BulianError as error:
            raise HTTPException(409 if isinstance(error, LedgerError) else 400, error.en) from error
        return {"total": found.total, "facts": [_row(one) for one in found.facts]}

    @router.get("/facts/{fact_id}", summary="One fact by its id")
    def fact(fact_id: Annotated[str, Path(max_length=32)]) -> dict[str, Any]:
        try:
            with desk.site("en") as site:
                return _row(query.fact(site.ledger, fact_id))
        except LedgerError as error:
            raise HTTPException(404, error.en) from error

    @router.get("/chains/{key}/without", summary="What a chain loses with a firm or node")
    def without(
        key: Annotated[str, Path(max_length=40)],
        name: Annotated[str, Query(description="a firm on the chain, or a node's id", max_length=80)],
        share: Annotated[float, Query(description="what part of it is gone", ge=0, le=1)] = 1.0,
    ) -> dict[str, Any]:
        try:
            with desk.site("en") as site:
                view = site.answers.chain(key)
                if view is None:
                    raise HTTPException(404, "There is no such chain.")
                found = scenario(view.chain, view.graph, view.states, [name], share)
                return scenario_row(found) | {"behind": site.behind}
        except BulianError as error:
            raise HTTPException(409 if isinstance(error, LedgerError) else 422, error.en) from error

    @router.get("/sources", summary="Every document in force")
    def sources() -> list[dict[str, Any]]:
        try:
            with desk.site("en") as site:
                return [
                    {
                        "doc": one.doc, "name": one.name, "title": one.title, "access": one.access,
                        "published_on": one.published_on, "publisher": one.publisher,
                        "synthetic": one.synthetic,
                    }
                    for one in site.ground.sources.values()
                ]  # fmt: skip
        except BulianError as error:
            raise HTTPException(409, error.en) from error

    return router


def _row(one: Sourced) -> dict[str, Any]:
    return fact_row(one.fact, one.source.name) | {
        "published_on": one.source.published_on,
        "recorded_at": one.source.recorded_at,
        "link": f"/facts/{one.fact.id}",
        "judgement": one.judgement.verdict if one.judgement else None,
    }
