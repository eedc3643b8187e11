"""The way of the data is one-way: a room imports only rooms before it, and by its full name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "bulian"
ROOMS = (
    "errors", "model", "vocab", "measure", "corpus", "extract", "ledger", "resolve", "assess", "chain",
    "plan", "desk", "publish", "serve", "steps", "cli",
)  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(module: Path, package: Path) -> str:
    """The room a file lies in; "" for `bulian/__init__.py`, the front door, which may open every room."""
    first = module.relative_to(package).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def wrong_imports(module: Path, package: Path) -> list[str]:
    """Every import in a file, also inside functions, that is relative or goes against the way."""
    here = room_of(module, package)
    tree = ast.parse(module.read_text("utf-8"))
    found = []
    for line, name in _imported(tree):
        if name.startswith("."):
            found.append(f"line {line}: {name} is relative; name it in full")
        elif here and _later(here, name):
            found.append(f"line {line}: {here} imports {name}, a later room")
    return found


def _imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            # `from bulian import steps` names a room, `from bulian.errors import X` a thing in one.
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def _later(here: str, name: str) -> bool:
    package, _, rest = name.partition(".")
    room = rest.partition(".")[0]
    return package == "bulian" and room in ROOMS and ROOMS.index(room) > ROOMS.index(here)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_rooms_before_it(module: Path) -> None:
    assert wrong_imports(module, PACKAGE) == []


def test_every_module_lies_in_a_known_room() -> None:
    assert {room_of(module, PACKAGE) for module in MODULES} <= {"", *ROOMS}


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("corpus/reading.py", "from bulian.extract import read", "later room"),
        ("model/fact.py", "def f():\n    from bulian import cli", "later room"),
        ("ledger/store.py", "import bulian.publish.word", "later room"),
        ("extract/rules.py", "from .names import firm", "relative"),
        ("extract/rules.py", "from . import names", "relative"),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, file: str, line: str, problem: str) -> None:
    module = tmp_path / file
    module.parent.mkdir()
    module.write_text(line, "utf-8")
    (found,) = wrong_imports(module, tmp_path)
    assert problem in found


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (
            "corpus/reading.py",
            "import json\nfrom bulian.errors import Unreadable\nfrom bulian.corpus import reader",
        ),
        ("cli/app.py", "from bulian import __version__, steps"),
        ("__init__.py", "from bulian.steps import build"),
    ],
)
def test_a_right_import_passes(tmp_path: Path, file: str, line: str) -> None:
    module = tmp_path / file
    module.parent.mkdir(exist_ok=True)
    module.write_text(line, "utf-8")
    assert wrong_imports(module, tmp_path) == []
