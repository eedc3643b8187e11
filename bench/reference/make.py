"""What other packages say of the same tables, frozen, so that the tests compare without having them.

    .venv/bin/python bench/reference/make.py

Writes complexity.json and input_output.json beside itself. Each package gets an environment of its own
under build/rivals; none is ever a dependency. The panel is `world_trade_avg_1998_to_2000` of BULIAN_DATA; the
tables are the national one of 2020 that ships and the printed example of Miller and Blair.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from rivals import environment  # noqa: E402  # a bench, found beside this folder

ROOT = HERE.parents[1]
DATA = Path(os.environ.get("BULIAN_DATA") or ROOT.parent / "shared" / "data").resolve()
PANEL = DATA / "panels_trade_io" / "world_trade_avg_1998_to_2000.parquet"
TABLE = ROOT / "src" / "bulian" / "vocab" / "input_output" / "china_2020_42.csv"
HEAD = """
import json, sys, warnings
import numpy as np, pandas as pd
warnings.simplefilter("ignore")
frame = pd.read_parquet(sys.argv[1])
wide = frame.pivot(index="country", columns="product", values="value").fillna(0.0)
countries, products = list(wide.index), list(wide.columns)
some = [(c, p) for c in countries[::25] for p in products[::50]]
def freeze(eci, pci, **cells):
    # Every country, every tenth product, and a lattice of cells.
    told = {"eci": {c: float(eci[c]) for c in countries}, "pci": {p: float(pci[p]) for p in products[::10]}}
    for name, table in cells.items():
        told[name] = {f"{c} {p}": float(table.loc[c, p]) for c, p in some}
    return told
"""
ECOMPLEXITY = """
import contextlib, io
from ecomplexity import ecomplexity
frame["year"] = 1999
names = {"time": "year", "loc": "country", "prod": "product", "val": "value"}
with contextlib.redirect_stdout(io.StringIO()):
    found = ecomplexity(frame, names, check_logsupermodularity=False)
square = lambda name: found.pivot(index="country", columns="product", values=name)
told = freeze(found.groupby("country")["eci"].first(), found.groupby("product")["pci"].first(),
              density=square("density"), cog=square("cog"))
told["coi"] = {c: float(v) for c, v in found.groupby("country")["coi"].first().items()}
print(json.dumps(told))
"""
ECONCOMPLEX = """
import econcomplex as ec
from econcomplex.outlook.coi_cog import complexity_outlook_gain, complexity_outlook_index
from econcomplex.relatedness.density import relatedness_density
eci, pci = ec.eci_pci(wide)
told = freeze(eci, pci, density=relatedness_density(wide), cog=complexity_outlook_gain(wide, pci))
told["coi"] = {c: float(v) for c, v in complexity_outlook_index(wide, pci).items()}
print(json.dumps(told))
"""
DATAWHEEL = """
import economic_complexity as dw
rca = dw.rca(wide)
eci, pci = dw.complexity(rca, iterations=20)
phi = dw.proximity(rca)
told = freeze(eci, pci, density=dw.relatedness(rca, proximities=phi),
              cog=dw.opportunity_gain(rca, pci=pci, proximities=phi))
told["pci_all"] = {p: float(pci[p]) for p in products}
print(json.dumps(told))
"""
PYMRIO = """
import json, sys
import numpy as np, pandas as pd
from pymrio.tools.iomath import calc_A, calc_B, calc_G, calc_L
long = pd.read_csv(sys.argv[1], comment="#", dtype={"row": str, "column": str})
def square(origin):
    part = long[long["origin"] == origin]
    return part.pivot(index="row", columns="column", values="value").fillna(0.0)
codes = [f"{n:02d}" for n in range(1, 43)]
flows = square("domestic").loc[codes, codes]
output = long[long["column"] == "output"].set_index("row")["value"].loc[codes]
def freeze(z, x):
    x = pd.DataFrame({"x": np.asarray(x)}, index=z.index)
    a, b = calc_A(z, x), calc_B(z, x)
    l, g = calc_L(a), calc_G(b)
    return {"a": a.values[::7, ::7].tolist(), "leontief_columns": l.values.sum(0).tolist(),
            "leontief_rows": l.values.sum(1).tolist(), "ghosh_rows": g.values.sum(1).tolist(),
            "ghosh_columns": g.values.sum(0).tolist(), "leontief": l.values[::7, ::7].tolist(),
            "ghosh": g.values[::7, ::7].tolist()}
miller = pd.DataFrame([[150.0, 500.0], [200.0, 100.0]])
print(json.dumps({"miller": freeze(miller, [1000.0, 2000.0]), "china_2020_42": freeze(flows, output)}))
"""
DIGITS = {"complexity.json": 10, "input_output.json": 12}
RIVALS = {
    "ecomplexity 0.5.3": ("ecomplexity", ("ecomplexity==0.5.3", "pyarrow"), ECOMPLEXITY),
    "econcomplex 1.0.1": ("econcomplex", ("econcomplex==1.0.1", "pyarrow"), ECONCOMPLEX),
    "economic-complexity 0.3.0": (
        "datawheel",
        ("economic-complexity==0.3.0", "pandas<3", "pyarrow"),
        DATAWHEEL,
    ),
}


def main() -> None:
    """Run each package and write what it says."""
    told = {name: run(*how, HEAD, PANEL) for name, how in RIVALS.items()}
    write("complexity.json", told)
    write("input_output.json", run("pymrio", ("pymrio==0.7.0",), PYMRIO, "", TABLE))


def run(place: str, packages: tuple[str, ...], script: str, head: str, given: Path) -> object:
    """What the script prints in the package's own environment."""
    python = environment(place, packages)
    if python is None:
        sys.exit(f"{packages[0]} does not install here")
    done = subprocess.run([str(python), "-c", head + script, str(given)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def write(name: str, told: object) -> None:
    text = json.dumps(rounded(told, DIGITS[name]), ensure_ascii=False, indent=0, sort_keys=True)
    (HERE / name).write_text(text + "\n", "utf-8")


def rounded(told: Any, digits: int) -> Any:
    """As many digits as every machine agrees on: those beyond differ with how it multiplies matrices."""
    if isinstance(told, dict):
        return {key: rounded(value, digits) for key, value in told.items()}
    if isinstance(told, list):
        return [rounded(value, digits) for value in told]
    return float(f"{told:.{digits}g}")


if __name__ == "__main__":
    main()
