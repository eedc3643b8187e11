from pathlib import Path

import pytest

from bulian.ledger.filesystem import on_network

MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/vdb /home/local ext4 rw 0 0
//server/share /mnt/共享\\040盘 cifs rw 0 0
host /mnt/ssh fuse.sshfs rw 0 0
short line
C: /mnt/c 9p rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/srv/work", False),
        ("/home/wang/work", True),
        ("/home/local/work", False),
        ("/homes/work", False),
        ("/mnt/共享 盘/work", True),
        ("/mnt/ssh", True),
        ("/mnt/c/work", True),
    ],
)
def test_the_innermost_mount_decides(tmp_path: Path, path: str, expected: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert on_network(Path(path), mounts) is expected


def test_without_a_table_of_mounts_sqlite_decides(tmp_path: Path) -> None:
    assert on_network(tmp_path, tmp_path / "no such table") is False
