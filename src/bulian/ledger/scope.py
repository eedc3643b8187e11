"""What a person asks to be shown: as of which day, as known on which day, and only what may leave the house.

Every verb that shows facts asks for them here, so that `--as-of`, `--known-on` and `--public` mean the same
everywhere, and nobody forgets to say what was left out.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bulian.ledger import query
from bulian.ledger.handle import Ledger
from bulian.ledger.keeping import kept
from bulian.ledger.query import EVERYTHING, FactQuery
from bulian.model.document import Access
from bulian.model.stored import Judgement, Source, Sourced


@dataclass(frozen=True, slots=True)
class Scope:
    """What is shown; the default is all that is in force now.

    Attributes:
        as_of: only documents published by the end of this day, month or year; one without a date counts from
            the day it was recorded.
        known_on: only what had been recorded by then, with the judgements made until then.
        public: only what rests on public sources; the rest is counted and left out.
    """

    as_of: str | None = None
    known_on: str | None = None
    public: bool = False


NOW = Scope()
_NOBODY = "—"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a scope lets through.

    Attributes:
        facts: those that may be shown, in the order of `query.facts`.
        sources: the documents that may be named, also those without a fact, by name.
        withheld: what `public` leaves out. To be counted and told (`by_access`), never to be shown.
        withheld_sources: the documents left out, likewise.
    """

    scope: Scope
    facts: tuple[Sourced, ...]
    sources: tuple[Source, ...]
    withheld: tuple[Sourced, ...] = ()
    withheld_sources: tuple[Source, ...] = ()


def seen(ledger: Ledger, scope: Scope = NOW, asked: FactQuery = EVERYTHING) -> Seen:
    """The facts that fit `asked` and the documents behind the ledger, as far as `scope` reaches.

    The dates of `scope` are used in place of those in `asked`.

    Raises:
        BadRequest: a date is malformed.
    """
    return kept(("seen", ledger.path, scope, asked), lambda: _seen(ledger, scope, asked))


def _seen(ledger: Ledger, scope: Scope, asked: FactQuery) -> Seen:
    whole = replace(asked, as_of=scope.as_of, known_on=scope.known_on)
    facts, sources = query.facts(ledger, whole), query.documents(ledger, whole)
    if not scope.public:
        return Seen(scope, tuple(facts), tuple(sources))
    return Seen(
        scope,
        facts=tuple(_unsigned(one) for one in facts if is_public(one.source)),
        sources=tuple(one for one in sources if is_public(one)),
        withheld=tuple(one for one in facts if not is_public(one.source)),
        withheld_sources=tuple(one for one in sources if not is_public(one)),
    )


def _unsigned(one: Sourced) -> Sourced:
    """Who judged a fact, and why, stays in the house; that it was judged does not."""
    return replace(one, judgement=unsigned(one.judgement)) if one.judgement else one


def unsigned(judgement: Judgement) -> Judgement:
    """The judgement without its name and reason."""
    return replace(judgement, by=_NOBODY, why=_NOBODY)


def is_public(source: Source) -> bool:
    """Whether what a source says may leave the house; one that says nothing of it is internal."""
    return source.access == "public"


def by_access(withheld: Iterable[Sourced]) -> dict[Access, int]:
    """How many facts were left out, by the access of their sources."""
    return dict(sorted(Counter(one.source.access for one in withheld).items()))
