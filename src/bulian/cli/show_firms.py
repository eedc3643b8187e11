"""What `firms` and `sei` print."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import typer

from bulian.assess.datum import Datum
from bulian.assess.firms.coverage import Coverage
from bulian.assess.firms.crosstab import PLACES, Crosstab
from bulian.assess.firms.firm import Firm
from bulian.assess.firms.foreign_told import parts_told
from bulian.assess.firms.grouping import Grouped
from bulian.assess.ladder import titles
from bulian.assess.strategic import Counted, Share
from bulian.cli.printing import grid, items, listed, printed_as_data, section
from bulian.cli.say import language, say
from bulian.cli.show_cluster import amount, made_up, percent
from bulian.model.fact import number, value_text
from bulian.publish.computed import share_figure
from bulian.publish.numbers import figure_of
from bulian.publish.periods import period_words
from bulian.publish.wording import Wording, wording
from bulian.steps.profiling import Firms, Profile, StrategicShare
from bulian.vocab.capital_places import seat_of
from bulian.vocab.firm_attributes import Attribute, firm_attributes
from bulian.vocab.gbt4754 import gbt4754, lineage
from bulian.vocab.sei import sei_groups

_SHORT = 8


def _named(one: Attribute) -> str:
    return one.zh if language() == "zh" else one.en


def coverage(found: Firms, form: str) -> None:
    """What is known of how many firms, and how old it is; real and made-up firms apart."""
    rows = [_coverage_row(one, False) for one in found.coverage] + [
        _coverage_row(one, True) for one in found.made_up
    ]
    if printed_as_data(rows, form):
        return
    for synthetic, several, firms in (
        (False, found.coverage, found.real), (True, found.made_up, found.synthetic)
    ):  # fmt: skip
        typer.echo(say("firms.title", count=len(firms)) + made_up(synthetic))
        if firms:
            heads = ("attribute", "known", "newest", "stale", "missing")
            grid([f"firms.{head}" for head in heads], (_coverage_line(one) for one in several))
            typer.echo("")
    typer.echo(say("firms.how"))


def counted_by(found: Iterable[Grouped], form: str) -> None:
    """How many firms there are by an attribute and by section of industry; the names behind each count."""
    tables = [(one.synthetic, one.counted) for one in found]
    rows: list[dict[str, object]] = [
        {
            table.attribute: says or None, **_seat(table, says), "section": section or None,
            "synthetic": made, "firms": [firm.name for firm in firms],
        }
        for made, table in tables
        for (says, section), firms in table.cells.items()
    ]  # fmt: skip
    if printed_as_data(rows, form):
        return
    for made, table in tables:
        what = _named(firm_attributes()[table.attribute])
        typer.echo(say("firms.by", what=what, count=len(table.of())) + made_up(made))
        grid(
            ("firms.value", "firms.section", "firms.count", "firms.names"),
            (
                _cell_line(says, section, table.of(says, section))
                for says in table.said
                for section in table.sections
                if table.of(says, section)
            ),
        )
        if table.gone:
            gone = listed([one.name for one in table.gone])
            typer.echo(say("firms.gone", count=len(table.gone), names=gone))
        if table.attribute in PLACES:
            _foreign(table)


def _seat(table: Crosstab, says: str) -> dict[str, object]:
    return {"seat": seat_of(says)} if table.attribute in PLACES else {}


def _foreign(table: Crosstab) -> None:
    """Foreign capital with Hong Kong, Macao and Taiwan in; Hong Kong, and what nobody tells, apart."""
    foreign, told = len(table.foreign), sum(1 for says in table.said for _ in table.of(says) if seat_of(says))
    hong_kong = len(table.seated("hong_kong"))
    typer.echo(
        say(
            "firms.foreign", foreign=foreign, hong_kong=hong_kong,
            share=percent(Decimal(hong_kong) / foreign if foreign else None),
            others=len(table.seated("abroad")), unknown=len(table.of()) - told,
        )
    )  # fmt: skip


def told_of_foreign(told: Sequence[Datum]) -> None:
    """What documents print of foreign firms; a printed share beside what its two numbers come to."""
    words = wording(language())

    def line(one: Datum) -> str:
        period = period_words(one.fact.period, words) if one.fact.period else words["mark.undated"]
        parts = parts_told(one, told)
        again = say("firms.again", share=share_figure(*parts, words, like=one).text) if parts else ""
        return f"{one.indicator} {figure_of(one, words).whole}（{period}）{again} {one.id[:_SHORT]}"

    section("firms.told", (line(one) for one in told))


def _cell_line(says: str, section: str, firms: Sequence[Firm]) -> tuple[str, ...]:
    unknown = say("firms.not_known")
    industry = f"{section} {gbt4754()[section].name}" if section else unknown
    return says or unknown, industry, str(len(firms)), listed([one.name for one in firms])


def profile(found: Profile, form: str) -> None:
    """All that is known of one firm, attribute by attribute, each with its year and place."""
    rows = list(_profile_rows(found.firm))
    if printed_as_data(rows, form):
        return
    firm = found.firm
    typer.echo(firm.name + made_up(firm.synthetic))
    if found.group:
        typer.echo(say("firms.group", group=found.group))
    if firm.industry:
        typer.echo(" < ".join(f"{step.code} {step.name}" for step in lineage(firm.industry.code)))
    heads = ("attribute", "year", "value", "from")
    grid([f"firms.{head}" for head in heads], _profile_lines(firm))
    _further(firm)
    known = {str(row["attribute"]) for row in rows}
    missing = [_named(one) for key, one in firm_attributes().items() if one.stale_after and key not in known]
    if missing:
        typer.echo(say("firms.unknown", names=listed(missing)))


def strategic(found: StrategicShare, form: str) -> None:
    """The share with numerator, denominator and scope, and the list of firms behind them."""
    rows = [_counted_row(one) for _, share in found.shares for one in share.counted]
    if printed_as_data(rows, form):
        return
    lines = sum(map(len, found.table.values()))
    typer.echo(say("sei.title", year=found.ground.year, file=found.file.name, lines=lines))
    for synthetic, share in found.shares:
        _share(share, synthetic)


def _coverage_line(one: Coverage) -> tuple[str, ...]:
    all_of = len(one.known) + len(one.unknown)
    years = [(year, count) for year, count in one.years if year is not None]
    newest = f"{years[-1][0]}" if years else "—"
    missing = listed(one.unknown[:3]) + ("…" if len(one.unknown) > 3 else "") if one.unknown else ""
    return (
        _named(one.attribute), say("firms.of", known=len(one.known), all=all_of), newest,
        str(len(one.stale)) if one.attribute.stale_after is not None else "—", missing,
    )  # fmt: skip


def _coverage_row(one: Coverage, synthetic: bool) -> dict[str, object]:
    return {
        "attribute": one.attribute.key, "synthetic": synthetic, "known": len(one.known),
        "unknown": list(one.unknown), "stale": list(one.stale),
        "years": {str(year): count for year, count in one.years},
    }  # fmt: skip


def _profile_lines(firm: Firm) -> Iterable[tuple[str, ...]]:
    previous = ""
    for row in _profile_rows(firm):
        name = _named(firm_attributes()[str(row["attribute"])])
        yield name if name != previous else "", str(row["year"] or "—"), str(row["text"]), str(row["place"])
        previous = name


def _further(firm: Firm) -> None:
    """What is worked out, and what else documents say of the firm."""
    words = wording(language())
    rates = [(year, rate) for year in firm.years("rd") if (rate := firm.intensity(year)) is not None]
    for year, rate in reversed(rates):
        typer.echo(say("firms.intensity", year=year, rate=percent(rate)))
    others = [one for one in firm.others if "产品收入" not in one.indicator]
    if others:
        typer.echo(say("firms.others"))
        items(_other(one, firm, words) for one in others)


def _other(one: Datum, firm: Firm, words: Wording) -> str:
    when = period_words(one.fact.period, words) if one.fact.period else words["mark.undated"]
    growth = one.fact.aspect == "growth"
    base = say("firms.no_base") if growth and not firm.has_base(one) else ""
    name = one.indicator + (say("revisions.growth") if growth else "")
    return f"{name} {figure_of(one, words).whole}（{when}）〔{one.id[:_SHORT]} {one.source.name}〕{base}"


def _profile_rows(firm: Firm) -> Iterable[dict[str, object]]:
    words = wording(language())
    for key, attribute in firm_attributes().items():
        if key in ("name", "nature", "granted_on", "valid_to", "grantor", "title"):
            continue
        if attribute.kind == "text":
            for note in firm.told(key):
                yield {
                    "firm": firm.name, "attribute": key, "year": note.year, "text": note.text,
                    "place": note.place, "fact": None, "synthetic": note.synthetic,
                }  # fmt: skip
            continue
        for year in reversed(firm.years(key)):
            if datum := firm.number(key, year):
                place = f"{datum.id[:_SHORT]} {datum.source.name}"
                yield {
                    "firm": firm.name, "attribute": key, "year": year, "text": figure_of(datum, words).whole,
                    "place": place, "fact": datum.id, "value": number(datum.value), "unit": datum.fact.unit,
                    "synthetic": datum.synthetic,
                }  # fmt: skip
    for held in titles(firm):
        until = held.until or say("firms.no_end")
        yield {
            "firm": firm.name, "attribute": "title", "year": (held.since or "")[:4] or None,
            "text": f"{held.says}（{held.since or '—'} → {until}）",
            "place": held.place or listed([fact[:_SHORT] for fact in held.facts]),
            "fact": next(iter(held.facts), None), "synthetic": firm.synthetic,
        }  # fmt: skip


def _share(share: Share, synthetic: bool) -> None:
    bounds = share.bounds
    mark = made_up(synthetic)
    if bounds is None:
        typer.echo(say("sei.nothing", without=len(share.without)) + mark)
        return
    low, high = bounds
    told = percent(low) if low == high else say("sei.between", low=percent(low), high=percent(high))
    typer.echo(say("sei.share", share=told, what=_named(firm_attributes()[share.attribute])) + mark)
    firms = len(share.counted)
    items(
        [
            say("sei.numerator", value=amount(share.numerator)),
            say("sei.unknown", value=amount(share.unknown)),
            say(
                "sei.denominator",
                value=amount(share.denominator),
                firms=firms,
                all=firms + len(share.without),
            ),
        ]
    )
    heads = ("firm", "code", "number", "strategic", "open", "why")
    grid([f"sei.{head}" for head in heads], (_counted_line(one) for one in share.counted))


def _counted_line(one: Counted) -> tuple[str, ...]:
    code = one.firm.industry
    groups = [f"{group} {sei_groups().get('.'.join(group.split('.')[:2]), '')}" for group in one.groups]
    why = say(f"sei.why.{one.why}") + (f"：{listed(groups)}" if groups else "")
    return (
        one.firm.name, f"{code.code} {code.name}" if code else "—",
        figure_of(one.number, wording(language())).whole, amount(one.strategic) if one.strategic else "0",
        amount(one.unknown) if one.unknown else "0", why,
    )  # fmt: skip


def _counted_row(one: Counted) -> dict[str, object]:
    return {
        "firm": one.firm.name, "synthetic": one.firm.synthetic,
        "code": one.firm.industry.code if one.firm.industry else None, "number": number(one.number.value),
        "strategic": value_text(one.strategic), "unknown": value_text(one.unknown), "why": one.why,
        "groups": list(one.groups), "facts": [one.number.id, *(datum.id for datum in one.products)],
    }  # fmt: skip
