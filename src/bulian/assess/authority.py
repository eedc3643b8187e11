"""Authority: who speaks in a source, told by its title and its publisher."""

from functools import cache

from bulian.extract.fold import fold
from bulian.model.stored import Source
from bulian.vocab.authorities import UNKNOWN, Authority, authority_rules


def authority_of(source: Source) -> Authority:
    """The authority class of a source by vocab/authorities.csv; "unknown" where nothing tells.

    Title and file name are read as one; a bulletin reprinted by a newspaper is still a bulletin.
    """
    return _authority(f"{source.title or ''} {source.name}", source.publisher or "")


@cache
def _authority(title: str, publisher: str) -> Authority:
    told = {"title": fold(title), "publisher": fold(publisher)}
    for rule in authority_rules():
        if any(word in told[rule.where] for word in rule.words):
            return rule.authority
    return UNKNOWN
