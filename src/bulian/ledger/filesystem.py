"""Whether the file system under a ledger can share memory between processes, as SQLite's WAL needs."""

from pathlib import Path

_MOUNTS = Path("/proc/mounts")
# Drives that live on another machine or behind a host; their shared memory is not shared.
_REMOTE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smbfs", "smb2", "smb3", "afs", "ncpfs", "davfs", "coda"),
        *("9p", "virtiofs", "vboxsf", "prl_fs", "drvfs"),
        *("ceph", "lustre", "gpfs", "beegfs", "orangefs", "ocfs2", "gfs2"),
    }
)


def on_network(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether `path` lies on a network or host-shared file system, by the table of mounts.

    False where the system keeps no such table; SQLite's own answer decides there.
    """
    kind = _kind(path.resolve(), mounts)
    return kind in _REMOTE or kind.startswith("fuse.")


def _kind(path: Path, mounts: Path) -> str:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        # Of two mounts on one point the later one hides the first.
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text
