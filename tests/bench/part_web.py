"""How much JavaScript a browser loads before it shows a page that is opened first."""

import gzip
import json
import subprocess
from pathlib import Path

import programs
from budget import line, table

BUDGET_KB = 200
# Where people begin; of the others the largest.
TOLD = {"SignInPage": "sign-in", "HomePage": "home, signed in", "CustomersPage": "customers"}


def measure() -> dict:
    dist = programs.given("BENCH_WEB", build, "index.html")
    # The build measures each page (web/build/budget.ts), and fails above the budget.
    loads = json.loads((dist / "first-load.json").read_text(encoding="utf-8"))
    largest = max(loads, key=lambda load: load["gzip"])
    named = {load["page"]: load for load in loads}
    rows = [row(name, named[page]) for page, name in TOLD.items()]
    rows.append(row(f"the largest of {len(loads)}: {largest['page']}", largest))
    whole = sorted(dist.rglob("*.js"))
    rows.append(row("everything, in six languages", {
        "files": len(whole),
        "bytes": sum(file.stat().st_size for file in whole),
        "gzip": sum(map(compressed, whole)),
    }))
    reached = largest["gzip"] / 1000
    budget = line("web: JavaScript before any page shows, compressed", f"≤ {BUDGET_KB} kB", f"{reached:.0f} kB", reached <= BUDGET_KB)
    text = (
        "What `index.html` loads, the frame, the page's own files and texts in the largest language, and all that these import; gzip "
        "level 9, each file by itself, kB of 1,000 bytes. What a page loads once it shows is not in it: lists to choose from, the "
        "parts of a table of very many rows, dialogs.\n\n" + table(["page", "files", "kB", "gzip, kB"], rows)
    )
    return {"title": "Web", "budgets": [budget], "text": text}


def row(name: str, load: dict) -> list[str | int]:
    return [name, load["files"], f"{load['bytes'] / 1000:.0f}", f"{load['gzip'] / 1000:.0f}"]


def build() -> Path:
    web = programs.ROOT / "web"
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=web, check=True)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=web, check=True)
    return web / "dist"


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
