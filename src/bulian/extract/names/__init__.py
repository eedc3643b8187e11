"""Names in running text: places, firms, parks, chains, and the short names a document introduces."""

from bulian.extract.names.find import find_names
from bulian.extract.names.name import Alias, Name, Names

__all__ = ["Alias", "Name", "Names", "find_names"]
