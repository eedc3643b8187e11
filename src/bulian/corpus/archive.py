"""Office files are zip archives: is this one safe to unpack?

Sizes are judged from the archive's directory before anything is unpacked. Python's zipfile never gives out
more of a member than the directory declares, so a directory that lies ends in a damaged file, not in memory.
"""

import io
import zipfile
import zlib

from bulian.errors import Unreadable

MAX_BYTES = 512 * 1024**2
MAX_RATIO = 200
MAX_MEMBERS = 10_000
_RATIO_MATTERS = 16 * 1024**2  # below this, even a blank sheet that packs well is harmless


def open_archive(raw: bytes, file: str) -> zipfile.ZipFile:
    """The archive in `raw`, once its directory shows it to be harmless.

    Raises:
        Unreadable: it is damaged, protected by a password, or unpacks to far more than a document holds.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, UnicodeDecodeError) as error:
        raise damaged(file) from error
    total = sum(member.file_size for member in members)
    if total > MAX_BYTES or len(members) > MAX_MEMBERS:
        raise _too_large(file, total, len(members))
    if total > _RATIO_MATTERS and total > MAX_RATIO * len(raw):
        raise _too_large(file, total, len(members))
    if any(".." in member.filename.replace("\\", "/").split("/") for member in members):
        raise damaged(file)
    if any(member.flag_bits & 1 for member in members):
        raise protected(file)
    return archive


def read_member(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    """The bytes of a member; b"" when the archive has none of this name."""
    try:
        return archive.read(name)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise damaged(file) from error


def damaged(file: str) -> Unreadable:
    """The refusal of a file whose parts do not hold together."""
    return Unreadable(
        file,
        "it is damaged. Open it in Office or WPS, let it repair the file, save it anew and bring that.",
        "文件已损坏。请用 Office 或 WPS 打开并修复，另存后再放进来。",
    )


def protected(file: str) -> Unreadable:
    """The refusal of a file that opens only with a password."""
    return Unreadable(
        file,
        "it has a password. Open it with the password, save it without one and bring that.",
        "文件设有密码。请输入密码打开，取消密码后另存，再放进来。",
    )


def _too_large(file: str, total: int, members: int) -> Unreadable:
    megabytes = total // 1024**2
    return Unreadable(
        file,
        f"it unpacks to {megabytes} MB in {members} parts, far more than a document holds; not opened. "
        f"If it is genuine, save it in smaller files (at most {MAX_BYTES // 1024**2} MB unpacked).",
        f"解压后有 {megabytes} MB、{members} 个部件，远超正常文档，未打开。"
        f"如确属正常文件，请拆分另存（解压后不超过 {MAX_BYTES // 1024**2} MB）。",
    )
