"""The pages of a district of real size: 300,000 facts, 20,000 firms, six chains (big_district.py).

    .venv/bin/python bench/pages_big.py [FOLDER]

Measured as those of the example (pages.py), with the same bounds. The district is made once, below `build/`
or in FOLDER, and used again. The words sought stand in nearly every fact, in some, or in none.
"""

import sys
from pathlib import Path

from big_district import district, told
from machine import facts
from pages import WORDS, measure

HOME = Path(__file__).parents[1] / "build" / "big_district"
COMMON = ("示例", "公司", "營業收入", "2024年", "快报", "澄岚", "澄嵐")


def main() -> None:
    """Measure the big district."""
    print(facts())
    place = district(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
    print(told(place))
    measure(place, (*WORDS, *COMMON))


if __name__ == "__main__":
    main()
