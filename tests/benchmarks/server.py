"""What a server takes, as Linux tells it."""

import os
from pathlib import Path
from urllib.parse import urlsplit


def process(address: str) -> Path:
    """Where Linux tells about the server at an address of this machine."""
    port = str(urlsplit(address).port)
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = command.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue  # that process has ended meanwhile
        if "streamlit" in words and port in words:
            return command.parent
    raise RuntimeError(f"no server at {address}")


def memory(server: Path) -> int:
    """The memory that a server holds, in MB."""
    return int((server / "status").read_text().split("VmRSS:")[1].split()[0]) // 1024


def used(server: Path) -> float:
    """The processor time that a server has used, in seconds."""
    fields = (server / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
