"""Speed beside JioNLP and Recognizers-Text, and how many of the numbers known by hand each reads right.

    python bench/rivals.py

Each rival gets an environment of its own under build/rivals, made at the first run; one that does not install
is named and left out. Each tool runs in its own process, one after another, on the 20 provincial work reports
of BULIAN_DATA, else of ../shared/data beside the project. Recognizers-Text would take minutes over them: it
reads the beginning of each, line by line, as suits it best.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from machine import facts

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("BULIAN_DATA") or ROOT.parent / "shared" / "data").resolve()
SEEDS = {"seed0": "000_c0a7660904309b76.txt", "seed3": "003_bab4f8e620e8fad7.txt"}
RIVALS = ROOT / "build" / "rivals"
HEAD = """
import json, sys, time
def measured(read, texts):
    began = time.process_time()
    found = [read(text) for text in texts]
    return {"characters": sum(map(len, texts)), "seconds": time.process_time() - began, "found": found}
given = json.load(open(sys.argv[1], encoding="utf-8"))
reports, seeds = given["reports"], given["seeds"]
def report(read):
    read(reports[0][:300])
    said = {"speed": measured(read, reports), "seeds": measured(read, seeds)["found"]}
    print(json.dumps(said, default=str))
"""
BULIAN_NUMBERS = """
from bulian.extract.fold import fold
from bulian.extract.numbers import find_quantities
from bulian.extract.periods import find_periods
def read(text):
    folded = fold(text)
    periods = find_periods(folded, "2026-01-20")
    found = find_quantities(folded, sorted((p.start, p.end) for p in periods))
    return [[q.start, q.end, q.value if isinstance(q.value, tuple) else [q.value]] for q in found]
report(read)
"""
BULIAN_STAGE = """
from bulian.extract import read as stage
from bulian.model.document import Document
from bulian.model.fact import Observation
def read(text):
    rows = [f for f in stage(Document(doc="0", name="a.txt", text=text)).facts if isinstance(f, Observation)]
    rows = [f for f in rows if f.surface_start is not None]
    return [[f.surface_start, f.surface_start + len(f.surface),
             f.value if isinstance(f.value, tuple) else [f.value]] for f in rows]
report(read)
"""
JIONLP = """
import contextlib
with contextlib.redirect_stdout(sys.stderr):
    import jionlp
def read(text):
    money = jionlp.ner.extract_money(text, with_parsing=True, ret_all=True)
    jionlp.ner.extract_time(text, time_base={"year": 2026, "month": 1, "day": 20})
    found = []
    for each in money:
        num = each["detail"]["num"]
        found.append([*each["offset"], num if isinstance(num, list) else [num]])
    return found
report(read)
"""
RECOGNIZERS = """
from recognizers_text import Culture
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_date_time import DateTimeRecognizer
number, unit, date = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese), \\
    DateTimeRecognizer(Culture.Chinese)
models = [number.get_number_model(), number.get_percentage_model(), unit.get_currency_model(),
          unit.get_dimension_model()]
dates = date.get_datetime_model()
def read(text):
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        dates.parse(line)
        for model in models:
            for each in model.parse(line):
                value = (each.resolution or {}).get("value")
                if value:
                    found.append([at + each.start, at + each.end + 1, [str(value).rstrip("%")]])
        at += len(line)
    return found
