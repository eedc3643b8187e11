"""The same measures for people with tables: a pandas, Polars or Arrow table in, the same kind out.

    from bulian.measure.labelled import Names, complexity, tabulate
    from bulian.measure.location_quotient import location_quotient

    names = Names(region="区县", activity="行业", value="产值", year="年份")
    quotients = tabulate(frame, names, location_quotient)
    found = complexity(frame, names, convention="atlas")
    found.cells, found.regions, found.activities

The table is long: a row for each region and activity, and year if there are several. A row that is not there
is zero; a row whose value is empty is suppressed. Wrong input is refused with the row and what to do.
"""

from bulian.measure.labelled.complexity import ComplexityTables, complexity
from bulian.measure.labelled.panel import Names, Panel, read_panel
from bulian.measure.labelled.tabulate import tabulate, tabulate_change, tabulate_sectors

__all__ = [
    "ComplexityTables", "Names", "Panel", "complexity", "read_panel", "tabulate", "tabulate_change",
    "tabulate_sectors",
]  # fmt: skip
