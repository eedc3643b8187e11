"""Write the sheet of a project package for investors."""

from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.desk import book
from bulian.desk.book import Row
from bulian.errors import BadRequest
from bulian.ledger import persons
from bulian.ledger.scope import NOW, Scope
from bulian.publish.project_sheet import Sheet, project_sheet
from bulian.publish.rendering import render
from bulian.steps.chaining import chain_view
from bulian.steps.changing import chain_catalogue
from bulian.steps.writing import write_whole
from bulian.vocab.registers import register

_STATES = {
    "present": ("present", "有"), "single_source": ("with one firm only", "只有一家"),
    "claimed": ("claimed, no firm named", "自称有"), "planned": ("planned", "在建"),
    "missing": ("missing", "缺"), "unknown": ("not known", "不明"),
}  # fmt: skip
_NO_NODE = ("no node of the chain by this name", "链上没有叫这个名字的环节，状况不明")


def sheet(
    workspace: Workspace, project: str, output: Path, *, lang: str, now: str, scope: Scope = NOW
) -> Path:
    """Write the sheet of a project package to `output`; its ending chooses the format. Returns where it lies.

    Args:
        project: a row of the register `packages`, by its name.

    Raises:
        BadRequest: there is no such package, or the ending or language is unknown; with a public scope, as
            its rows may not leave the house. WorkspaceError: `output` cannot be written.
    """
    kind = register("packages")
    if scope.public and not kind.public:
        raise BadRequest(
            "project packages are internal until somebody hands them out; leave --public away.",
            "招商项目包未经交付属内部资料；请去掉 --public。",
        )
    told = packaged(workspace, project, now=now, scope=scope)
    write_whole(output, render(project_sheet(told, lang), output.suffix.lower()))
    return output


def packaged(workspace: Workspace, project: str, *, now: str, scope: Scope = NOW) -> Sheet:
    """What the sheet of a project package is made from.

    Raises:
        BadRequest: there is no such package.
    """
    kind = register("packages")
    rows = book.standing(book.all_rows(workspace, kind, as_of=scope.as_of, known_on=scope.known_on))
    row = book.pick({one.key: one for one in rows}, kind, project)
    states, english = _nodes(workspace, row, now, scope)
    return Sheet(workspace.name, row, persons.persons(workspace.root), states, english, now[:10])


def _nodes(
    workspace: Workspace, row: Row, now: str, scope: Scope
) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """How each node that the package would fill stands, and the names in English, if the chain is known."""
    names = [name for name in row.get("nodes").split("、") if name]
    known = {
        word
        for one in chain_catalogue(workspace, scope.known_on).chains
        for word in (one.id, one.name.zh, one.name.en, *one.words)
    }
    if not names or row.get("chain") not in known:
        return dict.fromkeys(names, _NO_NODE), {}
    view = chain_view(workspace, row.get("chain"), now=now, scope=scope)
    called = {node.id: node.name.en for node in view.chain.nodes}
    found, english = {}, {row.get("chain"): view.chain.name.en}
    for name in names:
        named = view.words.find(name)
        is_node = named is not None and named.what == "node"
        found[name] = _STATES[view.states[named.id].status] if named and is_node else _NO_NODE
        if named and is_node and named.whole:
            english[name] = called[named.id]
    return found, {name: told for name, told in english.items() if told}
