"""How large the functions' binaries are."""

import gzip

import programs
from budget import line, table

BUDGET_MB = 12


def measure() -> dict:
    rows, largest = [], 0.0
    for name in programs.names():
        content = programs.function(name).read_bytes()
        size = len(content) / 1e6
        # About what the package weighs that Lambda fetches at a cold start.
        packed = len(gzip.compress(content, 6)) / 1e6
        rows.append([name, f"{size:.1f}", f"{packed:.1f}"])
        if name in programs.api_names():
            largest = max(largest, size)
    budget = line("size of a stripped API binary, the largest", f"≤ {BUDGET_MB} MB", f"{largest:.1f} MB", largest <= BUDGET_MB)
    return {
        "title": "Sizes",
        "budgets": [budget],
        "text": "Release profile, stripped; MB of 10⁶ bytes.\n\n" + table(["binary", "MB", "gzip, MB"], rows),
    }
