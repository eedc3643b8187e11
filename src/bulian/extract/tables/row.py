"""A table's row as its labels make it understood."""

from dataclasses import dataclass

from bulian.extract.tables.period import When
from bulian.extract.tables.places import Place
from bulian.model.fact import Aspect, Modality
from bulian.model.place import HeaderCell
from bulian.vocab.units import Unit


@dataclass(frozen=True, slots=True)
class RowHead:
    """A row as its labels make it understood.

    Attributes:
        subject: the place, firm or industry it is about; None where its labels name none.
        phrase: what it measures, through its parents; "" where its labels are silent.
        whole: what it is a part of, "" where of nothing.
        units: of its unit cell or label. group_units: of a line above that holds for several rows.
        whens: of its labels, the nearest first.
        around: in a table by places what they are parts of: 全国, 全市; "" elsewhere.
        firm: the subject is a firm, project or park: a table's scope such as 规模以上工业 adds nothing.
    """

    row: int
    cells: tuple[HeaderCell, ...]
    subject: str | None = None
    phrase: str = ""
    whole: str = ""
    units: tuple[Unit, ...] = ()
    group_units: tuple[Unit, ...] = ()
    unit_cell: HeaderCell | None = None
    whens: tuple[When, ...] = ()
    aspect: Aspect | None = None
    basis: str | None = None
    amount: bool = False
    of_growth: bool = False
    modality: Modality | None = None
    goal: str = ""
    firm: bool = False
    synthetic: bool = False
    place: Place | None = None
    around: str = ""
