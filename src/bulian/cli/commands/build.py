"""Read what is new or changed into the ledger."""

from bulian.cli.arguments import Lang, Where, now, workspace_at


def build(workspace: Where = None, lang: Lang = None) -> None:
    """读新的和改过的文件，记进账本 · read what is new or changed into the ledger"""
    from bulian.cli import show
    from bulian.cli.printing import progress
    from bulian.steps import asking, building

    place = workspace_at(workspace)
    with progress() as tick:
        done = building.build(place, now=now(), progress=tick)
    show.build(done, asking.count(place))
