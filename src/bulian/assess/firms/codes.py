"""Unified social credit codes (统一社会信用代码) that the firm tables of the sources give."""

from collections import defaultdict
from collections.abc import Iterable

from bulian.assess.firms.register import notes
from bulian.ledger.handle import Ledger
from bulian.ledger.sources import document, headed
from bulian.model.stored import Source

_HEADER = "信用代码"


def codes_told(ledger: Ledger, sources: Iterable[Source]) -> dict[str, str]:
    """The code of each firm that these sources give one; a name with two codes has none.

    Made-up rows give none: they must not tie names of real firms. Whether a code is well formed is asked
    where it is used (`resolve/credit_code.py`).
    """
    there = headed(ledger, _HEADER)
    found: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        if source.doc in there:
            for name, note in notes(document(ledger, source.doc), source):
                if note.attribute == "credit" and not note.synthetic:
                    found[name].add(note.text)
    return {name: next(iter(codes)) for name, codes in sorted(found.items()) if len(codes) == 1}
