"""What `bulian match` prints."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import typer

from bulian.cli.printing import columns, items, listed, print_csv, section, to_json
from bulian.cli.say import language, say
from bulian.desk.telling import money
from bulian.errors import BadRequest
from bulian.plan.match.assigning import Floor
from bulian.plan.match.eligibility import Verdict
from bulian.plan.match.matched import Matched
from bulian.plan.match.matching import Matching
from bulian.publish.matching import rows
from bulian.publish.wording import Wording, wording
from bulian.vocab.match_words import first_word

_MOST, _FEW = 30, 10


def matched(found: Matched, month: str | None, form: str) -> None:
    """Who gets what, who does not and why, what was set aside, and how demands fared."""
    told, words = found.matching, wording(language())
    if form == "json":
        typer.echo(to_json(_whole(found, month), indent=1))
    elif form == "csv":
        print_csv([_pair(one, told) for one in told.verdicts])
    elif not found.demands or not told.products:
        if found.withheld:
            typer.echo(say("match.withheld", count=found.withheld))
        else:
            counts = {"demands": len(found.demands), "products": len(told.products)}
            typer.echo(say("match.nothing", **counts))
        section("match.wrongs", _wrongs(found))
    else:
        _head(found)
        _table("placed", rows.placed(told, words), words)
        _table("unfunded", rows.unfunded(told, words), words)
        _table("parity", rows.parity(told, words), words)
        _table("taken", rows.taken(found, words), words)
        _rest(found)
        _table("stages", rows.stages(found.funnel(month or ""), words) if found.reached else [], words)


def one(found: Matched, code: str, form: str) -> None:
    """Every pair of one demand or product, clause by clause."""
    told = found.matching
    if code in {each.code for each in told.without_consent}:
        raise BadRequest(
            f"{code} has given no consent, so it is in nobody's list.", f"{code} 没有有效授权，不进任何名单。"
        )
    if code in found.settled:
        raise BadRequest(
            f"{code} has been granted or paid, so it is matched no more.", f"{code} 已授信或放款，不再匹配。"
        )
    mine = [each for each in told.verdicts if code in (each.demand.code, each.product.code)]
    if not mine:
        raise BadRequest(f"there is no demand or product {code!r}.", f"没有编号为“{code}”的需求或产品。")
    if form == "json":
        typer.echo(to_json([_pair(each, told) for each in mine], indent=1))
    elif form == "csv":
        print_csv([_pair(each, told) for each in mine])
    else:
        words = wording(language())
        columns(rows.heads("pairs", words), rows.pairs(mine, words))


def written(path: Path, month: str) -> None:
    """That the monthly table lies there."""
    typer.echo(say("match.written", path=path, month=month))


def to_mend(paths: Sequence[Path]) -> None:
    """Where the rows to mend lie, on standard error, so that data stays data."""
    for path in paths:
        typer.echo(say("match.to_mend", path=path), err=True)
    if not paths:
        typer.echo(say("match.none_to_mend"), err=True)


def _head(found: Matched) -> None:
    told = found.matching
    answers = Counter(each.answer for each in told.verdicts)
    seal = say("match.seal") if found.synthetic else ""
    asked = sum((each.amount for each in told.demands if each.consents(told.on)), Decimal(0))
    typer.echo(
        say(
            "match.head", on=told.on.isoformat(), demands=len(told.demands) - len(told.without_consent),
            products=len(told.products), yes=answers["yes"], unknown=answers["unknown"], no=answers["no"],
            placed=len(told.assignment.placed), money=money(told.assignment.money, language()),
            asked=money(asked, language()), seal=seal,
        )
    )  # fmt: skip
    if told.without_consent:
        codes = listed([each.code for each in told.without_consent])
        typer.echo(say("match.no_consent", count=len(told.without_consent), codes=codes))
    if found.settled:
        typer.echo(say("match.settled", count=len(found.settled), codes=listed(found.settled)))
    if found.made_up:
        typer.echo(say("match.made_up", count=found.made_up))


def _rest(found: Matched) -> None:
    """Floors, blocking pairs, which clauses reject most, rows to mend."""
    told = found.matching
    best = told.assignment
    typer.echo(say("match.proved") if best.gap < 1e-9 else say("match.gap", gap=f"{best.gap:.2%}"))
    items(_floor(each) for each in best.floors)
    pairs = listed([f"{each.demand}–{each.product}" for each in told.blocking])
    typer.echo(say("match.blocking", count=len(told.blocking), pairs=pairs))
    alike = sum(each.alike for each in told.envies)
    pairs = listed([f"{each.demand}→{each.other}（{each.product}）" for each in told.envies[:_FEW]])
    typer.echo(say("match.envy", count=len(told.envies), alike=alike, pairs=pairs))
    section("match.clauses", _clauses(told.verdicts))
    section("match.wrongs", _wrongs(found))


def _clauses(verdicts: Sequence[Verdict]) -> list[str]:
    counts = Counter(clause for each in verdicts for clause in each.against)
    zh = language() == "zh"
    return [
        say("match.clause", name=clause.name[0 if zh else 1], count=count)
        for clause, count in counts.most_common(5)
    ]


def _floor(one: Floor) -> str:
    told = {"least": money(one.least, language()), "got": money(one.got, language())}
    return say("match.floor", group=first_word("attribute", one.group), **told)


def _wrongs(found: Matched) -> list[str]:
    words = wording(language())
    return [
        f"{place} {column}{words['match.colon']}{told}"
        for place, column, told in rows.rows_to_mend(found.wrongs, words)
    ]


def _table(key: str, lines: Sequence[tuple[str, ...]], words: Wording) -> None:
    if not lines:
        return
    typer.echo(say(f"match.title.{key}"))
    columns(rows.heads(key, words), lines[:_MOST])
    if len(lines) > _MOST:
        typer.echo(f"  {say('match.more', count=len(lines) - _MOST)}")


def _whole(found: Matched, month: str | None) -> dict[str, object]:
    told = found.matching
    return {
        "on": told.on.isoformat(), "synthetic": found.synthetic, "gap": told.assignment.gap,
        "without_consent": [each.code for each in told.without_consent],
        "pairs": [_pair(each, told) for each in told.verdicts],
        "unfunded": [
            {
                "demand": each.demand.code, "limit": each.limit, "product": each.product or None,
                "short": _number(each.short), "take_less": _number(each.take_less),
                "change": {
                    "field": each.change.field, "before": each.change.before, "after": each.change.after,
                    "opens": each.change.opens,
                } if each.change else None,
                "documents": [
                    {"ask": document.ask[0], "may_open": document.may_open} for document in each.documents
                ],
            }
            for each in told.unfunded
        ],
        "floors": [
            {"group": each.group, "least": _number(each.least), "got": _number(each.got)}
            for each in told.assignment.floors
        ],
        "blocking": [{"demand": each.demand, "product": each.product} for each in told.blocking],
        "envies": [
            {"demand": each.demand, "other": each.other, "product": each.product, "alike": each.alike}
            for each in told.envies
        ],
        "parity": [
            {
                "group": each.group, "said": each.said, "demands": each.demands, "funded": each.funded,
                "asked": _number(each.asked), "money": _number(each.money), "share": _number(each.share),
                "envious": each.envious,
            }
            for each in told.parity
        ],
        "taken": [
            {
                "group": each.group, "said": each.said, "demands": each.demands, "granted": each.granted,
                "money": _number(each.money),
            }
            for each in found.taken
        ],
        "funnel": [
            {
                "kind": each.kind or None, "step": each.step, "demands": each.demands,
                "money": _number(each.money), "days": each.days,
            }
            for each in found.funnel(month or "")
        ],
        "rows_to_mend": [
            {"place": each.place, "columns": each.columns, "zh": each.zh, "en": each.en, "kept": each.keeps}
            for several in found.wrongs.values()
            for each in several
        ],
    }  # fmt: skip


def _pair(one: Verdict, told: Matching) -> dict[str, object]:
    amounts = {(each.pair.demand, each.pair.product): each.amount for each in told.assignment.placed}
    return {
        "demand": one.demand.code, "firm": one.demand.firm, "product": one.product.code,
        "institution": one.product.institution, "answer": one.answer,
        "clauses": [clause.key for clause in one.deciding],
        "ask": [zh for zh, _ in one.asks],
        "amount": _number(amounts.get((one.demand.code, one.product.code))),
    }  # fmt: skip


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
