"""What requests cost in a function's own process: the first one against warm ones, and memory after a thousand."""

import json
import tempfile
import uuid
from pathlib import Path

import programs
from budget import line, median, table
from house import House
from lambda_function import Function

COLD_STARTS = 5
REQUESTS = 1000
BUDGET_FIRST_MS = 5
BUDGET_MEMORY_MB = 24


def measure() -> dict:
    with tempfile.TemporaryDirectory() as folder, House(Path(folder)) as house:
        customer = house.ask("GET", "/v1/customers")["items"][0]["id"]
        asked = {
            # Logical id, binary, route, path, body.
            "show a customer": ("ShowCustomer", "customers", "GET /v1/customers/{id}", f"/v1/customers/{customer}", None),
            "list 50 customers": ("ListCustomers", "customers", "GET /v1/customers", "/v1/customers", None),
            "create a customer": ("CreateCustomer", "customers", "POST /v1/customers", "/v1/customers", new_customer),
            "show me": ("ShowMe", "me", "GET /v1/me", "/v1/me", None),
            "list 50 users": ("ListUsers", "users", "GET /v1/users", "/v1/users", None),
            "add a user": ("CreateUser", "users", "POST /v1/users", "/v1/users", new_user),
            "list contacts": ("ListContacts", "contacts", "GET /v1/contacts", "/v1/contacts", None),
            "list devices": ("ListDevices", "devices", "GET /v1/devices", "/v1/devices", None),
        }
        figures = {name: drive(house, *what) for name, what in asked.items()}
        device, key = house.device()
        report = ("ReportDevice", "devices", "POST /v1/devices/{id}/reports", f"/v1/devices/{device}/reports", None)
        figures["report a device"] = drive(house, *report, key)
    return told(figures)


def drive(house: House, logical_id: str, binary: str, route: str, path: str, body, key: str | None = None) -> dict:
    """Asks as the manager, or with the key of a device."""
    first, warm, memory, init = [], [], 0.0, []
    for run in range(COLD_STARTS):
        with Function(programs.function(binary), house.environment(logical_id), house.folder / f"{logical_id}.log") as function:
            init.append(function.init)
            # One of the processes goes on for long enough to show whether its memory grows.
            for number in range(REQUESTS if run == COLD_STARTS - 1 else 20):
                # A token lasts for minutes; signing in anew keeps it good.
                if number % 500 == 0:
                    house.sign_in()
                invocation = function.invoke(request(key or house.token, route, path, body() if body else None))
                status = invocation.payload["statusCode"]
                if status >= 300:
                    raise RuntimeError(f"{route}: {invocation.payload}")
                # The house asks about a new sign-in once: that request is neither first nor warm.
                if number == 0:
                    first.append(invocation.cpu)
                elif number % 500:
                    warm.append(invocation.cpu)
                if number == 99:
                    early = function.memory()[0]
            memory = function.memory()[0]
    return {"init": median(init), "first": median(first), "warm": median(warm), "early": early, "memory": memory}


def new_customer() -> dict:
    return {"first_name": "Ada", "last_name": "Bench", "email": f"{uuid.uuid4()}@example.net", "portal_access": "none"}


def new_user() -> dict:
    return {"first_name": "Ada", "last_name": "Bench", "login": f"{uuid.uuid4()}@example.net", "company_access": "all", "modules": ["service_desk"]}


def request(token: str, route: str, path: str, body: dict | None) -> dict:
    """A request as API Gateway hands it on: HTTP API, payload version 2.0."""
    method = route.split()[0]
    headers = {"authorization": f"Bearer {token}", "host": "localhost", "x-deskhand": "1", "user-agent": "bench"}
    if body is not None:
        headers |= {"content-type": "application/json", "idempotency-key": str(uuid.uuid4())}
    http = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": "bench"}
    context = {
        "accountId": "000000000000",
        "apiId": "bench",
        "domainName": "localhost",
        "domainPrefix": "bench",
        "http": http,
        "requestId": "bench",
        "routeKey": route,
        "stage": "$default",
        "time": "01/Jan/2026:00:00:00 +0000",
        "timeEpoch": 1767225600000,
    }
    event = {
        "version": "2.0",
        "routeKey": route,
        "rawPath": path,
        "rawQueryString": "",
        "headers": headers,
        "requestContext": context,
        "isBase64Encoded": False,
    }
    if "{id}" in route:
        event["pathParameters"] = {"id": path.split("/")[3]}
    if body is not None:
        event["body"] = json.dumps(body)
    return event


def told(figures: dict) -> dict:
    over = {name: one["first"] - one["warm"] for name, one in figures.items()}
    slowest, largest = max(over, key=over.get), max(figures, key=lambda name: figures[name]["memory"])
    memory = figures[largest]["memory"]
    budgets = [
        # Without TLS a miss would be a miss all the more, but what is kept proves nothing.
        line(
            "first request with TLS, CPU above a warm one",
            f"≤ {BUDGET_FIRST_MS} ms",
            f"without TLS {over[slowest]:.1f} ms at worst ({slowest})",
            None if over[slowest] <= BUDGET_FIRST_MS else False,
        ),
        line(
            f"memory after {REQUESTS:,} requests, the most",
            f"≤ {BUDGET_MEMORY_MB} MB",
            f"{memory:.1f} MB ({largest})",
            memory <= BUDGET_MEMORY_MB,
        ),
    ]
    rows = []
    for name, one in figures.items():
        cells = (one["init"], one["first"], one["warm"], over[name], one["early"], one["memory"])
        rows.append([name, *(f"{cell:.2f}" for cell in cells[:4]), *(f"{cell:.1f}" for cell in cells[4:])])
    head = ["request", "init", "first", "warm, median", "first − warm", "RSS after 100", f"after {REQUESTS:,}"]
    text = (
        f"The function's own process on an emulator of the Runtime API, its table in the local cloud, over HTTP. CPU in ms, from "
        f"being ready for an event to being ready for the next; {COLD_STARTS} cold starts of each, then {REQUESTS:,} requests to "
        "one of them; RSS in MB. The first request also looks at the sign-in and connects to the table. Creating is with an `Idempotency-Key`, as the web app asks.\n\n" + table(head, rows) + "\n\n"
        "**TLS is not in these figures and is not measured here.** The binaries trust Amazon's roots alone, so no server on this "
        "machine can answer them over TLS, and a test-only root would make them other binaries. A full figure needs AWS."
    )
    return {"title": "Requests in a function", "budgets": budgets, "text": text}
