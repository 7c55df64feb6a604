"""A line of the budget table."""

import statistics


def line(what: str, budget: str, reached: str, kept: bool | None) -> dict:
    """`kept` is None when it could not be measured."""
    verdict = {True: "kept", False: "**missed**", None: "not measured"}[kept]
    return {"what": what, "budget": budget, "reached": reached, "verdict": verdict}


def table(head: list[str], rows: list[list], figures: bool = True) -> str:
    """A table in Markdown; figures to the right."""
    marks = ["---"] + ["--:" if figures else "---"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in [head, marks, *rows])


def median(values) -> float:
    return statistics.median(values)
