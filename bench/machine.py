"""The machine a bench ran on, in one line."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def facts() -> str:
    """Processor, cores, memory, versions: what a figure in docs/benchmarks.md is worth nothing without."""
    return (
        f"{_processor()}, {os.cpu_count()} cores, {_memory()} GB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, bulian {version('bulian')}"
    )


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 2**20:.0f}"
    return "?"


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text("utf-8").splitlines() if file.is_file() else []
