"""Where the townships of a district lie, from what the workspace holds in `boundaries/`."""

from dataclasses import replace
from pathlib import Path

from bulian.corpus.geojson import Area, read_areas
from bulian.corpus.workspace import LITTER, Workspace
from bulian.errors import Unreadable, WorkspaceError
from bulian.resolve.township_areas import TownshipAreas, township_areas
from bulian.vocab.boundaries import outlines

_ENDINGS = (".geojson", ".json")


def townships_of(workspace: Workspace) -> TownshipAreas:
    """The townships of the district, with outlines where a file has them; a file that is wrong is told."""
    areas: list[Area] = []
    refused = []
    for file in _files(workspace.boundaries):
        try:
            areas += read_areas(file)
        except Unreadable as error:
            refused.append((error.en, error.zh))
    found = township_areas(areas, workspace.region, outlines().get(workspace.region))
    return replace(found, refused=tuple(refused))


def _files(folder: Path) -> list[Path]:
    """The GeoJSON of the folder by name; links may lead out of the workspace and are left out."""
    try:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise WorkspaceError(
            folder,
            f"cannot be read ({error.strerror}). Check the folder's permissions.",
            f"读不了（{error.strerror}）。请检查文件夹权限。",
        ) from error
    return [file for file in found if _fits(file) and file.is_file() and not file.is_symlink()]


def _fits(file: Path) -> bool:
    return file.suffix.casefold() in _ENDINGS and not file.name.startswith(LITTER)
