"""Where a rule matched, and who may act there: what the finders of agents share."""

from typing import NamedTuple

from bulian.extract.segments import Paragraph, Sentence


class Agent(NamedTuple):
    """The subject of a clause: its canonical name, its kind, and where it is named (None: only implied)."""

    name: str
    kind: str
    start: int | None = None


class Spot(NamedTuple):
    """Where a rule matched: paragraph, sentence, and the number of the clause within it."""

    paragraph: Paragraph
    sentence: Sentence
    clause: int
