"""A register of full names, indexed: which of a million a name may be, without comparing it with all.

A block is the names that share a key: brand with trade, brand, the first three characters of both, or the
first characters of brand and of trade (宝钢). Keys are hashed (CRC-32) and sorted, so that an index costs
sixteen bytes a name; a collision only brings a candidate that its clues rule out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from bulian.extract.fold import fold
from bulian.resolve.abbreviation import abbreviates
from bulian.resolve.firm_name import FirmName, readings
from bulian.resolve.folding import plain
from bulian.resolve.population import count_bearers, expected

if TYPE_CHECKING:
    import numpy as np

KINDS = ("core", "brand", "head", "initials")
_HEAD = 3
_MANY = 64


@dataclass(frozen=True, slots=True)
class Register:
    """Full names and the index to them; also the population that names are told apart from.

    Attributes:
        names: as `plain` writes them.
        order, hashes: by kind of key, the rows sorted by hash, and the hashes so sorted.
        unseen: 0 for a register that is complete; see `Population`.
    """

    names: Sequence[str] = field(repr=False)
    order: Mapping[str, "np.ndarray"] = field(repr=False)
    hashes: Mapping[str, "np.ndarray"] = field(repr=False)
    unseen: float = 1.0

    def block(self, kind: str, key: str) -> "np.ndarray":
        """The rows whose key of this kind is `key`."""
        import numpy as np

        hashes, hashed = self.hashes[kind], np.uint32(crc32(key.encode()))
        first = hashes.searchsorted(hashed, "left")
        return self.order[kind][first : hashes.searchsorted(hashed, "right")]

    def others(self, brand: str, trade: str, codes: tuple[str, ...]) -> float:
        """As `Population.others`; a brand that very many bear is counted by its hash alone."""
        rows = self.block("core", brand + trade) if trade and trade != "group" else self.block("brand", brand)
        known = len(rows)
        if known <= _MANY:
            found = [readings(self.names[row])[0] for row in rows.tolist()]
            bearers = {(one.line, one.codes) for one in found if one.brand == brand}
            known = count_bearers(sorted(bearers), trade, codes)
        return max(known - 1, 0) + expected(brand, trade, self.unseen)

    def others_abbreviated(self, short: str) -> float:
        """As `Population.others_abbreviated`, among names whose brand and trade begin with its characters."""
        rows = self.block("initials", short[:2])[:_MANY]
        known = sum(
            abbreviates(short, one.core) for row in rows.tolist() for one in readings(self.names[row])[:1]
        )
        known += len(self.block("core", short))
        return max(known - 1, 0) + expected(f"~{min(len(short), 4)}", "", self.unseen)

    def others_ending(self, brand: str) -> float:
        """Brands are not indexed by their ends: only what our data does not know is counted."""
        return expected(brand, "", self.unseen)


def plain_names(names: Iterable[str]) -> list[str]:
    """Every name as `plain` writes it; folded together, which is many times faster than one by one."""
    given = list(names)
    folded = fold("\n".join(given)).split("\n")
    if len(folded) != len(given):  # a name holds a line break itself
        return [plain(name) for name in given]
    return ["".join(name.split()).strip("“”‘’\"'") for name in folded]


def keys_of(names: Sequence[str]) -> "np.ndarray":
    """The hashed keys of names that `plain` wrote: a row a kind, a column a name."""
    import numpy as np

    hashed = [[crc32(key.encode()) for key in _keys(readings(name)[0])] for name in names]
    return np.array(hashed, dtype=np.uint32).reshape(len(names), len(KINDS)).T


def _keys(name: FirmName) -> tuple[str, str, str, str]:
    core = name.brand + name.trade
    return core, name.brand, core[:_HEAD], name.brand[:1] + name.trade[:1]


def register(names: Sequence[str], keys: "np.ndarray", *, unseen: float = 1.0) -> Register:
    """The register of these names and their `keys_of`."""
    import numpy as np

    order = {kind: np.argsort(keys[row], kind="stable").astype(np.uint32) for row, kind in enumerate(KINDS)}
    hashes = {kind: keys[row][order[kind]] for row, kind in enumerate(KINDS)}
    return Register(names, order, hashes, unseen)


def blocks(name: FirmName) -> Iterator[tuple[str, str]]:
    """The blocks where a name may find its firm, the likeliest first, as (kind, key)."""
    yield "core", name.core
    if name.trade or not name.is_full:
        yield "brand", name.brand
    for length in range(2, min(len(name.core), 5)):
        if not name.is_full and name.core[:length] != name.brand:
            yield "brand", name.core[:length]
    if len(name.core) >= _HEAD:
        yield "head", name.core[:_HEAD]
    if not name.is_full and len(name.core) == len(name.brand):
        yield "initials", name.core[:2]
