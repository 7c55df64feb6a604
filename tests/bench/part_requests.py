"""Requests a second, and CPU a request, of the whole house under load."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from budget import line, table
from house import House

SECONDS = int(os.environ.get("SECONDS_EACH") or 10)
CONNECTIONS = (1, 16)
# The first asks nothing of the table: the floor under the others. What is last a device asks, with its own key.
REPORT = "POST /v1/devices/{id}/reports"
ASKED = ("GET /health", "GET /v1/me", "GET /v1/customers", "POST /v1/customers", "GET /v1/users", "POST /v1/users", "GET /v1/contacts", "GET /v1/devices", REPORT)
BUDGET_MS = 3.0


def measure() -> dict:
    if not shutil.which("wrk"):
        missing = line("CPU a request, function and local cloud together", f"≤ {BUDGET_MS:.0f} ms", "wrk is missing", None)
        return {"title": "Requests under load", "budgets": [missing], "text": "`wrk` is needed and is not here (Debian: `apt-get install wrk`)."}
    found = []
    with tempfile.TemporaryDirectory() as folder, House(Path(folder)) as house:
        device, key = house.device()
        for asked in ASKED:
            for connections in CONNECTIONS:
                house.sign_in()
                whose = (asked.replace("{id}", device), key if asked == REPORT else house.token)
                # Once for caches and connections, then for the figures.
                load(house, whose, connections, 1, "warm")
                found.append((asked, connections, *load(house, whose, connections, SECONDS, "run")))
    return told(found)


def load(house: House, asked: tuple[str, str], connections: int, seconds: int, run: str) -> tuple:
    """Requests a second, CPU ms a request with what it sets off in the background, and the 50th and 99th percentile in ms."""
    method, path = asked[0].split()
    house.quiet()
    environment = {"BENCH_METHOD": method, "BENCH_PATH": path, "BENCH_TOKEN": asked[1], "BENCH_RUN": f"{run}{connections}"}
    script = Path(__file__).parent / "manager.lua"
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(script), house.url]
    before = house.cpu()
    told = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True).stdout
    house.quiet()
    used = house.cpu() - before
    requests, micros, failed, half, most = (int(figure) for figure in re.search(r"BENCH (.*)", told)[1].split())
    if failed or not requests:
        raise SystemExit(f"{method} {path}: {failed} of {requests} requests failed\n{told}")
    return requests / micros * 1e6, used / requests, half / 1000, most / 1000


def told(found: list[tuple]) -> dict:
    floor = {connections: cpu for name, connections, _, cpu, *_ in found if name == "GET /health"}
    budgets, rows = [], []
    for name, connections, rate, cpu, half, most in found:
        at = f"{connections} connection{'s' if connections > 1 else ''}"
        if name != "GET /health":
            what = f"CPU of {name}, function and local cloud together, {at}"
            budgets.append(line(what, f"≤ {BUDGET_MS:.0f} ms", f"{cpu:.2f} ms", cpu <= BUDGET_MS))
        rows.append([f"{name}, {at}", f"{rate:,.0f}", f"{cpu:.2f}", f"{cpu / floor[connections]:.1f} ×", f"{half:.1f}", f"{most:.1f}"])
    head = ["request", "requests/s", "CPU ms", "× /health", "p50 ms", "p99 ms"]
    text = (
        f"The whole house in one program, its demo of 300 customers, asked by `wrk` over HTTP for {SECONDS} s each; the load generator "
        "runs on the same processors. CPU is that of the whole program by request, with the events that follow. `POST` is with "
        "an `Idempotency-Key`, as the web app asks. `/health` asks nothing of the table.\n\n" + table(head, rows)
    )
    command = f"SECONDS_EACH={SECONDS} tests/bench/run requests"
    return {"title": "Requests under load", "command": command, "budgets": budgets, "text": text}
