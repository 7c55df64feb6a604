"""One import of one file, end to end in one program, or with its two functions in processes of their own."""

import http.client
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import programs
from house import House
from lambda_function import Function

# How long an import may take: a guard against one that never ends, and nothing that is measured.
PATIENCE_SECONDS = 3 * 3600


@dataclass
class Phase:
    """Reading or writing: seconds, milliseconds of CPU, and memory in MB at its highest."""

    seconds: float
    house_cpu: float
    table_cpu: float = 0.0
    own_cpu: float = 0.0
    own_memory: float = 0.0
    invocations: int = 0


@dataclass
class Imported:
    rows: int
    read: Phase
    write: Phase
    house_memory: float
    upload_seconds: float = 0.0
    counts: dict = field(default_factory=dict)


def upload(house: House, file: Path) -> str:
    asked = house.ask("POST", "/v1/imports", {"file_name": file.name, "size": file.stat().st_size})
    wanted = asked["upload"]
    url = urlsplit(wanted["url"])
    connection = http.client.HTTPConnection(url.netloc, timeout=600)
    with file.open("rb") as content:
        headers = {"Content-Length": str(file.stat().st_size), **wanted["headers"]}
        connection.request(wanted["method"], f"{url.path}?{url.query}", content, headers)
        answer = connection.getresponse()
        told = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"upload: {answer.status} {told!r}")
    return asked["id"]


def watch(house: House, path: str, state: str, pause: float) -> dict:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        seen = house.ask("GET", path)
        if seen["state"] == state:
            return seen
        if seen["state"] in ("failed", "cancelled"):
            raise RuntimeError(seen)
        time.sleep(pause)
    raise RuntimeError(f"{path} never came to {state}")


def end_to_end(folder: Path, file: Path, rows: int) -> Imported:
    """Everything in one program: API, functions, table, bucket, events."""
    with House(folder) as house:
        house.quiet()
        # Looking costs CPU too: seldom enough to be nothing, often enough for a time to be right.
        pause = min(1.0, 0.05 + rows / 100_000)
        began, cpu = time.monotonic(), house.cpu()
        path = f"/v1/imports/{upload(house, file)}"
        uploaded = time.monotonic()
        watch(house, path, "ready", pause)
        read = Phase(time.monotonic() - uploaded, house.cpu() - cpu)
        middle, cpu = time.monotonic(), house.cpu()
        house.ask("POST", f"{path}/confirm", {})
        done = watch(house, path, "done", pause)
        seconds = time.monotonic() - middle
        # The events of the last chunks are part of the work.
        house.quiet()
        write = Phase(seconds, house.cpu() - cpu)
        return Imported(rows, read, write, house.memory()[1], uploaded - began, done["counts"])


def apart(folder: Path, file: Path, rows: int) -> Imported:
    """The two functions as their real binaries; the house gives them table, bucket and events, and none of its own work."""
    with House(folder, without=("ReadImport", "WriteImport")) as house:
        house.quiet()
        identity = upload(house, file)
        path = f"/v1/imports/{identity}"
        came = house.event(lambda event: event["detail-type"] == "Object Created" and identity in event["detail"]["object"]["key"])
        read = run(house, ("ReadImport", "read-import"), came, (path, "ready"), "import.continued")
        house.ask("POST", f"{path}/confirm", {})
        confirmed = house.event(lambda event: event["detail-type"] == "import.confirmed" and event["detail"]["subject"] == identity)
        write = run(house, ("WriteImport", "write-import"), confirmed, (path, "done"), "import.continued")
        house.quiet()
        return Imported(rows, read, write, house.memory()[1], counts=house.ask("GET", path)["counts"])


def run(house: House, function: tuple[str, str], event: dict, until: tuple[str, str], again: str) -> Phase:
    """Gives the function its event, and the one (`again`) that it leaves behind when its time is over, until the work is done."""
    logical_id, binary = function
    path, state = until
    identity = path.rsplit("/", 1)[-1]
    known = set()
    with Function(programs.function(binary), house.environment(logical_id), house.folder / f"{binary}.log") as process:
        phase = Phase(0.0, house.cpu(), house.table_cpu())
        while True:
            known.add(event["id"])
            invocation = process.invoke(event)
            phase.own_cpu += invocation.cpu
            phase.seconds += invocation.seconds
            phase.invocations += 1
            seen = house.ask("GET", path)["state"]
            if seen == state:
                break
            if seen == "failed":
                raise RuntimeError(house.ask("GET", path))
            event = house.event(lambda e: e["detail-type"] == again and e["detail"]["subject"] == identity, known)
        phase.house_cpu = house.cpu() - phase.house_cpu
        phase.table_cpu = house.table_cpu() - phase.table_cpu
        phase.own_memory = process.memory()[1]
        return phase
