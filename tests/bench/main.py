"""Runs the parts that were asked for, keeps what they found, and writes the page from all that is kept."""

import importlib
import json
import sys

import machine
import report
from programs import PREBUILT, RESULTS

# In the order of the page.
PARTS = ("sizes", "init", "functions", "trips", "imports", "customers", "requests", "features", "web")


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - {*PARTS, "report"}
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)} and report", file=sys.stderr)
        return 2
    RESULTS.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if wanted and part not in wanted:
            continue
        print(f"--- {part}", flush=True)
        # A module a part: `measure()` gives its lines of the budget table and its own section.
        before = machine.state()
        PREBUILT.clear()
        found = importlib.import_module(f"part_{part}").measure()
        when = {"before": before, "after": machine.state(), "commit": machine.commit(), "prebuilt": sorted(PREBUILT.values())}
        kept = {**found, "machine": machine.name(), **when}
        (RESULTS / f"{part}.json").write_text(json.dumps(kept, indent=1))
        for line in found["budgets"]:
            print(f"{line['what']}: {line['reached']} (budget {line['budget']}): {line['verdict']}", flush=True)
    report.write(PARTS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
