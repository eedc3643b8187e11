"""Industrial chains: what is there, what is missing, on whom it depends, what breaks."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Why, now, scope, workspace_at
from bulian.cli.say import language
from bulian.errors import BadRequest

if TYPE_CHECKING:
    from bulian.corpus.workspace import Workspace

ACTIONS = ("list", "show", "gaps", "depend", "lose", "sheets", "diff", "edit", "place")


def chain(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORKSPACE] [ACTION] [CHAIN]",
            help="list、show、gaps、depend、lose、sheets、diff、edit、place · what to ask of which chain",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="show：每个环节一行，连不明的 · every node, also the unknown")
    ] = False,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", help="lose：设想少了它，企业或环节，可多次 · suppose it is gone"),
    ] = None,
    share: Annotated[
        float | None,
        typer.Option("--share", help="lose：它走掉的份额，0 到 1，不写就是全部 · what part of it is gone"),
    ] = None,
    save: Annotated[
        str | None, typer.Option("--save", help="lose：把这个情景按名存下 · keep the scenario")
    ] = None,
    do: Annotated[
        str | None,
        typer.Option("--do", help="edit：怎么改，如 'remove-node magbead' · what to change"),
    ] = None,
    table: Annotated[
        str | None, typer.Option("--table", help="place：哪份企业名录 · which firm table")
    ] = None,
    covers: Annotated[
        str | None,
        typer.Option("--covers", help="place：这份名录覆盖哪个区划代码，如 500104 · the region it covers"),
    ] = None,
    by: By = "",
    why: Why = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="sheets：.xlsx 写到哪里 · where to write")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """产业链：有什么、缺什么、靠谁、断了会怎样 · what a chain has, lacks, leans on and loses"""
    from bulian.cli import show_chain, show_chain_answers, show_chain_changes, show_chain_place, show_scope
    from bulian.steps import chaining, changing, placing, supposing

    folder, action, name = _split(arguments or [])
    place = workspace_at(folder)
    if action == "list":
        show_chain.catalogue(changing.chain_catalogue(place), form)
        return
    if action == "diff":
        show_chain_changes.diff(changing.chain_diff(place, name), form)
        return
    if action == "place":
        if covers is not None:
            placing.chain_cover(place, table, covers, by=by, why=why, now=now())
            show_chain_place.covered(table or "", covers)
            return
        done = placing.chain_place(place, name, table=table, scope=scope(as_of, known_on, public))
        show_chain_place.placed(done, form)
        show_scope.left_out(done.seen, form)
        return
    if name is None:
        raise BadRequest(
            f"say which chain: bulian chain {action} CHAIN. They are listed by bulian chain list.",
            f"请写哪条链：bulian chain {action} 链名。有哪些链：bulian chain list。",
        )
    if action == "edit":
        if not do:
            raise BadRequest(
                "say what to change: --do 'remove-node NODE', and --by WHO --why REASON.",
                "请写怎么改：--do 'remove-node 环节'，并写 --by 谁 --why 理由。",
            )
        show_chain_changes.edited(changing.chain_edit(place, name, do, by=by, why=why, now=now()))
        return
    view = chaining.chain_view(place, name, now=now(), scope=scope(as_of, known_on, public))
    if action == "show":
        show_chain.shown(chaining.chain_show(view), form, everything)
        if form == "table":
            show_chain_place.illustrated(view, everything)
    elif action == "gaps":
        show_chain_answers.gaps(view, chaining.chain_gaps(view), form)
    elif action == "depend":
        show_chain_answers.depend(view, chaining.chain_depend(view), form)
    elif action == "sheets":
        show_chain_answers.written(
            chaining.chain_sheets(view, _xlsx(view.chain.name.zh, output, place), lang=language(), now=now())
        )
    elif without:
        gone = 1.0 if share is None else share
        found = supposing.chain_scenario(view, without, gone)
        show_chain_answers.scenario(view, found, chaining.chain_depend(view).district, form)
        if save:
            supposing.chain_save(view, place, save, without, gone, by=by, why=why, now=now())
            show_chain_answers.saved(save)
    else:
        if share is not None:
            raise BadRequest(
                "--share says what part of somebody is gone. Say also of whom: --without FIRM.",
                "--share 说的是走掉多少，还要写走的是谁：--without 企业。",
            )
        show_chain_answers.lose(view, chaining.chain_lose(view), supposing.chain_scenarios(place), form)
    show_scope.left_out(view.seen, form)


def _split(given: list[str]) -> tuple[Path | None, str, str | None]:
    """The workspace where the first word is no action; then the action, and the chain it is asked of."""
    folder = Path(given[0]) if given and given[0] not in ACTIONS else None
    if folder and not folder.is_dir():
        raise BadRequest(
            f"{folder} is neither a folder nor one of {', '.join(ACTIONS)}.",
            f"“{folder}”既不是文件夹，也不是动作。动作可选：{'、'.join(ACTIONS)}。",
        )
    rest = given[1:] if folder else given
    action, chain_name = rest[0] if rest else "list", rest[1] if len(rest) > 1 else None
    if action not in ACTIONS or len(rest) > 2:
        raise BadRequest(
            f"wanted: [WORKSPACE] [ACTION] [CHAIN], with ACTION one of {', '.join(ACTIONS)}",
            f"应当写：[工作区] [动作] [链]，动作可选：{'、'.join(ACTIONS)}",
        )
    return folder, action, chain_name


def _xlsx(name: str, output: Path | None, place: "Workspace") -> Path:
    return output or place.out / f"{name}_一图N清单.xlsx"
