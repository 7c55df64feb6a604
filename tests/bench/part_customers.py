"""What people do with very many customers: look, search, change all, export all, forget one of whom very much is kept."""

import os
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

import customers_file
from budget import line, table
from house import House
from one_import import Phase, run, upload, watch

SIZES = (1_000, 100_000)
ASKED, ROUNDS = 40, 5
RECORDS = 10_000
BUDGET_GROWTH = 1.2
BUDGET_EXPORT = 20_000
BUDGET_CHANGE = 1_500
BUDGET_ERASURE_SECONDS = 60
BUDGET_MEMORY_MB = 128
# Their binaries run as processes of their own, so that their memory can be seen.
APART = ("ChangeAccess", "WriteExport", "Erase")
LOOKS = {
    "list of 50": "/v1/customers?limit=50",
    "search by the start of a name": "/v1/customers?limit=50&text=almei",
    "search by the start of an address": "/v1/customers?limit=50&text=person1",
    "search by the start of a company": "/v1/customers?limit=50&text=company%20000",
}


@dataclass
class Done:
    """A job: how many things it was about, and what it took."""

    things: int
    phase: Phase


def sizes() -> list[int]:
    """`SIZES=1000,10000` says which; `FULL=1` takes a million as the larger one."""
    told = os.environ.get("SIZES")
    if told:
        return [int(size) for size in told.split(",")]
    return [SIZES[0], 1_000_000 if os.environ.get("FULL") else SIZES[1]]


def measure() -> dict:
    looked, jobs = {}, {}
    for rows in sizes():
        with tempfile.TemporaryDirectory() as folder, House(Path(folder), without=APART) as house:
            fill(house, Path(folder) / "customers.csv", rows)
            looked[rows] = look(house)
            if rows == sizes()[-1]:
                jobs = {"change": change(house), "export": export(house), "erasure": erasure(house)}
    return told(looked, jobs)


def fill(house: House, file: Path, rows: int):
    expected = customers_file.write(file, rows)
    path = f"/v1/imports/{upload(house, file)}"
    watch(house, path, "ready", 0.2)
    house.ask("POST", f"{path}/confirm", {})
    done = watch(house, path, "done", 1.0)
    house.quiet()
    if done["counts"]["written"] != expected["create"]:
        raise SystemExit(f"{rows} rows: {done['counts']} instead of {expected}")
    print(f"{rows:,} rows imported", flush=True)


@dataclass
class Look:
    """One way to look: read units and trips to the table a request, and CPU ms of function and local cloud together."""

    units: float
    trips: float
    cpu: float


def look(house: House) -> dict[str, Look]:
    found = {}
    for name, path in LOOKS.items():
        house.sign_in()
        house.ask("GET", path)
        house.ask("DELETE", "/_local/calls")
        rounds = []
        # The first round is for caches.
        for _ in range(ROUNDS + 1):
            before = house.cpu()
            for _ in range(ASKED):
                page = house.ask("GET", path)
            rounds.append((house.cpu() - before) / ASKED)
        if len(page["items"]) < 5:
            raise SystemExit(f"{name}: {len(page['items'])} found")
        asked = house.ask("GET", "/_local/calls")["ListCustomers"]["operations"].values()
        requests = (ROUNDS + 1) * ASKED
        units, trips = sum(one["units"] for one in asked), sum(one["count"] for one in asked)
        found[name] = Look(units / requests, trips / requests, statistics.median(rounds[1:]))
    return found


def change(house: House) -> Done:
    service = house.ask("POST", "/v1/services", {"name": "Bench"})["id"]
    wish = {"all": True, "set_services": [{"service_id": service}]}
    return job(house, ("ChangeAccess", "change-access"), "/v1/customers/access", wish, "access_change")


def export(house: House) -> Done:
    return job(house, ("WriteExport", "write-export"), "/v1/exports", {}, "export")


