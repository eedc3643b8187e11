"""One method note, as the documentation has it."""

from bulian.publish.site.notes import notes, summaries, title_in, title_of
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.prose import prose
from bulian.publish.site.site import Site


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    note = notes().get(asked["key"])
    if note is None:
        raise NotFound(
            "There is no such method note. The list of methods has those that are.",
            "没有这份方法说明。现有的都在“方法”一页。",
        )

    def linked(target: str) -> str | None:
        name = target.partition("#")[0].removesuffix(".md")
        return site.links.page(PAGE.path, site.lang, {"key": name}) if name in notes() else None

    summary = summaries()[asked["key"]] if site.lang == "zh" else None
    title = title_in(site.lang, asked["key"])
    return {"title": title, "english": title_of(note), "summary": summary, "prose": prose(note, linked)}


def _every(site: Site) -> list[dict[str, str]]:
    return [{"key": key} for key in notes()]


PAGE = Page("method", "/methods/{key}", _fill, every=_every)
