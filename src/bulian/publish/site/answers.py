"""What pages ask beyond the facts: targets, chains, clusters, checks, evaluations, each worked out once."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from bulian.assess.check import Checked
from bulian.assess.composition import By
from bulian.assess.concentration import Concentration
from bulian.assess.datum import Datum
from bulian.assess.dependence import Dependence
from bulian.assess.evaluate.evaluation import Evaluation
from bulian.assess.firms.grouping import Grouped
from bulian.assess.followed import Followed
from bulian.assess.restructuring import Restructuring
from bulian.assess.scorecard import Scorecard
from bulian.assess.tracking import Tracked
from bulian.chain.leading import Leader, leaders
from bulian.chain.losing import Losses, losses
from bulian.chain.view import ChainView
from bulian.desk.notes import Note
from bulian.ledger.handle import Ledger
from bulian.ledger.keeping import Answered, keeping, kept
from bulian.ledger.readers import Notice, read_otherwise
from bulian.ledger.runs import Changes
from bulian.plan.introducing import Introduction
from bulian.plan.leaving import Leaving, Standing
from bulian.plan.match.matched import Matched
from bulian.plan.opportunity.found import Opportunities
from bulian.plan.prospecting import Prospects
from bulian.publish.project_sheet import Sheet
from bulian.publish.site.ground import Ground
from bulian.resolve.township_areas import TownshipAreas
from bulian.vocab.io_table import IoTable
from bulian.vocab.taxonomy import Cluster
from bulian.vocab.template import Template

if TYPE_CHECKING:
    from bulian.publish.site.desk import DeskView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clustered:
    """A cluster of the taxonomy in force: who is in it, and what documents say of it themselves.

    Attributes:
        firms: the real ones; made_up: those of made-up rows.
    """

    cluster: Cluster
    firms: tuple[str, ...]
    made_up: tuple[str, ...]
    stated: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Economy:
    """The clusters of a district by the taxonomy in force, and the firms it leans on.

    Attributes:
        zh, en: what the taxonomy is called; "" where the workspace has none.
    """

    zh: str
    en: str
    clusters: tuple[Clustered, ...]
    dependences: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """An official method applied to all of whom its numbers are known; `trouble` (en, zh) where nobody is."""

    template: Template
    evaluations: tuple[Evaluation, ...]
    trouble: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """Of what one measure consists, by industry or by firm, the oldest year first, and what moved between."""

    by: By
    measure: str
    synthetic: bool
    years: tuple[Concentration, ...]
    changes: tuple[Restructuring, ...]


@dataclass(frozen=True, slots=True)
class FirmGroups:
    """Firms by each attribute by which they are counted, in the last `year` of which a revenue is known."""

    year: int
    by: Mapping[str, tuple[Grouped, ...]]


@dataclass(frozen=True, slots=True)
class Standings:
    """How the sectors of an input–output table stand, those whose loss would take most first."""

    table: IoTable
    sectors: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """How each answer is found; every one reads the workspace when called."""

    ground: Callable[[], Ground]
    follow: Callable[[], Followed]
    view: Callable[[], tuple[ChainView, ...]]
    check: Callable[[], Checked]
    apply: Callable[[], tuple[Applied, ...]]
    economy: Callable[[], Economy]
    shapes: Callable[[], tuple[Shape, ...]]
    firms: Callable[[], FirmGroups]
    monitor: Callable[[], Scorecard | None]
    changes: Callable[[], Changes | None]
    match: Callable[[], Matched]
    mend: Callable[[Matched, str], tuple[str, bytes]]
    desk: "Callable[[], DeskView]"
    week: Callable[[str, str], Note]
    achieve: Callable[[str, str], Note]
    prospects: Callable[[str | None], Prospects]
    introduce: Callable[[str], tuple[Introduction, ...]]
    opportunities: Callable[[], Opportunities]
    stand: Callable[[], Standings]
    leave: Callable[[str, float], Leaving]
    townships: Callable[[], TownshipAreas]
    sheet: Callable[[str], Sheet]


_ENTERED = ("desk", "matched")
"""What reads the registers of the desk and little else; so do the prospects, which are kept by name."""


class Answers:
    """Worked out when the first page asks, kept until the ledger, the journal or the day changes."""

    def __init__(self, asks: Asks) -> None:
        self._asks = asks
        self._answered: Answered = {}
        self._prospects: dict[str | None, Prospects] = {}

    def beside(self) -> "Answers":
        """The same answers for a workspace in which only rows were entered: what reads them is asked anew."""
        other = Answers(self._asks)
        other._answered = self._answered
        told = {name: answer for name, answer in vars(self).items() if not name.startswith("_")}
        vars(other).update({name: answer for name, answer in told.items() if name not in _ENTERED})
        return other

    def _ask(self, ask: Callable[[], T]) -> T:
        """What several answers rest on is read from the ledger once for all of them."""
        with keeping(self._answered):
            return ask()

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What a page works out of the answers alone, kept with them."""
        return self._ask(lambda: kept(key, make))

    def read_otherwise(self, ledger: Ledger) -> tuple[Notice, ...]:
        """Which documents the rules of another version read."""
        return self.once("read otherwise", lambda: read_otherwise(ledger))

    @cached_property
    def ground(self) -> Ground:
        """What was assessed of all facts."""
        return self._ask(self._asks.ground)

    @cached_property
    def followed(self) -> Followed:
        """Every target, the district's own first."""
        return self._ask(self._asks.follow)

    @cached_property
    def chains(self) -> tuple[ChainView, ...]:
        """Every chain of the catalogue, in its order."""
        return self._ask(self._asks.view)

    def leaders(self, view: ChainView) -> tuple[Leader, ...]:
        """Who leads one of the chains."""
        return self.once(
            ("leaders", view.chain.id),
            lambda: leaders(view.graph, view.states, view.told, view.seen.facts, view.who),
        )

    def losses(self, view: ChainView) -> Losses:
        """What the loss of each firm and node of one of the chains does."""
        return self.once(("losses", view.chain.id), lambda: losses(view.graph, view.states, view.unplaced))

    @cached_property
    def checked(self) -> Checked:
        """Whether the numbers add up."""
        return self._ask(self._asks.check)

    @cached_property
    def applied(self) -> tuple[Applied, ...]:
        """Every official method, by key."""
        return self._ask(self._asks.apply)

    @cached_property
    def economy(self) -> Economy:
        """The clusters, and the firms that are a large part of the whole."""
        return self._ask(self._asks.economy)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """Structure over the years, what is real first, by industry before by firm."""
        return self._ask(self._asks.shapes)

    @cached_property
    def firms(self) -> FirmGroups:
        """Firms by where they, their owners and their investors come from, by size and so on."""
        return self._ask(self._asks.firms)

    @cached_property
    def scorecard(self) -> Scorecard | None:
        """The gauges in force; None where nothing dated is known of what they watch."""
        return self._ask(self._asks.monitor)

    @cached_property
    def townships(self) -> TownshipAreas:
        """The townships, with outlines where the workspace holds them."""
        return self._ask(self._asks.townships)

    @cached_property
    def changes(self) -> Changes | None:
        """What the last build did; None before the first."""
        return self._ask(self._asks.changes)

    @cached_property
    def matched(self) -> Matched:
        """Demands for money matched with products, as the desk has them."""
        return self._ask(self._asks.match)

    def to_mend(self, register: str) -> tuple[str, bytes]:
        """The rows of a register that were refused when money was matched, as a file: its name, its bytes.

        Raises:
            BadRequest: no row of it was.
        """
        return self._asks.mend(self.matched, register)

    @cached_property
    def desk(self) -> "DeskView":
        """Registers, projects, what is due, directions."""
        return self._ask(self._asks.desk)

    def week(self, chain: str, on: str) -> Note:
        """The note of the seven days that end with a day ("" for today), of a chain or "" for all.

        Raises:
            BadRequest: a malformed date.
        """
        return self._asks.week(chain, on)

    def achievements(self, chain: str, period: str) -> Note:
        """What was achieved in a day, month, quarter or year, by dated evidence.

        Raises:
            BadRequest: the period is none.
        """
        return self._asks.achieve(chain, period)

    def prospects(self, name: str | None) -> Prospects:
        """Whom to attract for a node or chain, or for the gaps of all chains.

        Raises:
            BadRequest: there is no such node or chain.
        """
        if name not in self._prospects:
            self._prospects[name] = self._ask(lambda: self._asks.prospects(name))
        return self._prospects[name]

    def introductions(self, firm: str) -> tuple[Introduction, ...]:
        """Who here can introduce us to a firm, the strongest chain first.

        Raises:
            BadRequest: neither a document nor an outside table knows the firm.
        """
        return self._ask(lambda: self._asks.introduce(firm))

    def sheet(self, project: str) -> Sheet:
        """What the sheet of a project package is made from.

        Raises:
            BadRequest: there is no such package.
        """
        return self._ask(lambda: self._asks.sheet(project))

    @cached_property
    def opportunities(self) -> Opportunities:
        """What the district could attract next."""
        return self._ask(self._asks.opportunities)

    def target(self, target_id: str) -> Tracked | None:
        """The target with this id; None where there is none."""
        return next((one for one in self.followed.tracked if one.id == target_id), None)

    def chain(self, chain_id: str) -> ChainView | None:
        """The chain with this id; None where there is none."""
        return next((one for one in self.chains if one.chain.id == chain_id), None)

    def method(self, key: str) -> Applied | None:
        """The method with this key; None where there is none."""
        return next((one for one in self.applied if one.template.key == key), None)

    @cached_property
    def standings(self) -> Standings:
        """What the loss of each sector would take from the nation."""
        return self._ask(self._asks.stand)

    def leaving(self, sector: str, share: float) -> Leaving:
        """What goes when a share of a sector leaves the innermost area of which totals are known.

        Raises:
            BadRequest: there is no such sector, or the share lies outside 0 to 1.
            VocabularyError: a file of the district does not fit.
        """
        return self._ask(lambda: self._asks.leave(sector, share))