def erasure(house: House) -> Done:
    """Somebody of whom the table has ten thousand records: each edit tells of itself."""
    person = house.ask("POST", "/v1/customers", {"last_name": "Bench", "email": "much@bench.example"})["id"]
    for number in range(RECORDS):
        if number % 2_000 == 0:
            house.sign_in()
        house.ask("PATCH", f"/v1/customers/{person}", {"job_title": f"Clerk {number}"})
    house.quiet()
    known = {entry["event"]["id"] for entry in house.ask("GET", "/_local/events.json")["events"]}
    house.ask("DELETE", f"/v1/customers/{person}")
    asked = house.event(lambda event: event["detail-type"] == "erasure.requested", known)
    path = f"/v1/erasures/{asked['detail']['subject']}"
    return Done(RECORDS, run(house, ("Erase", "erase"), asked, (path, "done"), "erasure.continued"))


def job(house: House, function: tuple[str, str], path: str, wish: dict, kind: str) -> Done:
    asked = house.ask("POST", path, wish)["id"]
    event = house.event(lambda event: event["detail-type"] == f"{kind}.requested" and event["detail"]["subject"] == asked)
    phase = run(house, function, event, (f"{path}/{asked}", "done"), f"{kind}.continued")
    house.quiet()
    return Done(house.ask("GET", f"{path}/{asked}")["progress"]["done"], phase)


def told(looked: dict, jobs: dict[str, Done]) -> dict:
    small, large = list(looked)
    size = f"{small:,} → {large:,} customers"
    budgets = []
    for name in LOOKS:
        growth = looked[large][name].units / looked[small][name].units
        budgets.append(line(f"{name}: read units do not grow", f"≤ {BUDGET_GROWTH} ×", f"{growth:.2f} × ({size})", growth <= BUDGET_GROWTH))
    for name, what, least in (("export", "Export", BUDGET_EXPORT), ("change", "Mass change", BUDGET_CHANGE)):
        rate = jobs[name].things / jobs[name].phase.seconds
        budgets.append(line(what, f"≥ {least:,} a second", f"{rate:,.0f} ({jobs[name].things:,} customers)", rate >= least))
    seconds = jobs["erasure"].phase.seconds
    budgets.append(
        line(f"Erasure of a person with {RECORDS:,} records", f"≤ {BUDGET_ERASURE_SECONDS} s", f"{seconds:.1f} s", seconds <= BUDGET_ERASURE_SECONDS)
    )
    memory = max(done.phase.own_memory for done in jobs.values())
    budgets.append(line("Memory of these functions", f"≤ {BUDGET_MEMORY_MB} MB", f"{memory:.0f} MB at most", memory <= BUDGET_MEMORY_MB))
    command = f"SIZES={small},{large} tests/bench/run customers"
    return {"title": "Many customers", "command": command, "budgets": budgets, "text": text(looked, jobs)}


def text(looked: dict, jobs: dict[str, Done]) -> str:
    sizes = list(looked)
    looks = [
        [name, *(figure for size in sizes for figure in (f"{looked[size][name].units:.1f}", f"{looked[size][name].trips:.1f}", f"{looked[size][name].cpu:.1f}"))]
        for name in LOOKS
    ]
    head = [f"{size:,}: {what}" for size in sizes for what in ("units", "trips", "CPU")]
    work = [
        [
            name,
            f"{done.things:,}",
            f"{done.phase.seconds:.1f}",
            f"{done.things / done.phase.seconds:,.0f}",
            f"{done.phase.own_cpu / done.things:.3f}",
            f"{done.phase.house_cpu / done.things:.3f}",
            f"{done.phase.table_cpu / done.things:.3f}",
            f"{done.phase.table_cpu / done.phase.seconds / 10:.0f} %",
            f"{done.phase.own_memory:.1f}",
            done.phase.invocations,
        ]
        for name, done in jobs.items()
    ]
    return (
        "Read units and trips to the table a request among so many customers, and CPU ms of function and local cloud together "
        f"(the median of {ROUNDS} rounds of {ASKED}):\n\n"
        + table(["asked", *head], looks)
        + "\n\nIn the background: the functions' binaries as processes on the Runtime API's emulator, table, bucket and events in "
        "another process. CPU ms a thing, of the local cloud's the table's: of the one thread that reads and writes SQLite. No job can "
        "be faster than that thread. `table busy` is how much of the time it had the processor; peak RSS in MB.\n\n"
        + table(["job", "things", "seconds", "a second", "CPU", "local cloud", "of it the table", "table busy", "RSS", "events"], work)
    )
