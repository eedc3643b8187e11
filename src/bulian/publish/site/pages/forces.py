"""Task forces (专班): a line each, or one's board with members, tasks, projects, problems, meetings."""

from bulian.desk.boards import Board, Task, boards
from bulian.desk.book import Row
from bulian.desk.projects.standing import Standing
from bulian.publish.desk_note import over_words, what_is_due
from bulian.publish.site.desk import linked, person, register_name, row_link, values_of
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import register, registers

_PROBLEM = ("firm", "problem", "assignee", "due")
_MEETING = ("topic", "chair", "offices", "decisions", "minutes", "next_on")


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    view = site.answers.desk
    every = boards(view.rows, view.going, view.due, view.day)
    chain = asked.get("chain", "")
    if not chain:
        return {"chain": "", "day": view.day, "lines": [_line(site, one) for one in every]}
    found = [one for one in every if one.chain == chain]
    if not found:
        raise NotFound(f"There is no task force {chain!r}.", f"没有“{chain}”这个专班。")
    return {"chain": chain, "day": view.day, "boards": [_board(site, one) for one in found]}


def _line(site: Site, one: Board) -> dict[str, object]:
    link = site.links.page(PAGE.path, site.lang, {"chain": one.chain})
    counts = (len(one.open_tasks), len(one.late_tasks), len(one.projects), len(one.problems))
    return {
        **_head(site, one), "link": link, "met": one.meetings[0].get("held_on") if one.meetings else "",
        "counts": [linked(str(count), link) for count in counts], "late": bool(one.late_tasks),
    }  # fmt: skip


def _head(site: Site, one: Board) -> dict[str, object]:
    force = one.force
    lead = force.get("lead") if force else ""
    return {
        "chain": one.chain, "made_up": one.synthetic, "lead": person(site, lead) if lead else "",
        "office": force.get("office") if force else "", "since": force.get("since") if force else "",
        "row": row_link(site, "forces", force.key) if force else "",
    }  # fmt: skip


def _board(site: Site, one: Board) -> dict[str, object]:
    return {
        **_head(site, one),
        "members": [(_told(site, row, ("member", "role")), _link(site, row)) for row in one.members],
        "tasks": [_task(site, task) for task in one.tasks],
        "projects": [_project(site, each) for each in one.projects],
        "problems": [(row.get("raised_on"), _told(site, row, _PROBLEM), _link(site, row))
                     for row in one.problems],
        "meetings": [(row.get("held_on"), _told(site, row, _MEETING), _link(site, row))
                     for row in one.meetings],
        "due": [
            {"what": what_is_due(each, site.words), "over": over_words(each, site.words), "row": each.row,
             "register": register_name(registers()[each.register], site.lang),
             "link": row_link(site, each.register, each.row), "who": person(site, each.who)}
            for each in one.due
        ],
    }  # fmt: skip


def _told(site: Site, row: Row, columns: tuple[str, ...]) -> list[tuple[str, str]]:
    """Columns of a row that are filled, each with its name."""
    fields = tuple(register(row.register).field(column) for column in columns)
    return [(value.name, value.text) for value in values_of(site, row, fields) if value.text]


def _link(site: Site, row: Row) -> str:
    return row_link(site, row.register, row.key)


def _task(site: Site, one: Task) -> dict[str, object]:
    row, link = one.row, _link(site, one.row)
    assignee = row.get("assignee")
    return {
        "task": row.get("task"), "link": link, "who": person(site, assignee) if assignee else "",
        "due": row.get("due"), "done": row.get("done_on"), "evidence": row.get("evidence"),
        "late": linked(str(one.late), link) if one.late else "", "unproved": one.done and not one.proved,
    }  # fmt: skip


def _project(site: Site, one: Standing) -> dict[str, object]:
    return {
        "key": one.row.key, "link": _link(site, one.row), "since": one.steps[-1].on, "stuck": one.stuck,
        "stage": one.stage.zh if site.lang == "zh" else one.stage.en, "next": one.row.get("next_step"),
    }  # fmt: skip


PAGE = Page("forces", "/forces", _fill, in_house=True)
