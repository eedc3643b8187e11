"""The example district, from nothing to a report."""

import filecmp
import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bulian.assess.datum import data_in_force
from bulian.assess.disagreement import Disagreement, disagreements
from bulian.assess.series import series
from bulian.assess.targets import Target, targets
from bulian.corpus.workspace import CONFIG, Workspace, load_workspace
from bulian.errors import WorkspaceError
from bulian.model.stored import Sourced
from bulian.steps.asking import facts
from bulian.steps.building import Built, Progress, build
from bulian.steps.equipping import equip
from bulian.steps.identifying import identities
from bulian.steps.reporting import report

_FORMATS = (".docx", ".html", ".md")


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration built: the workspace, what it holds, and where the reports lie."""

    workspace: Workspace
    built: Built
    facts: tuple[Sourced, ...]
    targets: tuple[Target, ...]
    disagreements: tuple[Disagreement, ...]
    reports: tuple[Path, ...]


def demo(into: Path, *, lang: str, now: str, progress: Progress = lambda done, total, name: None) -> Demo:
    """Copy the example district to `into`, build it, and write its report.

    Run again, it takes over what changed in the example and keeps what a person added or decided there.

    Raises:
        WorkspaceError: `into` holds something else, or cannot be written.
    """
    workspace = _copy(into)
    built = build(workspace, now=now, progress=progress)
    equip(workspace, now=now)
    found = tuple(facts(workspace))
    told = series(data_in_force(found, identities(workspace)))
    reports = tuple(workspace.out / f"{workspace.name}产业发展简报{suffix}" for suffix in _FORMATS)
    for path in reports:
        report(workspace, path, lang=lang, now=now)
    return Demo(workspace, built, found, targets(told), disagreements(told), reports)


def example() -> Path:
    """The folder of the example district: inside the installed package, else beside the project's code."""
    inside = Path(str(files("bulian"))) / "examples" / "dadukou"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "examples" / "dadukou"


def _copy(into: Path) -> Workspace:
    if into.exists() and not (into / CONFIG).is_file() and (not into.is_dir() or any(into.iterdir())):
        raise WorkspaceError(
            into,
            "holds something else. Name an empty or new folder with --into.",
            "里面是别的东西。请用 --into 指明一个空的或新的文件夹。",
        )
    try:
        for file in sorted(example().rglob("*")):
            copy = into / file.relative_to(example())
            if file.is_file() and not (copy.is_file() and filecmp.cmp(file, copy, shallow=False)):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)
        workspace = load_workspace(into)
        for folder in (workspace.mappings, workspace.journal, workspace.out):
            folder.mkdir(exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            into,
            f"cannot be written ({error.strerror}). Name another folder with --into.",
            f"写不进去（{error.strerror}）。请用 --into 指明别的文件夹。",
        ) from error
    return workspace
