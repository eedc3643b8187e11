"""What is on offer (招商项目包): the packages with what each lacks; or one of them as its sheet."""

from bulian.desk.book import Row
from bulian.desk.telling import shown
from bulian.publish.paper import NumberedTable, Paper, Paragraph, Points
from bulian.publish.project_sheet import missing, project_sheet
from bulian.publish.site.desk import linked, register_name, row_link
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site
from bulian.vocab.fair_competition import flags_in
from bulian.vocab.registers import register

_KEY = "packages"


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    kind = register(_KEY)
    about = {"title": register_name(kind, site.lang), "register": _KEY}
    if not asked.get("project"):
        return {**about, "paper": None, "rows": [_line(site, one) for one in site.answers.desk.rows[_KEY]]}
    paper = _paper(site, asked)
    return {
        **about, "paper": paper, "key": asked["project"],
        "row": row_link(site, _KEY, asked["project"]),
        "sections": [(one.title, one.aside, _blocks(one.blocks)) for one in paper.sections],
    }  # fmt: skip


def _paper(site: Site, asked: Asked) -> Paper:
    wanted = asked.get("project", "")
    if wanted not in {one.key for one in site.answers.desk.rows[_KEY]}:
        raise NotFound(f"There is no package {wanted!r}.", f"没有“{wanted}”这个项目包。")
    return project_sheet(site.answers.sheet(wanted), site.lang)


def _blocks(blocks: tuple[object, ...]) -> list[tuple[str, object]]:
    """Each block with what the template calls it; a sheet has tables, paragraphs and points alone."""
    kinds = {NumberedTable: "table", Paragraph: "paragraph", Points: "points"}
    return [(kinds[type(one)], one) for one in blocks if type(one) in kinds]


def _line(site: Site, row: Row) -> dict[str, object]:
    kind = register(_KEY)
    link = site.links.page(PAGE.path, site.lang, {"project": row.key})
    area, total = (shown(kind.field(key), row.get(key), site.lang) for key in ("area", "total"))
    name = row.get("name_en") if site.lang == "en" else ""
    return {
        "name": name or row.key, "link": link, "made_up": row.synthetic, "site": row.get("site"),
        "area": linked(area, link) if area else "", "total": linked(total, link) if total else "",
        "nodes": row.get("nodes"), "chain": row.get("chain"), "on": row.on,
        "missing": [one.zh if site.lang == "zh" else one.en for one in missing(row)],
        "flags": len({word for _, word in flags_in(row.get("terms"))}),
    }  # fmt: skip


PAGE = Page("sheet", "/sheet", _fill, in_house=True, paper=_paper)
