"""How long it takes to find out what is on for everybody everywhere."""

import json
import statistics
import subprocess

from budget import line, table
from programs import ROOT

RUNS = 5
BUDGET_MS = 100


def measure() -> dict:
    command = ["cargo", "run", "--release", "--quiet", "-p", "domain", "--example", "resolution"]
    runs = [json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout) for _ in range(RUNS)]
    times = sorted(run["microseconds"] / 1000 for run in runs)
    middle, one = statistics.median(times), runs[0]
    budgets = [line("features: who may do what, everywhere, in one request", f"≤ {BUDGET_MS} ms", f"{middle:.1f} ms", middle <= BUDGET_MS)]
    values = one["representatives"] * one["portals"] * one["features"]
    rows = [[f"{one['representatives']:,}", str(one["portals"]), str(one["features"]), f"{values:,}", f"{times[0]:.1f}", f"{middle:.1f}", f"{times[-1]:.1f}"]]
    head = ["representatives", "portals", "features", "values", "ms, least", "median", "most"]
    text = (
        "One thread, no reading and writing: account, 50 teams and subteams, representatives and portals each say something of a third of "
        f"the switches. {RUNS} runs of twenty rounds; milliseconds a round.\n\n" + table(head, rows)
    )
    return {"title": "Features", "budgets": budgets, "text": text}
