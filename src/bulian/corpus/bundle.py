"""A folder in one zip file: the same files give the same bytes, and only a harmless file is unpacked."""

import hashlib
import json
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from bulian.errors import WorkspaceError

MANIFEST = "MANIFEST.json"
_FORMAT = 1
_NEVER = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can tell; the time of packing is no content
_PLAIN_FILE = 0o644 << 16
_MAX_MEMBERS = 200_000
_MAX_RATIO = 200
_RATIO_MATTERS = 16 * 1024**2
_MAX_MANIFEST = 64 * 1024**2


def pack(file: Path, members: Mapping[str, bytes | Path], about: Mapping[str, object]) -> None:
    """Write the members, by name, and a manifest with the hash of each to `file`, whole or not at all.

    `about` goes into the manifest. Names are sorted, times and owners left out.

    Raises:
        WorkspaceError: `file` cannot be written, or a member cannot be read; what lay there before stays.
    """
    fresh = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        listed: dict[str, object] = {}
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(members):
                content = members[name]
                raw = content if isinstance(content, bytes) else content.read_bytes()
                listed[name] = {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw)}
                archive.writestr(_member(name), raw)
            manifest = {"format": _FORMAT, **about, "files": listed}
            archive.writestr(_member(MANIFEST), json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        fresh.replace(file)
    except OSError as error:
        with suppress(OSError):  # it may never have been made
            fresh.unlink(missing_ok=True)
        raise WorkspaceError(
            file,
            f"cannot be written ({error.strerror}). Choose another place, or make room.",
            f"写不进去（{error.strerror}）。请换个地方，或腾出空间。",
        ) from error


def unpack(file: Path, into: Path, tops: Iterable[str]) -> dict[str, Any]:
    """Unpack what `pack` wrote into the folder `into`, every byte checked; the manifest.

    Args:
        tops: the files and folders that may stand at the top; anything else is refused.

    Raises:
        WorkspaceError: it is no such file, was changed or cut, holds a name that leads out of the folder, or
            would unpack to far more than it can hold. What was unpacked until then is the caller's to remove.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _refuse_bomb(file, members, into)
            manifest = _manifest(file, archive)
            listed = {name: one for name, one in manifest["files"].items() if name != MANIFEST}
            names = [member.filename for member in members if member.filename != MANIFEST]
            _refuse_names(file, members, frozenset(tops))
            if sorted(names) != sorted(listed):
                raise _unfit(file, "its parts are not those of its list", "其中的文件与清单不符")
            for name in names:
                raw = archive.read(name)
                if hashlib.sha256(raw).hexdigest() != listed[name]["sha256"]:
                    raise _unfit(file, f"{name} was changed", f"{name} 被改动过")
                target = into.joinpath(*name.split("/"))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(raw)
    except FileNotFoundError as error:
        raise WorkspaceError(
            file, "there is no such file. Check the path.", "没有这个文件。请检查路径。"
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _unfit(file, f"it cannot be opened ({error})", f"打不开（{error}）") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise _unfit(file, "its list cannot be understood", "清单看不懂") from error
    except OSError as error:
        raise WorkspaceError(
            into,
            f"cannot be written ({error.strerror}). Choose another place, or make room.",
            f"写不进去（{error.strerror}）。请换个地方，或腾出空间。",
        ) from error
    return manifest


def _member(name: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name, _NEVER)
    told.compress_type, told.external_attr, told.create_system = zipfile.ZIP_DEFLATED, _PLAIN_FILE, 3
    return told


def _manifest(file: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    if MANIFEST not in archive.namelist():
        raise _unfit(file, f"it has no {MANIFEST}", f"里面没有 {MANIFEST}")
    if archive.getinfo(MANIFEST).file_size > _MAX_MANIFEST:
        raise _unfit(file, f"its {MANIFEST} is far too long", f"{MANIFEST} 过长")
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] != _FORMAT:
        raise _unfit(file, "a newer bulian wrote it; upgrade", "由更新版本的 bulian 写成，请升级")
    return manifest


def _refuse_bomb(file: Path, members: list[zipfile.ZipInfo], into: Path) -> None:
    """Judged by the archive's directory; Python never gives out more of a member than that declares."""
    total, packed = sum(one.file_size for one in members), sum(one.compress_size for one in members)
    if len(members) > _MAX_MEMBERS:
        raise _unfit(file, f"it holds {len(members)} files", f"里面有 {len(members)} 个文件")
    if total > _RATIO_MATTERS and total > _MAX_RATIO * max(packed, 1):
        raise _unfit(file, f"it unpacks to {total // 1024**2} MB", f"解压后有 {total // 1024**2} MB")
    if total > shutil.disk_usage(into).free:
        raise WorkspaceError(
            into,
            f"has no room for {total // 1024**2} MB. Make room, or choose another place.",
            f"放不下 {total // 1024**2} MB。请腾出空间，或换个地方。",
        )


def _refuse_names(file: Path, members: list[zipfile.ZipInfo], tops: frozenset[str]) -> None:
    seen: set[str] = set()
    for member in members:
        name = member.filename
        parts = re.split(r"[\\/]", name)
        kind = stat.S_IFMT(member.external_attr >> 16)
        outside = name.startswith("/") or any(part in ("", ".", "..") for part in parts) or ":" in parts[0]
        foreign = name.split("/")[0] not in tops and name != MANIFEST
        if outside or foreign or kind not in (0, stat.S_IFREG) or "\x00" in name:
            raise _unfit(file, f"{name!r} is no file of a workspace", f"{name!r} 不是工作区里的文件")
        if name.casefold() in seen:
            raise _unfit(file, f"{name!r} stands in it twice", f"{name!r} 出现了两次")
        if member.flag_bits & 1:
            raise _unfit(file, f"{name!r} is protected by a password", f"{name!r} 设有密码")
        seen.add(name.casefold())


def _unfit(file: Path, en: str, zh: str) -> WorkspaceError:
    return WorkspaceError(
        file,
        f"{en}. Nothing was taken from it; use a file that bulian export wrote, as it was written.",
        f"{zh}。没有取用其中任何内容；请使用 bulian export 写出的、未经改动的文件。",
    )