report(read)
"""
TOOLS = {
    "bulian, numbers + periods": (None, (), BULIAN_NUMBERS, None),
    "bulian, whole stage": (None, (), BULIAN_STAGE, None),
    "JioNLP 1.5.31, money + time": ("jionlp", ("jionlp==1.5.31",), JIONLP, None),
    "Recognizers-Text 1.0.2a2": (
        "recognizers", ("recognizers-text-suite==1.0.2a2", "emoji<2"), RECOGNIZERS, 1000,
    ),
}  # fmt: skip
"""By tool: its environment (None: ours), what that holds, how it reads, how much of each report it gets."""


def main() -> None:
    """Print one row a tool, then what the import costs."""
    if not (DATA / "reports_2026").is_dir():
        sys.exit(f"The reports are not here: {DATA}. Set BULIAN_DATA to the folder that holds reports_2026/.")
    print(facts())
    print(f"{'tool':30s}{'characters':>12s}{'CPU s':>9s}{'a second':>12s}{'× slower':>10s}{'values':>10s}")
    first = None
    for name, (place, packages, script, part) in TOOLS.items():
        python = environment(place, packages) if place else Path(sys.executable)
        said = run(python, script, part) if python else "it does not install here"
        if isinstance(said, str):
            print(f"{name:30s} left out: {said}")
            continue
        took, characters = said["speed"]["seconds"], said["speed"]["characters"]
        first = first or characters / took
        rate, right = characters / took, right_values(said["seeds"])
        print(f"{name:30s}{characters:12,d}{took:9.2f}{rate:12,.0f}{first / rate:10.1f}{right:>10s}")
    print(starting())


def environment(place: str, packages: tuple[str, ...]) -> Path | None:
    """The interpreter of a rival's environment, made if it is not there; None where it does not install."""
    python = RIVALS / place / "bin" / "python"
    done = RIVALS / place / "installed"
    if done.is_file() and done.read_text("utf-8") == " ".join(packages):
        return python
    uv = shutil.which("uv")
    make = [uv, "venv", "-q", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    install = (
        [uv, "pip", "install", "-q", "--python", str(python)] if uv else [str(python), "-m", "pip", "install"]
    )
    shutil.rmtree(RIVALS / place, ignore_errors=True)
    for command in ([*make, str(RIVALS / place)], [*install, *packages]):
        if subprocess.run(command, capture_output=True).returncode:
            return None
    done.write_text(" ".join(packages), "utf-8")
    return python


def run(python: Path, script: str, part: int | None) -> dict[str, Any] | str:
    """What a tool prints about the reports and the seeds, or the last line of its complaint."""
    paths = sorted((DATA / "reports_2026").glob("*.txt"))
    reports = [path.read_bytes().decode("utf-8")[:part] for path in paths]
    seeds = [(DATA.parent / "seeds" / file).read_bytes().decode("utf-8") for file in SEEDS.values()]
    RIVALS.mkdir(parents=True, exist_ok=True)
    given = RIVALS / "given.json"
    given.write_text(json.dumps({"reports": reports, "seeds": seeds}), "utf-8")
    done = subprocess.run([str(python), "-c", HEAD + script, str(given)], capture_output=True, text=True)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no word of why"])[-1]
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def right_values(found: list[list[Any]]) -> str:
    """Of the values annotated by hand and not optional, how many are read at their place, signs left out."""
    right = wanted = 0
    for name, numbers in zip(SEEDS, found, strict=True):
        lines = (DATA.parent / "gold" / f"{name}.observations.jsonl").read_text("utf-8").splitlines()
        for row in map(json.loads, lines):
            at, stop = row["surface_start"], row["surface_start"] + len(row["surface"])
            here = [value for start, end, value in numbers if start < stop and end > at]
            right += not row.get("optional") and unsigned(row["value"]) in map(unsigned, here)
            wanted += not row.get("optional")
    return f"{right}/{wanted}"


def unsigned(value: Any) -> list[float]:
    return [abs(float(each)) for each in (value if isinstance(value, list) else [value])]


def starting() -> str:
    """Seconds and peak memory of `import bulian.extract` in a new process."""
    script = (
        "import time; began = time.perf_counter(); import bulian.extract; "
        "print(time.perf_counter() - began); "
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    seconds, kilobytes = done.stdout.split()
    return f"import bulian.extract: {float(seconds):.2f} s, {int(kilobytes) / 1024:.0f} MB"


if __name__ == "__main__":
    main()
