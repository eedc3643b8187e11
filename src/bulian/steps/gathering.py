"""What a workspace knows of firms, gathered once for the verbs that ask of clusters, ladders and firms."""

from dataclasses import dataclass

from bulian.assess.cluster.members import Act
from bulian.assess.firms.firm import Book, Firm, firms
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.handle import Ledger
from bulian.ledger.keeping import kept
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen, seen
from bulian.ledger.sources import columns, document
from bulian.model.document import Document
from bulian.model.stored import Source
from bulian.resolve.identities import Identities
from bulian.steps.identifying import identities_in
from bulian.vocab.reading_taxonomies import taxonomies
from bulian.vocab.taxonomy import Taxonomy

BOOK = "clusters"


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything the verbs on firms begin with.

    Attributes:
        book: every firm by its fullest name. names: who is who.
        acts: by taxonomy and cluster, what people decided of members, oldest first.
        year: the last year of which any firm's revenue is known, or the one asked for.
    """

    workspace: Workspace
    seen: Seen
    names: Identities
    book: Book
    taxonomies: dict[str, Taxonomy]
    acts: dict[tuple[str, str], tuple[Act, ...]]
    year: int

    def firm(self, name: str) -> Firm:
        """The firm of a name, of any of its names, or of the one name that holds it.

        Raises:
            BadRequest: there is none, or several.
        """
        whole = self.names.name_of(name)
        if whole in self.book:
            return self.book[whole]
        near = [one for one in self.book if name in one]
        if len(near) == 1:
            return self.book[near[0]]
        listed = "、".join(near[:8])
        if near:
            raise BadRequest(
                f"Several firms are called {name!r}: {listed}. Write the whole name.",
                f"“{name}”对得上好几家：{listed}。请写全名。",
            )
        raise BadRequest(
            f"There is no firm {name!r}; `bulian firms` lists what is known.",
            f"没有“{name}”这家企业；`bulian firms` 列出已知的企业。",
        )


def ground(workspace: Workspace, *, year: int | None = None, scope: Scope = NOW, now: str) -> Ground:
    """Gather what is known of firms within a scope.

    Args:
        year: the year asked for; None: the newest of which a firm's revenue is known.
        now: ISO 8601; the last year that was over by then, or by the scope's day, stands in where no revenue
            is known at all.

    Raises:
        BadRequest: a date is malformed. LedgerError: not built yet. VocabularyError: a file in clusters/ does
            not fit; names file and line.
    """
    with read_ledger(workspace.ledger) as ledger:
        found = seen(ledger, scope)
        names = identities_in(ledger, workspace.name)
        book = book_of(ledger, found, names)
    known = [years[-1] for firm in book.values() if (years := firm.years("revenue"))]
    asked = year if year is not None else max(known, default=_last_year(scope, now))
    acts = acts_of(workspace, names, scope)
    return Ground(workspace, found, names, book, taxonomies(workspace.clusters), acts, asked)


def _last_year(scope: Scope, now: str) -> int:
    asked = scope.as_of or scope.known_on
    day = last_day(asked) if asked else now[:10]
    return int(day[:4]) - (day[5:] != "12-31")


def book_of(ledger: Ledger, found: Seen, names: Identities) -> Book:
    """Every firm that the registers and facts within sight tell of."""
    return kept("book", lambda: firms(_tables(ledger, found.sources), found.facts, names), found, names)


def _tables(ledger: Ledger, sources: tuple[Source, ...]) -> list[tuple[Document, Source]]:
    return [(document(ledger, one.doc), one) for one in sources if columns(ledger, one.doc)]


def acts_of(
    workspace: Workspace, names: Identities, scope: Scope = NOW
) -> dict[tuple[str, str], tuple[Act, ...]]:
    """What people decided of members, by taxonomy and cluster; made by the day that `scope` knows of."""
    until = last_day(scope.known_on) if scope.known_on else "9999"
    found: dict[tuple[str, str], tuple[Act, ...]] = {}
    for entry in signing.read(workspace.journal, BOOK):
        told = entry.act
        try:
            firm = names.name_of(told["firm"])
            act = Act(told["cluster"], firm, told["what"], told["by"], told["at"], told["why"])
            key = (told["taxonomy"], act.cluster)
        except (KeyError, TypeError, AttributeError) as error:
            raise JournalError(
                f"journal/{BOOK}.jsonl, act {entry.seq} cannot be understood ({error}).",
                f"无法理解 journal/{BOOK}.jsonl 第 {entry.seq} 条记录（{error}）。",
            ) from error
        if act.at[:10] <= until:
            found[key] = (*found.get(key, ()), act)
    return found
