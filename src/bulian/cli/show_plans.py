"""What `bulian clauses` and `bulian goals` print."""

from collections import Counter
from collections.abc import Iterator, Sequence

import typer

from bulian.assess.clauses import Clause
from bulian.assess.goal import Goal, Tree
from bulian.assess.tracking import Tracked
from bulian.cli.printing import grid, items, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.cli.show_targets import aim, when
from bulian.extract.fold import fold
from bulian.publish.periods import period_words
from bulian.publish.wording import wording
from bulian.steps.planning import Dissected, Goals, pick

_WIDE = 46
_INDENT = "  "


def clauses(found: Dissected, form: str) -> None:
    """The clauses as a table, as JSON with everything, or as CSV."""
    rows = [_clause_row(one, found) for one in found.clauses]
    if form == "json":
        typer.echo(to_json(rows, indent=1))
    elif form == "csv":
        print_csv([{name: _flat(value) for name, value in row.items()} for row in rows])
    elif not rows:
        typer.echo(say("clauses.none", passages=found.passages))
    else:
        heads = ("number", "clause", "owner", "deadline", "evidence", "aims")
        grid([f"column.{head}" for head in heads], (_clause_line(one, found) for one in found.clauses))
        typer.echo(_counted(found))


def goals(found: Goals, form: str) -> None:
    """The tree, the goals without a project, the projects apart."""
    if form == "table":
        _tree(found)
        return
    rows = [_goal_row(goal, found) for goal in found.tree.goals]
    if form == "csv":
        print_csv(rows)
    else:
        told = {
            "goals": rows,
            "without_project": [goal.id for goal in found.tree.without_project],
            "apart": [goal.id for goal in found.tree.apart],
            "circular": [{"child": one.child, "parent": one.parent} for one in found.tree.circular],
        }
        typer.echo(to_json(told, indent=1))


def linked(found: Goals, wanted: str) -> None:
    """Where a goal stands now."""
    goal = pick(found.tree, wanted)
    names = {one.id: one.name for one in found.tree.goals}
    parent = names.get(goal.parent or "", say("goals.nowhere"))
    typer.echo(say("goals.done", name=goal.name, parent=parent))


def _clause_line(one: Clause, found: Dissected) -> tuple[str, ...]:
    words = wording(language())
    told = [_stands(found.targets[fact]) for fact in one.aims if fact in found.targets]
    projects = _projects(one, found)
    evidence = [say("clauses.facts", count=len(one.facts))]
    evidence += [say("clauses.project", names=listed(projects))] if projects else []
    return (
        one.number,
        _short(one.text.removeprefix(one.number)),
        listed([who.name for who in one.owners]) if one.owners else say("targets.no_owner"),
        listed([period_words(each, words) for each in one.deadlines]) or say("clauses.no_deadline"),
        "；".join(evidence) if language() == "zh" else "; ".join(evidence),
        listed(list(dict.fromkeys(told))),
    )


def _stands(one: Tracked) -> str:
    return f"{one.id} {say(f'targets.state.{one.state}')}"


def _counted(found: Dissected) -> str:
    several = found.clauses
    return say(
        "clauses.count", count=len(several), passages=found.passages,
        unowned=sum(not one.owners for one in several), undated=sum(not one.deadlines for one in several),
        unserved=sum(not _projects(one, found) for one in several),
    )  # fmt: skip


def _projects(one: Clause, found: Dissected) -> list[str]:
    return list(dict.fromkeys(name for fact in one.facts for name in found.projects.get(fact, ())))


def _short(text: str) -> str:
    plain = " ".join(fold(text).split())
    return plain if len(plain) <= _WIDE else f"{plain[:_WIDE]}…"


def _clause_row(one: Clause, found: Dissected) -> dict[str, object]:
    targets = [found.targets[fact] for fact in one.aims if fact in found.targets]
    return {
        "doc": found.document.name, "number": one.number, "headings": list(one.headings), "text": one.text,
        "start": one.start, "end": one.end,
        "owners": [{"name": who.name, "role": who.role} for who in one.owners],
        "deadlines": list(one.deadlines), "facts": list(one.facts), "aims": list(one.aims),
        "projects": _projects(one, found),
        "targets": [{"id": each.id, "state": each.state} for each in targets],
    }  # fmt: skip


def _flat(value: object) -> object:
    if not isinstance(value, list):
        return value
    return "；".join(
        str(one.get("name") or one.get("id")) if isinstance(one, dict) else str(one) for one in value
    )


def _tree(found: Goals) -> None:
    tree = found.tree
    items(_lines(tree, None, 0, found))
    if tree.without_project:
        told = Counter(goal.level for goal in tree.without_project)
        levels = [f"{say(f'goals.level.{level}')} {count}" for level, count in told.items()]
        typer.echo(say("goals.without", count=len(tree.without_project), levels=listed(levels)))
    elif any(goal.level == "project" for goal in tree.goals):
        typer.echo(say("goals.all_served"))
    if tree.apart:
        typer.echo(say("goals.apart", count=len(tree.apart)))
        items(_named(tree.apart))
    if tree.circular:
        typer.echo(say("goals.circular"))
        items(_circles(tree))


def _lines(tree: Tree, parent: str | None, depth: int, found: Goals) -> Iterator[str]:
    for goal in tree.children(parent):
        if goal.level == "project" and goal.parent is None:
            continue  # told below, as projects apart
        yield say(
            "goals.line", indent=_INDENT * depth, level=say(f"goals.level.{goal.level}"), name=goal.name,
            more=_more(goal, found), id=goal.id,
        )  # fmt: skip
        yield from _lines(tree, goal.id, depth + 1, found)


def _more(goal: Goal, found: Goals) -> str:
    words = wording(language())
    told = say("goals.linked") if goal.linked else ""
    told += say("goals.no_project") if goal in found.tree.without_project else ""
    target = found.targets.get(goal.id)
    if target is None:
        return told
    due = when(target.datum, words) or say("targets.undated")
    return f" {aim(target, words)} {due} {say(f'targets.state.{target.state}')}{told}"


def _named(several: Sequence[Goal]) -> Iterator[str]:
    return (f"{say(f'goals.level.{goal.level}')} {goal.name} {goal.id}" for goal in several)


def _circles(tree: Tree) -> Iterator[str]:
    names = {goal.id: goal.name for goal in tree.goals}
    for one in tree.circular:
        yield say("goals.circle", child=names[one.child], parent=names[one.parent], by=one.by, at=one.at[:10])


def _goal_row(goal: Goal, found: Goals) -> dict[str, object]:
    target = found.targets.get(goal.id)
    return {
        "id": goal.id, "level": goal.level, "name": goal.name, "parent": goal.parent, "linked": goal.linked,
        "state": target.state if target else None, "facts": list(goal.facts),
    }  # fmt: skip
