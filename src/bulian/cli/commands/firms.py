"""What is known of firms."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, now, scope, split_name
from bulian.errors import BadRequest


def firms(
    arguments: Annotated[list[str] | None, typer.Argument(metavar="[WORKSPACE] [NAME]")] = None,
    year: Annotated[int | None, typer.Option("--year", help="从哪一年数新旧 · age is counted from")] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            help="分组计数 · count by this and by industry: origin, owner_place, investor_place, ownership, "
            "listed, size",
        ),
    ] = None,
    growth: Annotated[
        bool, typer.Option("--growth", help="各组的营业收入、比重和增量，与 --by 同用 · what each group adds")
    ] = False,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """企业情况：知道什么、不知道什么、多旧 · what is known of firms, what not, how old"""
    from bulian.assess.firms.crosstab import PLACES
    from bulian.cli import show_added, show_firms, show_scope
    from bulian.steps import profiling

    place, name = split_name(arguments)
    asked, moment = scope(as_of, known_on, public), now()
    if growth and name is not None:
        raise BadRequest(
            "--growth is of all firms together; leave the name away.",
            "--growth 看的是全部企业，请去掉企业名。",
        )
    if growth or (by and name is None):
        base, groups = profiling.firms_by(place, by or "origin", year=year, scope=asked, now=moment)
        show = show_added.added if growth else show_firms.counted_by
        show(groups, form)
        if not growth and form == "table" and (by or "origin") in PLACES:
            show_firms.told_of_foreign(profiling.foreign(base))
        show_scope.left_out(base.seen, form)
        return
    if name is None:
        found = profiling.firms(place, year=year, scope=asked, now=moment)
        show_firms.coverage(found, form)
        show_scope.left_out(found.ground.seen, form)
        return
    one = profiling.firm(place, name, scope=asked, now=moment)
    show_firms.profile(one, form)
    show_scope.left_out(one.ground.seen, form)
