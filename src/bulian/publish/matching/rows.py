"""A matching as rows of text, for the terminal, the workbook and the page alike."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bulian.desk.telling import money, shown
from bulian.plan.match.changing import Change, Document
from bulian.plan.match.contradictions import Wrong
from bulian.plan.match.eligibility import Verdict
from bulian.plan.match.fairness import GROUPINGS, Met
from bulian.plan.match.funnel import Stage
from bulian.plan.match.matched import Matched
from bulian.plan.match.matching import Matching
from bulian.plan.match.nouns import Demand, Product
from bulian.plan.match.unfunded import Unfunded
from bulian.publish.wording import Wording, filled
from bulian.vocab.match_clauses import Clause
from bulian.vocab.match_words import first_word
from bulian.vocab.registers import register

Line = tuple[str, ...]


def heads(key: str, words: Wording) -> Line:
    """The heads of a table."""
    return tuple(words[f"match_heads.{key}"].split("|"))


def placed(told: Matching, words: Wording) -> list[Line]:
    """Who gets how much from whom, on which terms."""
    found: list[Line] = []
    for one in told.assignment.placed:
        product = told.product(one.pair.product)
        terms = _rates(product, words), _field(product, "products", "days", words)
        found.append(
            (
                one.pair.demand, told.demand(one.pair.demand).firm, product.code, _offered(product),
                money(one.amount, words.lang), *terms,
            )
        )  # fmt: skip
    return found


def unfunded(told: Matching, words: Wording) -> list[Line]:
    """Who gets nothing, why, and what would help."""
    return [
        (
            one.demand.code, one.demand.firm, money(one.demand.amount, words.lang), why(one, words),
            helps(one, words), "；".join(_document(each, words) for each in one.documents[:2]),
        )
        for one in told.unfunded
    ]  # fmt: skip


def pairs(verdicts: Sequence[Verdict], words: Wording) -> list[Line]:
    """Every pair with its answer, the clauses that it rests on, and what to ask for."""
    return [
        (
            one.demand.code, one.demand.firm, one.product.code, _offered(one.product),
            words[f"match.{one.answer}"],
            "；".join(clause_told(clause, one, words) for clause in one.deciding),
            words["match.and"].join(_of(ask, words) for ask in one.asks),
        )
        for one in verdicts
    ]  # fmt: skip


def clause_told(clause: Clause, verdict: Verdict, words: Wording) -> str:
    """A clause with what both sides say."""
    wanted = _field(verdict.demand, "demands", clause.field, words) if clause.field else ""
    told = [_field(verdict.product, "products", column, words) for column in clause.columns]
    offered = "–".join(text for text in told if text)
    silent = words["match.silent"]
    both = filled(words["match.both"], wanted=wanted or silent, offered=offered or silent)
    return f"{_of(clause.name, words)}{both}"


def parity(told: Matching, words: Wording) -> list[Line]:
    """How much of demand is met, group by group."""
    return [
        (
            group_name(one.group, words), words[f"match_said.{one.said}"], str(one.demands),
            str(one.funded), money(one.asked, words.lang), money(one.money, words.lang), met(one),
            str(one.envious),
        )
        for one in told.parity
    ]  # fmt: skip


def taken(found: Matched, words: Wording) -> list[Line]:
    """What was granted and paid so far, group by group."""
    return [
        (
            group_name(one.group, words), words[f"match_said.{one.said}"], str(one.demands),
            str(one.granted), money(one.money, words.lang),
        )
        for one in found.taken
    ]  # fmt: skip


def group_name(group: str, words: Wording) -> str:
    """What a group is called: an attribute that firms say of themselves, or one that registers tell."""
    return words[f"match_group.{group}"] if group in GROUPINGS else first_word("attribute", group)


def met(one: Met) -> str:
    """What a group gets of what it asks, in percent."""
    return "—" if one.share is None else f"{one.share:.1%}"


def why(one: Unfunded, words: Wording) -> str:
    """The limit that binds."""
    short = money(one.short, words.lang) if one.short is not None else ""
    return filled(words[f"match_limit.{one.limit}"], product=one.product, short=short)


def helps(one: Unfunded, words: Wording) -> str:
    """The one change that would help most."""
    if one.take_less is not None:
        return filled(words["match.take_less"], amount=money(one.take_less, words.lang))
    return _change(one.change, words) if one.change else ""


def rows_to_mend(wrongs: Mapping[str, Sequence[Wrong]], words: Wording) -> list[Line]:
    """Rows set aside or told of: where, in which columns, what is wrong."""
    return [
        (one.place, words["match.and"].join(_column(kind, key, words) for key in one.columns),
         one.zh if words.lang == "zh" else one.en)
        for kind, several in wrongs.items()
        for one in several
    ]  # fmt: skip


def stages(found: Sequence[Stage], words: Wording) -> list[Line]:
    """The funnel of all time or of one month."""
    return [
        (*_of_step(one, words), str(one.demands), money(one.money, words.lang), _span(one)) for one in found
    ]


def monthly(month: Sequence[Stage], whole: Sequence[Stage], words: Wording) -> list[Line]:
    """The funnel of a month beside that of all time."""
    of_month = {(one.kind, one.step): one for one in month}
    found: list[Line] = []
    for one in whole:
        part = of_month.get((one.kind, one.step))
        count, amount = (part.demands, part.money) if part else (0, Decimal(0))
        found.append(
            (
                *_of_step(one, words), str(count), money(amount, words.lang), str(one.demands),
                money(one.money, words.lang), _span(one),
            )
        )  # fmt: skip
    return found


def _change(change: Change, words: Wording) -> str:
    field = register("demands").field(change.field)
    lang = words.lang
    before = shown(field, change.before, lang)
    return filled(
        words["match.change" if before else "match.no_before"], field=field.zh if lang == "zh" else field.en,
        before=before, after=shown(field, change.after, lang), count=str(len(change.opens)),
        products=words["match.and"].join(change.opens),
    )  # fmt: skip


def _document(one: Document, words: Wording) -> str:
    may = filled(
        words["match.may"], count=str(len(one.may_open)), products=words["match.and"].join(one.may_open)
    )
    return f"{_of(one.ask, words)}{words['match.colon']}{may}"


def _of_step(one: Stage, words: Wording) -> Line:
    return words[f"match_kind.{one.kind or 'all'}"], words[f"match_step.{one.step}"]


def _span(one: Stage) -> str:
    return "" if one.days is None else f"{one.days:g}"


def _offered(product: Product) -> str:
    return f"{product.institution} {product.name}".strip()


def _rates(product: Product, words: Wording) -> str:
    told = [_field(product, "products", column, words) for column in ("rate_low", "rate_high")]
    if all(told) and told[0] != told[1]:
        return filled(words["match.rate"], low=told[0], high=told[1])
    return told[1] or told[0]


def _field(one: Demand | Product, kind: str, column: str, words: Wording) -> str:
    return shown(register(kind).field(column), one.get(column), words.lang)


def _column(kind: str, key: str, words: Wording) -> str:
    field = register(kind).field(key)
    return field.zh if words.lang == "zh" else field.en


def _of(pair: tuple[str, str], words: Wording) -> str:
    return pair[0] if words.lang == "zh" else pair[1]
