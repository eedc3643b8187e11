"""The pages of a district of real size: 300,000 facts, 20,000 firms, six chains (big_district.py).

    .venv/bin/python bench/pages_big.py [FOLDER]

Measured as those of the example (pages.py), with the same bounds. The district is made once, below `build/`
or in FOLDER, and used again. Last come a fact of a table of 1,000 firms and that table. The words sought
stand in nearly every fact, in some, or in none.
"""

import sys
from pathlib import Path

from big_district import district, told
from machine import facts
from pages import WORDS, measure

from bulian.ledger.handle import rows
from bulian.ledger.opening import read_ledger

HOME = Path(__file__).parents[1] / "build" / "big_district"
COMMON = ("示例", "公司", "營業收入", "2024年", "快报", "澄岚", "澄嵐")

IN_A_TABLE = """
    select fact.id, document.doc from fact join document using (document)
    where fact = (select max(fact) from sighting where cell is not null)
"""


def main() -> None:
    """Measure the big district."""
    print(facts())
    place = district(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
    print(told(place))
    with read_ledger(place.ledger) as ledger:
        ((fact, doc),) = rows(ledger, IN_A_TABLE)
    measure(place, (*WORDS, *COMMON), (f"/facts/{fact}", f"/documents/{doc[:12]}"))


if __name__ == "__main__":
    main()
