"""Projects: the funnel, and each project with its stage, evidence, planned investment, money paid in."""

from bulian.desk.projects.standing import Funnel, Standing
from bulian.desk.telling import money, shown
from bulian.publish.desk_note import step_words
from bulian.publish.site.desk import linked, person, row_link
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import register
from bulian.vocab.stages import Stage


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    view = site.answers.desk
    return {
        "funnels": [_funnel(site, one) for one in view.funnels],
        "going": [_project(site, one) for one in view.going],
        "ended": [_project(site, one) for one in view.ended],
    }


def _funnel(site: Site, one: Funnel) -> dict[str, object]:
    stages = [
        (_stage(site, each.stage), [(key, row_link(site, "projects", key)) for key in each.here], each)
        for each in one.passages
    ]
    return {"made_up": one.synthetic, "stages": stages, "paid": money(one.paid, site.lang)}


def _project(site: Site, one: Standing) -> dict[str, object]:
    total = register("projects").field("total")
    link = row_link(site, "projects", one.row.key)
    return {
        "key": one.row.key, "link": link, "made_up": one.row.synthetic, "stage": _stage(site, one.stage),
        "since": one.steps[-1].on, "stuck": one.stuck, "days": linked(str(one.days), link),
        "steps": [(step.on, step_words(step, site.words)) for step in one.steps[1:]],
        "total": linked(shown(total, one.row.get("total"), site.lang), link) if one.total is not None else "",
        "paid": linked(money(one.paid, site.lang), row_link(site, "payments", one.payments[0]))
        if one.payments else "",
        "share": linked(f"{one.share:.1f}%", link) if one.share is not None else "",
        "slips": [(_stage(site, s.stage), s.promised, linked(str(s.days), link)) for s in one.slips],
        "claimed": one.claimed, "next_step": one.row.get("next_step"), "owner": person(site, one.row.owner),
        "ended": one.ended,
    }  # fmt: skip


def _stage(site: Site, one: Stage) -> str:
    return one.zh if site.lang == "zh" else one.en


PAGE = Page("projects", "/projects", _fill, in_house=True)
