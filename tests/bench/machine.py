"""What the figures were measured on."""

import os
import platform
import subprocess
from datetime import datetime, timezone
from pathlib import Path


def name() -> str:
    cpu = next((line.split(":")[1].strip() for line in read("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = next((int(line.split()[1]) // 1024 // 1024 for line in read("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return f"{cpu}, {os.cpu_count()} processors, {memory} GB, Linux {platform.release().split('-')[0]}"


def state() -> dict:
    """When, and how busy: other people's work makes wall time longer, and CPU time a little."""
    return {"at": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M"), "load": round(os.getloadavg()[0], 1)}


def commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "unknown"


def read(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
