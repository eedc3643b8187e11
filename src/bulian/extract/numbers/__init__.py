"""Numbers of Chinese prose and tables with their units, exact to the last digit."""

from bulian.extract.numbers.cell import parse_number
from bulian.extract.numbers.measure import parse_unit, parse_units
from bulian.extract.numbers.quantity import Quantity
from bulian.extract.numbers.scan import find_quantities

__all__ = ["Quantity", "find_quantities", "parse_number", "parse_unit", "parse_units"]
