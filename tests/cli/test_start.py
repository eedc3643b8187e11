"""`bulian --help` answers at once: it imports nothing heavy."""

import inspect
import subprocess
import sys
from pathlib import Path

from bulian.cli.commands import VERBS, function_of

HEAVY = {
    "opencc", "ahocorasick_rs", "pdfplumber", "pypdfium2", "docx", "openpyxl", "lxml", "trafilatura",
    "charset_normalizer", "python_calamine", "rich", "sqlite3", "pydantic", "multiprocessing",
    "bulian.steps", "bulian.extract", "bulian.ledger", "bulian.corpus", "bulian.publish",
}  # fmt: skip


def imported(code: str) -> set[str]:
    """The modules a fresh interpreter holds after running `code`."""
    listing = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(listing.stdout.splitlines()[-1].split())


def test_help_imports_nothing_heavy() -> None:
    ask = "import sys; sys.argv = ['bulian', '--help']\nfrom bulian.cli import main"
    assert not HEAVY & imported(f"{ask}\ntry: main()\nexcept SystemExit: pass")


def test_help_imports_no_verb() -> None:
    ask = "import sys; sys.argv = ['bulian', '--help']\nfrom bulian.cli import main"
    held = imported(f"{ask}\ntry: main()\nexcept SystemExit: pass")
    assert not {module for module in held if module.startswith("bulian.cli.commands.")}


def test_help_says_of_a_verb_what_its_own_help_says() -> None:
    for verb, line in VERBS.items():
        assert line == (inspect.getdoc(function_of(verb)) or "").splitlines()[0]


def test_the_package_imports_nothing_at_all() -> None:
    assert not (HEAVY | {"typer"}) & imported("import bulian")


def test_the_command_is_there() -> None:
    command = Path(sys.executable).with_name("bulian")
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout
    assert said.startswith("bulian ")
