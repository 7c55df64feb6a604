"""The programs that are measured: built here, unless the environment says where they are."""

import os
import re
import subprocess
from datetime import datetime, timezone
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
RESULTS = TARGET / "bench"
TEMPLATE = ROOT / "infra/template.yaml"
STACKS = ROOT / "infra/stacks"
# What was taken as it was found: it may be older than the commit, and the page says so.
PREBUILT: dict[str, str] = {}


@cache
def names() -> list[str]:
    """Every binary that the templates name."""
    written = "".join(stack.read_text(encoding="utf-8") for stack in STACKS.glob("*.yaml"))
    return sorted(set(re.findall(r"CodeUri: \.\./\.\./target/lambda/([a-z-]+)/", written)))


def api_names() -> list[str]:
    """Those that answer requests; the others take events."""
    return [name for name in names() if (ROOT / "functions/api" / name).is_dir()]


def function(name: str) -> Path:
    return given("BENCH_FUNCTIONS", lambda: build(tuple(names())), name) / name


def deskhand() -> Path:
    return given("BENCH_DESKHAND", lambda: build(("deskhand",)) / "deskhand")


def hello() -> Path:
    return given("BENCH_HELLO", lambda: build(("bench-hello",)) / "bench-hello")


def given(variable: str, otherwise, dated: str = "") -> Path:
    """Where the environment says it is, or else where it is built; `dated` is the file in it whose age is told."""
    told = os.environ.get(variable)
    if not told:
        return otherwise()
    built = datetime.fromtimestamp((Path(told) / dated).stat().st_mtime, timezone.utc).strftime("%Y-%m-%d %H:%M")
    PREBUILT[variable] = f"`{variable}` prebuilt, of {built} UTC"
    return Path(told).resolve()


@cache
def build(packages: tuple[str, ...]) -> Path:
    """Where the release binaries of these packages are, once they are built. All with one profile and one lock file."""
    asked = [word for package in packages for word in ("-p", package)]
    subprocess.run(["cargo", "build", "--release", "--quiet", *asked], cwd=ROOT, check=True)
    return TARGET / "release"
