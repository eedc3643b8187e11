"""Tables to facts: merged headers, units and periods wherever they stand, parents by indentation."""

from bulian.extract.tables.read import TableReading, read_tables

__all__ = ["TableReading", "read_tables"]
