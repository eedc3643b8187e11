"""The documentation is held to the program: its verbs, options, command lines, links and fields exist."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from contextvars import copy_context
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
import typer.main

import bulian
from bulian.cli.app import app
from bulian.model.fact import Aspect, Bound, Event, Fact, Modality, Observation, Relation, Statement, fact_row
from bulian.model.place import Cell, Span

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh.md")
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "examples" / "README.md")
)
COMMANDS = typer.main.get_group(app).commands
VERBS = set(COMMANDS)


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def command_lines(page: str) -> Iterator[str]:
    """Every line of a fenced block that calls the program."""
    for block in re.findall(r"^```\w*\n(.*?)^```", text_of(page), re.MULTILINE | re.DOTALL):
        yield from (line for line in block.splitlines() if line.startswith(("bulian ", "./run")))


def arguments(line: str) -> list[str]:
    """What `bulian` gets from a command line; ./run without a verb is `bulian demo`."""
    program, *rest = shlex.split(line.partition(" > ")[0])
    if program == "./run" and (not rest or rest[0].startswith("--")):
        return ["demo", *rest]
    return rest


def parse(given: list[str]) -> None:
    """Parse as the program would, without running anything; its own error is raised for what does not fit."""
    verb, *rest = given
    copy_context().run(COMMANDS[verb].make_context, verb, rest)


def verbs_in_table(page: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", text_of(page), re.MULTILINE)


@pytest.mark.parametrize("page", READMES)
def test_the_table_of_verbs_is_that_of_the_program(page: str) -> None:
    listed = verbs_in_table(page)
    assert len(listed) == len(set(listed))
    assert set(listed) == VERBS


def test_both_readmes_list_the_verbs_in_one_order() -> None:
    assert verbs_in_table(READMES[0]) == verbs_in_table(READMES[1])


def test_both_readmes_show_the_same_commands() -> None:
    assert list(command_lines(READMES[0])) == list(command_lines(READMES[1]))


@pytest.mark.parametrize("page", PAGES)
def test_every_command_line_parses(page: str) -> None:
    for line in command_lines(page):
        parse(arguments(line))


@pytest.mark.parametrize(
    "line", ["bulian build --forse", "bulian report 大渡口", "bulian init 大渡口", "./run --no-sreve"]
)
def test_a_command_line_that_does_not_fit_is_found(line: str) -> None:
    with pytest.raises(Exception, match=r"(?i)no such option|missing"):
        parse(arguments(line))


@pytest.mark.parametrize("page", PAGES)
def test_every_verb_named_in_passing_exists(page: str) -> None:
    named = set(re.findall(r"`(?:bulian|\./run) ([a-z]+)", text_of(page)))
    assert named <= VERBS


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_and_its_options_are_explained(verb: str) -> None:
    explained = "\n".join(text_of(page) for page in PAGES if page.startswith("docs/howto/"))
    if verb != "demo":
        assert re.search(rf"^(?:bulian|\./run) {verb}\b", explained, re.MULTILINE), f"no how-to shows {verb}"
    everything = "\n".join(map(text_of, PAGES))
    options = {
        name for parameter in COMMANDS[verb].params for name in parameter.opts if name.startswith("--")
    }
    assert [name for name in sorted(options) if not re.search(rf"(?<![\w-]){name}\b", everything)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_python_call_exists(page: str) -> None:
    assert set(re.findall(r"\bbulian\.(\w+)\(", text_of(page))) <= set(bulian.__all__)


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_resolves(page: str) -> None:
    for target in re.findall(r"\]\((?!\w+:)([^)#\s]+)", text_of(page)):
        assert ((ROOT / page).parent / target).exists(), target


def test_the_index_leads_to_every_page() -> None:
    linked = re.findall(r"\]\(([^)#\s]+)", text_of("docs/README.md"))
    reached = {(ROOT / "docs" / target).resolve() for target in linked}
    pages = {(ROOT / page).resolve() for page in PAGES if page.startswith("docs/")}
    assert pages - {ROOT / "docs" / "README.md"} <= reached


SPAN = Span(0, 2, "三峰")
SEEN_AGAIN = (Span(5, 7, "三峰"),)
FACTS: tuple[Fact, ...] = (
    Observation(
        doc="d", place=SPAN, subject=None, indicator="产值", aspect="level", value=Decimal(1), unit="CNY",
        surface="1元", surface_start=0, bound="exact", modality="actual", period=None, basis=None, rule="r",
        also=SEEN_AGAIN, synthetic=True,
    ),
    Observation(
        doc="d", place=Cell("表1", "B2", "1"), subject=None, indicator="产值", aspect="level",
        value=Decimal(1), unit="CNY", surface="1", surface_start=None, bound="exact", modality="actual",
        period=None, basis=None, rule="r",
    ),
    Relation(doc="d", place=SPAN, head="甲", type="leads", tail="乙", rule="r"),
    Event(doc="d", place=SPAN, type="listed", date="2023-12", participants=("甲",), rule="r"),
    Statement(
        doc="d", place=SPAN, type="goal", subject=None, text="…", modality="target", period=None, rule="r"
    ),
)  # fmt: skip


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.kind)
def test_the_contract_explains_every_field(fact: Fact) -> None:
    contract = text_of("docs/facts.md")
    assert [field for field in fact_row(fact, "a.txt") if f"`{field}`" not in contract] == []


@pytest.mark.parametrize("choices", [Aspect, Bound, Modality], ids=["aspect", "bound", "modality"])
def test_the_contract_explains_every_choice(choices: object) -> None:
    contract = text_of("docs/facts.md")
    assert [choice for choice in get_args(choices) if f"`{choice}`" not in contract] == []


def test_the_contract_lists_every_relation_and_event_that_is_read() -> None:
    rules = ROOT / "src" / "bulian" / "extract"
    relations = {file.stem for file in (rules / "relations" / "rules").glob("*.toml")}
    happenings = tomllib.loads((rules / "events" / "events.toml").read_text("utf-8"))
    events = {rule["type"] for rule in happenings["rule"]}
    assert relations
    assert events
    contract = text_of("docs/facts.md")
    assert sorted(kind for kind in relations | events if f"`{kind}`" not in contract) == []
