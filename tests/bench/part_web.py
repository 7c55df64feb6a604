"""How much JavaScript a browser loads before it shows its first page."""

import gzip
import os
import re
import subprocess
from pathlib import Path

import programs
from budget import line, table

BUDGET_KB = 200
# What is loaded on demand for a page, by the beginning of the file's name; and the languages, of which one is loaded.
PAGES = {"sign-in": ("SignInPage",), "home, signed in": ("Shell", "HomePage"), "customers, opened first": ("Shell", "CustomersPage")}
# Where people begin; the budget is theirs.
FIRST = ("sign-in", "home, signed in")
LANGUAGES = ("en", "de", "es", "fr", "it", "pt")


def measure() -> dict:
    dist = programs.given("BENCH_WEB", build, "index.html")
    html = (dist / "index.html").read_text(encoding="utf-8")
    start = {dist / path for path in re.findall(r'(?:src|href)="/?(?:\./)?([^"]+\.js)"', html)}
    language = max((found(dist, name) for name in LANGUAGES), key=compressed)
    rows, largest = [], 0.0
    for page, names in PAGES.items():
        files = closure(start | {language} | {found(dist, name) for name in names})
        size = sum(map(compressed, files)) / 1000
        largest = max(largest, size) if page in FIRST else largest
        rows.append([page, len(files), f"{sum(file.stat().st_size for file in files) / 1000:.0f}", f"{size:.0f}"])
    whole = sorted(dist.rglob("*.js"))
    rows.append(["everything", len(whole), f"{sum(f.stat().st_size for f in whole) / 1000:.0f}", f"{sum(map(compressed, whole)) / 1000:.0f}"])
    budget = line("web: JavaScript of the first page, compressed", f"≤ {BUDGET_KB} kB", f"{largest:.0f} kB", largest <= BUDGET_KB)
    text = (
        "What `index.html` loads, the page's own files, the largest language, and all that these import; gzip level 9, each file by "
        "itself, kB of 1,000 bytes.\n\n" + table(["page", "files", "kB", "gzip, kB"], rows)
    )
    return {"title": "Web", "budgets": [budget], "text": text}


def build() -> Path:
    web = programs.ROOT / "web"
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=web, check=True)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=web, check=True)
    return web / "dist"


def found(dist: Path, name: str) -> Path:
    """The file of that name, after which comes a hash of its content. A new name must not make the figure small."""
    files = [path for path in dist.rglob("*.js") if re.fullmatch(rf"{name}-[\w-]{{8}}\.js", path.name)]
    if len(files) != 1:
        raise SystemExit(f"web: {len(files)} files are called {name}: tell tests/bench/part_web.py what the page loads now")
    return files[0]


def closure(files: set[Path]) -> set[Path]:
    """The files with all that they import as a matter of course: not what they load on demand."""
    known, open_ = set(), list(files)
    while open_:
        file = open_.pop()
        if file in known:
            continue
        known.add(file)
        text = file.read_text(encoding="utf-8")
        open_ += [(file.parent / name).resolve() for name in re.findall(r'(?:from|import)\s*["`](\.{1,2}/[^"`]+\.js)["`]', text)]
    return known


def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
