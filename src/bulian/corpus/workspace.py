"""A workspace is a folder: `bulian.toml`, `sources/`, `mappings/`, `journal/`, `ledger.db`, `out/`."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bulian.errors import WorkspaceError

CONFIG = "bulian.toml"
META = ".meta.toml"
OWN = (
    "clusters", "templates", "scorecards", "chains", "opportunities", "structure", "input-output",
    "boundaries",
)  # fmt: skip
"""Folders of tables, rules and outlines that a district puts there itself, which no build takes in."""
# What Office programs and systems leave beside the files a person put there.
LITTER = ("~$", ".", "Thumbs.db", "desktop.ini")
KEYS = {"name": str, "region": str, "languages": list, "taxonomy": str}


@dataclass(frozen=True, slots=True)
class Workspace:
    """One district's folder.

    Attributes:
        root: the folder. name: what the district is called in papers.
        region: its GB/T 2260 code, six digits.
        languages: scripts its sources come in, as BCP 47 tags.
        taxonomy: the classification of clusters in force, None when the district names none.
    """

    root: Path
    name: str
    region: str
    languages: tuple[str, ...] = ("zh-Hans",)
    taxonomy: str | None = None

    @property
    def sources(self) -> Path:
        """Reports and tables as received."""
        return self.root / "sources"

    @property
    def mappings(self) -> Path:
        """How columns of recurring tables were understood."""
        return self.root / "mappings"

    @property
    def clusters(self) -> Path:
        """The district's own taxonomies, and its map of strategic industries."""
        return self.root / "clusters"

    @property
    def boundaries(self) -> Path:
        """Outlines of its townships, as GeoJSON."""
        return self.root / "boundaries"

    @property
    def journal(self) -> Path:
        """What people decided and entered."""
        return self.root / "journal"

    @property
    def ledger(self) -> Path:
        """The derived database."""
        return self.root / "ledger.db"

    @property
    def out(self) -> Path:
        """Reports and exports."""
        return self.root / "out"


def find_workspace(start: Path) -> Workspace:
    """The workspace at `start` or in the nearest folder above it.

    Raises:
        WorkspaceError: no `bulian.toml` is found, or it is malformed.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return load_workspace(folder)
    raise WorkspaceError(
        start,
        f"no {CONFIG} here or above. Make a workspace: bulian init DIR --region 500104 --name NAME",
        f"这里和上级文件夹都没有 {CONFIG}。请先建工作区：bulian init 文件夹 --region 500104 --name 名称",
    )


def load_workspace(root: Path) -> Workspace:
    """Read `bulian.toml`; an unknown key or a wrong type is an error that names it."""
    file = root / CONFIG
    try:
        config = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            file,
            f"not valid TOML ({error}). Mend that line, or delete the file and run bulian init again.",
            f"不是合格的 TOML（{error}）。请改好那一行，或删掉这个文件重新 bulian init。",
        ) from error
    except OSError as error:
        raise WorkspaceError(
            file,
            f"cannot be read ({error.strerror}). Check the file's permissions.",
            f"读不了（{error.strerror}）。请检查文件权限。",
        ) from error
    for key, value in config.items():
        if key not in KEYS or not isinstance(value, KEYS[key]):
            raise WorkspaceError(
                file,
                f"{key} = {value!r} is not understood. It may hold {', '.join(KEYS)}.",
                f"看不懂 {key} = {value!r}。这里可以写 {'、'.join(KEYS)}。",
            )
    for key in ("name", "region"):
        if not config.get(key):
            raise WorkspaceError(
                file,
                f"{key} is missing. Add a line like {_example(key)}",
                f"缺少 {key}。请加一行，例如 {_example(key)}",
            )
    return Workspace(
        root=root.resolve(),
        name=config["name"],
        region=config["region"],
        languages=tuple(map(str, config.get("languages", ["zh-Hans"]))),
        taxonomy=config.get("taxonomy"),
    )


def _example(key: str) -> str:
    return {"name": 'name = "大渡口区"', "region": 'region = "500104"'}[key]


def create_workspace(root: Path, *, region: str, name: str) -> Workspace:
    """Make the folders and `bulian.toml`. A folder that already is a workspace is left as it is: an error."""
    if (root / CONFIG).exists():
        raise WorkspaceError(
            root, f"already holds a {CONFIG}. Nothing was changed.", f"已经有 {CONFIG}，没有改动。"
        )
    workspace = Workspace(root=root.resolve(), name=name, region=region)
    try:
        for folder in (workspace.sources, workspace.mappings, workspace.journal, workspace.out):
            folder.mkdir(parents=True, exist_ok=True)
        (root / CONFIG).write_text(_config(workspace), "utf-8")
    except OSError as error:
        raise WorkspaceError(
            root,
            f"cannot be written ({error.strerror}). Choose another folder or mend its permissions.",
            f"写不进去（{error.strerror}）。请换一个文件夹，或改它的权限。",
        ) from error
    return workspace


def _config(workspace: Workspace) -> str:
    name = workspace.name.replace("\\", "\\\\").replace('"', '\\"')
    return f'name = "{name}"\nregion = "{workspace.region}"\nlanguages = ["zh-Hans"]\n'


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file below `sources/`: where it lies, and its name with "/" that the ledger knows it by."""

    path: Path
    name: str


def list_sources(workspace: Workspace) -> tuple[SourceFile, ...]:
    """Every file a person put below `sources/`, by name; links and litter of other programs are left out.

    Raises:
        WorkspaceError: `sources/` is missing or cannot be read.
    """
    if not workspace.sources.is_dir():
        raise WorkspaceError(
            workspace.sources,
            "is not there. Make the folder and put reports and spreadsheets into it.",
            "不存在。请建这个文件夹，把报告和表格放进去。",
        )

    def stop(error: OSError) -> None:
        raise WorkspaceError(
            error.filename,
            f"cannot be read ({error.strerror}). Check the folder's permissions.",
            f"读不了（{error.strerror}）。请检查文件夹权限。",
        ) from error

    found = []
    for folder, folders, files in os.walk(workspace.sources, onerror=stop):
        folders[:] = sorted(f for f in folders if not f.startswith(LITTER))
        for file in files:
            path = Path(folder, file)
            if not file.startswith(LITTER) and not file.endswith(META) and not path.is_symlink():
                found.append(SourceFile(path, _name(path, workspace)))
    return tuple(sorted(found, key=lambda source: source.name))


def leftovers(workspace: Workspace) -> tuple[str, ...]:
    """Names below `sources/` that are never read, so that `status` can say so: links, and lone .meta.toml."""
    names = []
    for folder, _, files in os.walk(workspace.sources):
        for file in files:
            path = Path(folder, file)
            lone = file.endswith(META) and not path.with_name(file.removesuffix(META)).exists()
            if path.is_symlink() or lone:
                names.append(_name(path, workspace))
    return tuple(sorted(names))


def _name(path: Path, workspace: Workspace) -> str:
    """The path below `sources/`; bytes of it that are no UTF-8 (a GBK name out of an archive) as "\\xb1"."""
    name = path.relative_to(workspace.sources).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
