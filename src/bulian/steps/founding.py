"""Make a workspace for a district."""

from pathlib import Path

from bulian.corpus.workspace import Workspace, create_workspace
from bulian.errors import BadRequest
from bulian.vocab.regions import Region, regions


def init(folder: Path, *, region: str, name: str | None = None) -> Workspace:
    """Make `folder` a workspace of the region with this GB/T 2260 code; `name` defaults to the region's own.

    Raises:
        BadRequest: there is no such code. WorkspaceError: it already is one, or cannot be written.
    """
    known = _region(region)
    return create_workspace(folder, region=region, name=name or known.name)


def _region(code: str) -> Region:
    region = regions().get(code)
    if region is None:
        near = [f"{r.code} {r.name}" for r in regions().values() if code in (r.name, r.short)]
        hint_en = f" Did you mean {', '.join(near)}?" if near else " Six digits, as 500104 for 大渡口区."
        hint_zh = f"是不是 {'、'.join(near)}？" if near else "应为六位数字，如大渡口区 500104。"
        raise BadRequest(f"no region has the code {code!r}.{hint_en}", f"没有代码为“{code}”的地区。{hint_zh}")
    return region
