"""What kind of firm one is, by origin, capital and ownership as registers tell it; found by code or name."""

from collections.abc import Mapping

from bulian.assess.firms.crosstab import PLACES
from bulian.assess.firms.firm import Book, Firm
from bulian.resolve.credit_code import credit_code
from bulian.resolve.identities import Identities
from bulian.vocab.capital_places import seat_of
from bulian.vocab.ownership import ownership_of


def kinds_of(firm: Firm) -> dict[str, str]:
    """Its origin, "mainland" or "foreign" capital, and ownership, each only where a register tells.

    Capital goes by who controls, and where nobody tells that, by who invests first.
    """
    found: dict[str, str] = {"origin": firm.origin} if firm.origin else {}
    seats = (seat_of(note.text) for key in PLACES if (note := firm.first(key)))
    if seat := next((one for one in seats if one), None):
        found["capital"] = "mainland" if seat == "mainland" else "foreign"
    if (held := firm.first("ownership")) and (ownership := ownership_of(held.text)):
        found["ownership"] = ownership
    return found


class Finder:
    """Finds firms by credit code, then by name; nobody where the two point at different firms."""

    def __init__(self, book: Book, names: Identities) -> None:
        self._book, self._names = book, names
        self._codes: dict[str, Firm | None] = {}
        for firm in book.values():
            for code in {code for note in firm.told("credit") if (code := credit_code(note.text))}:
                # A code that stands beside two firms is neither's.
                self._codes[code] = None if code in self._codes else firm

    def find(self, code: str, name: str, *, synthetic: bool) -> Firm | None:
        """The firm; None where no register has it, or one of it and the question is made up."""
        by_code = self._codes.get(credit_code(code) or "")
        by_name = self._book.get(self._names.name_of(name)) if name else None
        if by_code and by_name and by_code is not by_name:
            return None
        found = by_code or by_name
        return found if found and found.synthetic is synthetic else None


def kinds_by(
    finder: Finder, asked: Mapping[str, tuple[str, str]], *, synthetic: bool
) -> dict[str, dict[str, str]]:
    """The kinds of the firms that are found, by the keys of `asked`: (credit code, name)."""
    firms = {key: finder.find(code, name, synthetic=synthetic) for key, (code, name) in asked.items()}
    return {key: kinds_of(firm) for key, firm in firms.items() if firm}
