"""Writes docs/performance.md from what the parts have found, each part's with its own date and machine load."""

import json
from pathlib import Path

from programs import RESULTS, ROOT

PAGE = ROOT / "docs/performance.md"
COMMANDS = {
    "sizes": "tests/bench/run sizes",
    "init": "tests/bench/run init",
    "functions": "tests/bench/run functions",
    "trips": "make capacity",
    "imports": "tests/bench/run imports",
    "customers": "tests/bench/run customers",
    "requests": "tests/bench/run requests",
    "features": "tests/bench/run features",
    "web": "tests/bench/run web",
}
HEAD = """# Performance

Made by `make bench` (`tests/bench/run`), never by hand; what is missed and why is told in `tests/bench/why.md`, which is
copied here. Every figure is from the command below it. CPU time is the measure wherever there is a choice: time by the
clock says more of what else the machine was doing. Nothing here ran on AWS.
"""


def write(parts: tuple[str, ...]):
    kept = {}
    for part in parts:
        file = RESULTS / f"{part}.json"
        if file.exists():
            kept[part] = json.loads(file.read_text(encoding="utf-8"))
    if not kept:
        return
    page = [HEAD, machines(kept), "## Budgets\n", budgets(kept)]
    page += [why(), *(section(part, found) for part, found in kept.items())]
    missing = [f"`{COMMANDS[part]}`" for part in parts if part not in kept]
    if missing:
        page.append(f"Not measured yet: {', '.join(missing)}.\n")
    PAGE.write_text("\n".join(page), encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


def machines(kept: dict) -> str:
    lines = sorted({found["machine"] for found in kept.values()})
    return "\n".join(f"Machine: {line}.\n" for line in lines)


def budgets(kept: dict) -> str:
    rows = ["| budget | allowed | reached | verdict |", "|---|---|---|---|"]
    for found in kept.values():
        rows += [f"| {b['what']} | {b['budget']} | {b['reached']} | {b['verdict']} |" for b in found["budgets"]]
    return "\n".join(rows) + "\n"


def why() -> str:
    file = Path(__file__).parent / "why.md"
    return file.read_text(encoding="utf-8")


def section(part: str, found: dict) -> str:
    before, after = found["before"], found["after"]
    told = f"{before['at']} UTC, commit {found['commit']}, load of the machine {before['load']} before and {after['load']} after."
    if found.get("prebuilt"):
        told += f" {'; '.join(found['prebuilt'])}: not built from this commit by the benchmark."
    command = found.get("command") or COMMANDS[part]
    return f"## {found['title']}\n\n    {command}\n\n{told}\n\n{found['text']}\n"
