"""Imports of files of several sizes: how fast, with how much CPU, in how much memory."""

import os
import tempfile
from pathlib import Path

import customers_file
from budget import line, table
from one_import import Imported, apart, end_to_end

SIZES = (1_000, 10_000, 100_000)
BUDGET_ROWS_A_SECOND = 1500
BUDGET_CPU_MS = 0.5
BUDGET_MEMORY_MB = 128


def sizes() -> list[int]:
    """`SIZES=1000,10000` says which; `FULL=1` adds a million."""
    told = os.environ.get("SIZES")
    asked = [int(size) for size in told.split(",")] if told else list(SIZES)
    return asked + [1_000_000] if os.environ.get("FULL") else asked


def measure() -> dict:
    whole, split, floors = [], [], {}
    for rows in sizes():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "customers.csv"
            expected = customers_file.write(file, rows)
            floors[rows] = customers_file.floor(file)
            for kind, results in ((end_to_end, whole), (apart, split)):
                place = Path(folder) / kind.__name__
                place.mkdir()
                imported = kind(place, file, rows)
                check(imported, expected)
                results.append(imported)
                print(f"{rows:,} rows {kind.__name__}: read {imported.read.seconds:.1f} s, write {imported.write.seconds:.1f} s", flush=True)
    return told(whole, split, floors)


def check(imported: Imported, expected: dict[str, int]):
    """Fast and wrong is not fast."""
    wanted = {**expected, "written": expected["create"]}
    if imported.counts != wanted:
        raise SystemExit(f"{imported.rows} rows: counts {imported.counts} instead of {wanted}")


def total(imported: Imported) -> float:
    return imported.upload_seconds + imported.read.seconds + imported.write.seconds


def own(imported: Imported) -> float:
    return (imported.read.own_cpu + imported.write.own_cpu) / imported.rows


def told(whole: list[Imported], split: list[Imported], floors: dict[int, float]) -> dict:
    largest, apart_largest = whole[-1], split[-1]
    speed, cpu = largest.rows / total(largest), own(apart_largest)
    memory = max(apart_largest.read.own_memory, apart_largest.write.own_memory)
    full = largest.rows == 1_000_000
    size = f"{largest.rows:,} rows"
    # Small files are all new companies: from there on growth says something.
    growth = own(split[-1]) / own(split[-2]) if len(split) > 1 and split[-2].rows >= 5 * customers_file.COMPANIES else None
    budgets = [
        line("CSV import, end to end", f"≥ {BUDGET_ROWS_A_SECOND:,} rows a second", f"{speed:,.0f} ({size})", speed >= BUDGET_ROWS_A_SECOND),
        line("CSV import, CPU a row in our code", f"≤ {BUDGET_CPU_MS} ms", f"{cpu:.2f} ms ({size})", cpu <= BUDGET_CPU_MS),
        line(
            "CSV import, a function's memory at 1,000,000 rows",
            f"≤ {BUDGET_MEMORY_MB} MB",
            f"{memory:.0f} MB ({size})",
            memory <= BUDGET_MEMORY_MB if full else None,
        ),
        line(
            "CSV import, time linear: CPU a row against that of the next smaller file",
            "about 1 ×",
            f"{growth:.2f} × ({split[-2].rows:,} → {size})" if growth else "from 10,000 rows on",
            growth <= 1.2 if growth else None,
        ),
    ]
    command = f"SIZES={','.join(str(i.rows) for i in whole)} tests/bench/run imports"
    return {"title": "Import", "command": command, "budgets": budgets, "text": text(whole, split, floors)}


def text(whole: list[Imported], split: list[Imported], floors: dict[int, float]) -> str:
    one = [
        [
            f"{i.rows:,}",
            f"{i.rows / i.read.seconds:,.0f}",
            f"{i.rows / i.write.seconds:,.0f}",
            f"{i.rows / total(i):,.0f}",
            f"{i.read.house_cpu / i.rows:.2f}",
            f"{i.write.house_cpu / i.rows:.2f}",
            f"{i.house_memory:.0f}",
        ]
        for i in whole
    ]
    two = [
        [
            f"{i.rows:,}",
            f"{i.read.own_cpu / i.rows:.3f}",
            f"{i.write.own_cpu / i.rows:.3f}",
            f"{own(i):.3f}",
            f"{own(i) / floors[i.rows]:.0f} ×",
            f"{i.read.house_cpu / i.rows:.2f}",
            f"{i.write.house_cpu / i.rows:.2f}",
            f"{i.write.table_cpu / i.rows:.2f}",
            f"{i.write.table_cpu / i.write.seconds / 10:.0f} %",
            f"{i.house_memory:.0f}",
            f"{i.read.own_memory:.1f}",
            f"{i.write.own_memory:.1f}",
            i.read.invocations + i.write.invocations,
        ]
        for i in split
    ]
    return (
        f"Generated files: {customers_file.COMPANIES:,} companies, 1 % duplicates, 1 % invalid rows; each import's counts are "
        "compared with those that the generator states. No activation mails.\n\n"
        "**End to end**, all in one program (API, functions, table, bucket, events). Rows a second of reading (from the end of the "
        "upload to the preview), of writing (from confirming to done), and of everything with the upload; the program's CPU ms a "
        "row; its memory at its highest, in MB.\n\n"
        + table(["rows", "read/s", "write/s", "all/s", "CPU reading", "CPU writing", "peak RSS"], one)
        + "\n\n**Our code apart**: the binaries `read-import` and `write-import` as processes on the Runtime API's emulator; table, "
        "bucket and events in another process, the local cloud. CPU ms a row; peak RSS in MB. `× floor` is against Python's `csv` "
        "reading the same file in the same run; `of it the table` is the one thread that reads and writes SQLite, and `table busy` how "
        "much of the time of writing it had the processor; `events` how many invocations it took.\n\n"
        + table(
            ["rows", "read", "write", "both", "× floor", "local cloud: read", "write", "of it the table", "table busy", "its RSS", "RSS read", "RSS write", "events"],
            two,
        )
    )
