"""The catalogue in force: shipped chains with the district's changes over them, and its own chains."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulian.chain.edits import Edit, Orphan, apply
from bulian.chain.reading import read_chain
from bulian.errors import BadRequest, VocabularyError
from bulian.extract.fold import fold
from bulian.model.chain import Chain
from bulian.vocab.sets import files_of
from bulian.vocab.table import FOLDER

SHIPPED = FOLDER / "chains"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every chain that a workspace knows.

    Attributes:
        chains: as they are in force. shipped: as they come, by id; own chains of the workspace are not in it.
        orphans: changes whose target is gone; they are kept and shown, and change nothing.
    """

    chains: tuple[Chain, ...]
    shipped: dict[str, Chain]
    orphans: tuple[Orphan, ...] = ()

    def find(self, name: str) -> Chain:
        """The chain with this id, name or other name, in either script; also by the beginning of its name.

        Raises:
            BadRequest: there is none, or several begin so.
        """
        wanted = _plain(name)
        for exact in (True, False):
            found = [chain for chain in self.chains if _is_called(chain, wanted, exact)]
            if len(found) == 1:
                return found[0]
        known = [f"{chain.name.zh} ({chain.id})" for chain in (found or self.chains)]
        if found:
            raise BadRequest(
                f"{name!r} may be several chains: {', '.join(known)}. Write more of the name.",
                f"“{name}”可能是几条链：{'、'.join(known)}。请写全一些。",
            )
        raise BadRequest(
            f"there is no chain {name!r}. There are: {', '.join(known)}. Add your own as chains/NAME.yaml.",
            f"没有“{name}”这条链。现有：{'、'.join(known)}。可在 chains/ 里添一个 .yaml 自建。",
        )


def shipped_chains() -> tuple[Chain, ...]:
    """The chains that come with bulian, by id."""
    return tuple(_shipped().values())


def load_catalogue(folder: Path | None, edits: Sequence[Edit] = ()) -> Catalogue:
    """The chains in force.

    Args:
        folder: `chains/` of the workspace; None or a missing one adds none.
        edits: the district's changes, oldest first.

    Raises:
        VocabularyError: a file does not fit; names the file and the line.
    """
    shipped = dict(_shipped())
    own = [read_chain(path, origin=path.name) for path in files_of(folder)]
    known = dict(shipped)
    for chain in own:
        if chain.id in known:
            raise VocabularyError(
                chain.origin, 1,
                f"the id {chain.id} is taken; give your chain another, or change the shipped one with "
                "bulian chain edit", f"编号 {chain.id} 已有；请换一个，或用 bulian chain edit 改自带的链",
            )  # fmt: skip
        known[chain.id] = chain
    changed, orphans = apply(known, edits)
    return Catalogue(tuple(changed.values()), shipped | {chain.id: chain for chain in own}, orphans)


@cache
def _shipped() -> dict[str, Chain]:
    return {chain.id: chain for chain in map(read_chain, files_of(SHIPPED))}


def _is_called(chain: Chain, wanted: str, exact: bool) -> bool:
    names = [_plain(name) for name in (chain.id, chain.name.zh, chain.name.hant, chain.name.en, *chain.words)]
    return wanted in names if exact else any(wanted and name.startswith(wanted) for name in names)


def _plain(name: str) -> str:
    return "".join(fold(name).split()).casefold()
