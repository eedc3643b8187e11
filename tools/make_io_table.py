"""Make src/bulian/vocab/input_output/ from a wide national table: our own long layout, figures only.

    .venv/bin/python tools/make_io_table.py CHINA_2020_42.csv CHINA_2020_42_SECTORS.csv

The wide file has a row for each product and origin (Domestic, Imports), a column for each sector, then final
uses; its last rows are the value added. Cells that are zero are left out.
"""

import csv
import sys
from pathlib import Path

HOME = Path(__file__).parents[1] / "src" / "bulian" / "vocab" / "input_output"
HEAD = """# Input-output table of China 2020, 42 by 42 sectors, producers' prices, 10,000 CNY, imports apart.
# Issued by 国家统计局 (National Bureau of Statistics of China), 2020年中国投入产出表; figures only,
# in our own layout. origin: domestic, import; value_added for the rows VA001 劳动者报酬, VA002 生产税净额,
# VA003 固定资产折旧, VA004 营业盈余. column: a sector, or final_use (consumption, capital formation and
# exports), or output (总产出).
"""
ORIGINS = {"Domestic": "domestic", "Imports": "import", "TOT": "value_added"}


def main() -> None:
    """Write both files."""
    wide, names = map(Path, sys.argv[1:])
    with wide.open(encoding="utf-8") as file:
        given = list(csv.DictReader(file))
    sectors = [row["Code"] for row in given if row["Origin"] == "Domestic"]
    HOME.mkdir(exist_ok=True)
    with (HOME / "china_2020_42.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("row", "column", "origin", "value"))
        for row in given:
            writer.writerows(cells(row, sectors))
    with names.open(encoding="utf-8") as file, (HOME / "sectors_42.csv").open("w", encoding="utf-8") as out:
        out.write("# Sectors of the input-output table of 2020, issued by 国家统计局.\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("code", "name_zh", "name_en"))
        writer.writerows((row["code"], row["name_zh"], row["name_en"]) for row in csv.DictReader(file))


def cells(row: dict[str, str], sectors: list[str]) -> list[tuple[str, str, str, str]]:
    """The cells of one row that are not zero, to a hundredth of a yuan."""
    code, origin = row["Code"], ORIGINS[row["Origin"]]
    if origin == "value_added" and not code.startswith("VA"):
        return []
    wanted = {sector: row[sector] for sector in sectors}
    if origin == "domestic":
        wanted |= {"final_use": row["TFU"], "output": row["GO"]}
    return [(code, column, origin, written(value)) for column, value in wanted.items() if float(value)]


def written(value: str) -> str:
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    main()
