"""The programs that are measured: built here, unless the environment says where they are."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
RESULTS = TARGET / "bench"
TEMPLATE = ROOT / "infra/template.yaml"
# Those that answer requests; the others take events.
EVENTS = ("publish-events", "read-import", "send-mail", "watchdog", "write-import")


@cache
def names() -> list[str]:
    """Every binary that the template names."""
    return sorted(set(re.findall(r"CodeUri: \.\./target/lambda/([a-z-]+)/", TEMPLATE.read_text(encoding="utf-8"))))


def api_names() -> list[str]:
    return [name for name in names() if name not in EVENTS]


def function(name: str) -> Path:
    return given("BENCH_FUNCTIONS", lambda: build(tuple(names()))) / name


def deskhand() -> Path:
    return given("BENCH_DESKHAND", lambda: build(("deskhand",)) / "deskhand")


def hello() -> Path:
    return given("BENCH_HELLO", lambda: build(("bench-hello",)) / "bench-hello")


def given(variable: str, otherwise) -> Path:
    told = os.environ.get(variable)
    return Path(told).resolve() if told else otherwise()


@cache
def build(packages: tuple[str, ...]) -> Path:
    """Where the release binaries of these packages are, once they are built. All with one profile and one lock file."""
    asked = [word for package in packages for word in ("-p", package)]
    subprocess.run(["cargo", "build", "--release", "--quiet", *asked], cwd=ROOT, check=True)
    return TARGET / "release"
