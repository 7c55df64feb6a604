"""What starting costs: from exec to the first question for an event, against a function that does nothing."""

import base64
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import programs
from budget import line, median, table
from house import environment
from lambda_function import Function

RUNS = 20
BUDGET_RATIO = 1.7
BUDGET_INSTRUCTIONS = 5.0
# Keys of the right length: nothing is signed before the first event.
KEYS = {name: base64.b64encode(bytes(32)).decode() for name in ("verifying_key", "signing_key", "data_key", "edge_key")}


def measure() -> dict:
    binaries = {"hello": programs.hello()} | {name: programs.function(name) for name in programs.names()}
    cpu = {name: [] for name in binaries}
    memory, counted = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        # One of each in turn, so that whatever else the machine does falls on all of them.
        for run in range(RUNS + 1):
            for name, binary in binaries.items():
                with Function(binary, environment("Bench", KEYS), log) as function:
                    # The first of each brings the binary into the page cache.
                    if run:
                        cpu[name].append(function.init)
                    memory[name] = function.memory()[0]
        counter = counter_of_instructions(Path(folder))
        if counter:
            counted = {name: counter(binary) for name, binary in binaries.items()}
    return told(cpu, memory, counted, counter)


def told(cpu: dict, memory: dict, counted: dict, counter) -> dict:
    floor, rows, ratios = median(cpu["hello"]), [], {}
    kernel = bool(counter) and counter.__name__ == "perf"
    for name, values in cpu.items():
        ratio = median(values) / floor
        if name in programs.api_names():
            ratios[name] = ratio
        instructions = f"{counted[name]:.2f}" if counted else "–"
        rows.append([name, f"{median(values):.2f}", f"{min(values):.2f}", f"{ratio:.2f}", instructions, f"{memory[name]:.1f}"])
    worst = max(ratios, key=ratios.get)
    budgets = [
        line(
            "init CPU of an API function against hello world, the worst",
            f"≤ {BUDGET_RATIO} ×",
            f"{ratios[worst]:.2f} × ({worst}; the middle one {median(ratios.values()):.2f} ×)",
            ratios[worst] <= BUDGET_RATIO,
        )
    ]
    most = max((counted[name] for name in ratios), default=None) if counted else None
    budgets.append(
        line(
            "init instructions of an API function, the most",
            f"≤ {BUDGET_INSTRUCTIONS:.0f} million",
            f"{most:.2f} million{'' if kernel else ', the kernel not counted'}" if counted else "no counter here",
            # Without the kernel's share more than the budget is a miss, and less proves nothing.
            None if not counted or (not kernel and most <= BUDGET_INSTRUCTIONS) else most <= BUDGET_INSTRUCTIONS,
        )
    )
    how = f"Instructions by {counter.__name__}, {'user mode and kernel' if kernel else 'user mode only'}. " if counter else "Neither perf's counter nor valgrind is here. "
    text = (
        f"From exec to the first `GET /next`: CPU time of the process, user and kernel, {RUNS} runs of each in turn. {how}"
        "`hello` is a `lambda_runtime` function that gives back its event; built with the same profile and lock file.\n\n"
        + table(["binary", "CPU ms, median", "least", "× hello", "million instructions", "RSS MB"], rows)
    )
    return {"title": "Start", "budgets": budgets, "text": text}


def counter_of_instructions(folder: Path):
    """Millions of instructions of a start: by the processor's counter, else by valgrind, which counts exactly but slowly."""
    log, out = folder / "counted.log", folder / "counted"

    def start(binary: Path, under: tuple, how: int) -> str:
        out.unlink(missing_ok=True)
        with Function(binary, environment("Bench", KEYS), log, under) as function:
            function.process.end(how)
        return out.read_text(encoding="utf-8")

    def perf(binary: Path) -> float:
        under = (shutil.which("perf"), "stat", "-x,", "-e", "instructions", "-o", out, "--")
        return int(re.search(r"^(\d+),", start(binary, under, signal.SIGINT), re.M)[1]) / 1e6

    def valgrind(binary: Path) -> float:
        under = (shutil.which("valgrind"), "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", f"--log-file={out}")
        return int(re.search(r"I +refs: +([\d,]+)", start(binary, under, signal.SIGTERM))[1].replace(",", "")) / 1e6

    if shutil.which("perf"):
        asked = subprocess.run(["perf", "stat", "-x,", "-e", "instructions", "true"], capture_output=True, text=True, check=False)
        if asked.returncode == 0 and re.search(r"^\d+,,instructions,", asked.stderr, re.M):
            return perf
    return valgrind if shutil.which("valgrind") else None
