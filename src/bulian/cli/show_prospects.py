"""What `prospects` and `path` print."""

from collections import Counter
from collections.abc import Iterable

import typer

from bulian.cli.printing import grid, items, listed, printed_as_data
from bulian.cli.say import language, say
from bulian.plan.introducing import Introduction
from bulian.plan.prospect_parts import Both
from bulian.plan.prospecting import Prospect, Prospects
from bulian.steps.introducing import Introduced
from bulian.steps.searching import Brought
from bulian.vocab.introductions import link_kinds
from bulian.vocab.prospects import part_kinds

_MOST_CHAINS = 5


def listed_prospects(found: Prospects, form: str) -> None:
    """The prospects with parts and reasons, real ones and made-up ones apart, then who is left out."""
    if printed_as_data([_row(one) for one in (*found.found, *found.made_up)], form):
        return
    names = [_told(one.name) for one in found.wanted]
    typer.echo(say("prospects.wanted", nodes=listed(names)))
    _searched(found)
    if not found.found and not found.made_up:
        typer.echo(say("prospects.none"))
    for group, made_up in ((found.found, False), (found.made_up, True)):
        if group:
            typer.echo("")
            typer.echo(say("prospects.made_up" if made_up else "prospects.title", count=len(group)))
            _list(group)
    _left_out(found)
    typer.echo(say("prospects.how"))


def brought(done: Brought, form: str) -> None:
    """How a table was understood, how many firms came of it, and what is to be mended."""
    header = done.header
    rows: list[dict[str, object]] = [
        {"header": one.header, "column": one.field.key if one.field else None, "how": one.how}
        for one in (header.headings if header else ())
    ]
    if printed_as_data(rows, form):
        return
    typer.echo(say("prospects.columns", file=done.table.name))
    lines = (
        (str(row["header"]), str(row["column"] or "—"), say(f"prospects.how.{row['how']}")) for row in rows
    )
    grid(("prospects.head.header", "prospects.head.column", "prospects.head.how"), lines)
    if done.indexed is None:
        typer.echo(say("prospects.only_look"))
        return
    typer.echo(say("prospects.indexed", count=done.indexed.firms, twice=done.indexed.twice))
    if done.indexed.without_header:
        typer.echo(say("prospects.no_header", sheets=listed(done.indexed.without_header)))
    if done.to_mend:
        typer.echo(say("prospects.to_mend", count=len(done.indexed.bad), file=done.to_mend.name))


def decided(what: str, firm: str) -> None:
    """That a no was entered, or taken back."""
    typer.echo(say(f"prospects.{what}", firm=firm))


def introduced(found: Introduced, form: str) -> None:
    """The chains of introductions, each hop with its evidence and age."""
    if printed_as_data([_chain_row(one) for one in found.chains], form):
        return
    if not found.chains:
        typer.echo(say("path.none", firm=found.firm, residents=found.residents))
        return
    typer.echo(say("path.title", firm=found.firm, count=len(found.chains)))
    for one in found.chains[:_MOST_CHAINS]:
        typer.echo(say("path.chain", names=" → ".join(one.names), strength=f"{one.strength:.2f}"))
        items(_hops(one))
    if len(found.chains) > _MOST_CHAINS:
        typer.echo(say("path.more", count=len(found.chains) - _MOST_CHAINS))
    typer.echo(say("path.how"))


def _list(group: Iterable[Prospect]) -> None:
    for at, one in enumerate(group, 1):
        candidate = one.candidate
        typer.echo(
            say(
                "prospects.line", at=at, firm=candidate.firm.name, node=_told(candidate.wanted.name),
                score=f"{one.score:.2f}", low=f"{one.low:.2f}", high=f"{one.high:.2f}",
            )
        )  # fmt: skip
        parts = "　".join(
            f"{_part_name(part.key)} "
            + (f"{part.value:.2f}" if part.value is not None else say("prospects.unknown"))
            for part in one.parts
        )
        items([parts])
        for key, told in (("why", one.why), ("why_not", one.why_not), ("open", one.unknown)):
            if told:
                items([say(f"prospects.{key}", reasons="；".join(map(_told, told)))])
        items([say("prospects.where", place=candidate.firm.place or "—", dated=candidate.firm.dated or "—")])


def _searched(found: Prospects) -> None:
    for name, dated in found.tables:
        typer.echo(say("prospects.table", name=name, dated=dated or say("prospects.undated")))
    if not found.tables:
        typer.echo(say("prospects.no_table"))


def _left_out(found: Prospects) -> None:
    counts = Counter(one.reason for one in found.left_out)
    if counts:
        typer.echo("")
        typer.echo(say("prospects.left_out"))
        items(say(f"prospects.out.{reason}", count=count) for reason, count in sorted(counts.items()))
        items(f"{one.firm}：{_told(one.says)}" for one in found.left_out if one.reason == "rejected")


def _row(one: Prospect) -> dict[str, object]:
    candidate = one.candidate
    introduction = candidate.introduction
    return {
        "firm": candidate.firm.name, "chain": candidate.wanted.chain, "node": candidate.wanted.node,
        "score": round(one.score, 4), "low": round(one.low, 4), "high": round(one.high, 4),
        "parts": {part.key: None if part.value is None else round(part.value, 4) for part in one.parts},
        "why": [_told(told) for told in one.why], "why_not": [_told(told) for told in one.why_not],
        "unknown": [_told(told) for told in one.unknown],
        "path": list(introduction.names) if introduction else [],
        "place": candidate.firm.place, "dated": candidate.firm.dated, "synthetic": one.is_made_up,
    }  # fmt: skip


def _chain_row(one: Introduction) -> dict[str, object]:
    return {
        "names": list(one.names), "strength": round(one.strength, 4),
        "links": [
            {"kind": link.kind, "strength": link.strength, "says": link.says, "where": link.where,
             "dated": link.dated, "fact": link.fact or None, "synthetic": link.synthetic}
            for link in one.links
        ],
    }  # fmt: skip


def _hops(one: Introduction) -> Iterable[str]:
    for link in one.links:
        kind = link_kinds()[link.kind]
        name = kind.zh if language() == "zh" else kind.en
        fact = f" {link.fact[:8]}" if link.fact else ""
        made_up = say("prospects.mark") if link.synthetic else ""
        yield say(
            "path.hop", one=link.one, other=link.other, kind=name, strength=f"{link.strength:.1f}",
            says=link.says, where=f"{link.where}{fact}", dated=link.dated or say("prospects.undated"),
        ) + made_up  # fmt: skip


def _part_name(key: str) -> str:
    kind = part_kinds()[key]
    return kind.zh if language() == "zh" else kind.en


def _told(both: Both) -> str:
    return both[1] if language() == "zh" else both[0]
