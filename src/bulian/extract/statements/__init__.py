"""Goals and claims without a number."""

from bulian.extract.statements.find import find_statements

__all__ = ["find_statements"]
