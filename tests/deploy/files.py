"""A manager imports customers from a file: S3, EventBridge, the table's stream and both import functions together."""

import csv
import io

from client import Answer, Client, request, until
from deploy import Deployment
from people import manager

ROWS = 200
# Rows (from 1) that are not written, and why.
INVALID = {20: "not-an-address", 120: "two@at@signs", 199: ""}
DUPLICATE = {50: 10, 51: 10}
EXISTS = 30
FIRST = ["Ana", "Béla", "Chloé", "Dario", "Elif", "Günther", "Hana"]
LAST = ["Almeida", "Brandt", "Costa, Jr.", "Dubois", "Eriksen", "Ferrari", "García", "Horváth", "Ivanova", "Jansen", "Žižka"]
LEFT_OUT = len(INVALID) + len(DUPLICATE) + 1


def address(row: int) -> str:
    return INVALID.get(row, f"person{DUPLICATE.get(row, row):03}@example.net")


def rows() -> list[list[str]]:
    """A header and two hundred people, always the same."""
    people = [[FIRST[row % 7], LAST[row % 11], address(row), f"Company {row % 5}", "Engineer"] for row in range(1, ROWS + 1)]
    return [["First name", "Last name", "Email", "Company", "Job title"], *people]


def file() -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows())
    return text.getvalue().encode()


def upload(client: Client, content: bytes) -> str:
    """Asks for an import and uploads the file by the request that the answer holds."""
    wanted = client.ask("POST", "/v1/imports", {"file_name": "people.csv", "size": len(content)}, expect=201).json()
    assert wanted["state"] == "awaiting_upload", wanted
    put = wanted["upload"]
    answer = request(put["method"], put["url"], content, put["headers"])
    assert answer.status == 200, answer
    return f"/v1/imports/{wanted['id']}"


def download(client: Client, path: str) -> Answer:
    place = client.ask("GET", path, expect=303).headers["Location"]
    answer = request("GET", place)
    assert answer.status == 200, answer
    return answer


def all_items(client: Client, path: str) -> list[dict]:
    items, cursor = [], ""
    while cursor is not None:
        page = client.ask("GET", f"{path}limit=60{cursor}").json()
        items += page["items"]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    return items


def story_a_manager_imports_two_hundred_customers(deployment: Deployment):
    client = manager(deployment)
    service = client.ask("POST", "/v1/services", {"name": "Help desk"}, expect=201).json()["id"]
    client.ask("POST", "/v1/customers", {"first_name": "Old", "last_name": "Friend", "email": address(EXISTS)}, expect=201)

    path = upload(client, file())
    ready = client.wait(path, "ready")
    written = ROWS - LEFT_OUT
    expected = {"rows": ROWS, "create": written, "update": 0, "exists": 1, "duplicate": 2, "invalid": 3, "denylisted": 0, "written": 0}
    assert ready["counts"] == expected, ready["counts"]
    assert ready["format"] == {"encoding": "utf-8", "delimiter": ","}, ready["format"]
    client.ask("POST", f"{path}/read", {"encoding": "utf-8"}, expect=202)
    anew = client.wait(path, "ready")
    assert (anew["counts"], anew["reading"]) == (expected, 1), anew

    assert [row["row"] for row in all_items(client, f"{path}/rows?")] == list(range(1, ROWS + 1))
    invalid = all_items(client, f"{path}/rows?verdict=invalid&")
    assert [row["row"] for row in invalid] == list(INVALID), invalid
    assert all(row["errors"][0]["field"] == "email" for row in invalid), invalid
    duplicates = all_items(client, f"{path}/rows?verdict=duplicate&")
    assert {row["row"]: row["same_as"] for row in duplicates} == DUPLICATE, duplicates

    wish = {"service_ids": [service], "send_activation": False}
    client.ask("POST", f"{path}/confirm", wish, expect=202)
    client.ask("POST", f"{path}/confirm", wish, expect=202)
    done = client.wait(path, "done")
    assert done["counts"] == expected | {"written": written}, done["counts"]

    customers = all_items(client, "/v1/customers?")
    assert len(customers) == written + 1, len(customers)
    of_service = all_items(client, f"/v1/customers?service_id={service}&")
    assert len(of_service) == written, len(of_service)
    (found,) = client.ask("GET", "/v1/customers?text=person007@").json()["items"]
    assert (found["first_name"], found["company"]["name"]) == ("Ana", "Company 2"), found
    assert len(client.ask("GET", "/v1/companies").json()["items"]) == 5

    lines = list(csv.reader(io.StringIO(download(client, f"{path}/rejected.csv").body.decode("utf-8-sig"))))
    assert lines[0] == [*rows()[0], "error"], lines[0]
    left_out = sorted([*INVALID, *DUPLICATE, EXISTS])
    assert [line[:-1] for line in lines[1:]] == [rows()[row] for row in left_out], lines
    assert all(line[-1] for line in lines[1:]), lines


def story_a_manager_stops_an_import(deployment: Deployment):
    client = manager(deployment)
    path = upload(client, file())
    client.wait(path, "ready")
    assert client.ask("POST", f"{path}/cancel", expect=202).json()["state"] == "cancelled"
    client.ask("POST", f"{path}/confirm", {}, expect=409)
    assert client.ask("GET", "/v1/customers").json()["items"] == []


def story_a_program_drops_a_file(deployment: Deployment):
    client = manager(deployment)
    account = client.ask("GET", "/v1/me").json()["account"]["id"]
    bucket = deployment.outputs["BucketName"]
    deployment.emulator.client("s3").put_object(Bucket=bucket, Key=f"drops/{account}/people.csv", Body=file())
    (started,) = until("the file has started an import", lambda: client.ask("GET", "/v1/imports").json()["items"])
    assert client.wait(f"/v1/imports/{started['id']}", "ready")["counts"]["rows"] == ROWS


def story_a_file_that_is_none_is_refused(deployment: Deployment):
    client = manager(deployment)
    assert b"first_name" in client.ask("GET", "/v1/imports/sample.csv").body
    path = upload(client, b"\x89PNG\r\n\x1a\n" + bytes(100))
    failed = client.wait(path, "failed")
    assert failed["problem"]["detail"], failed


def story_a_manager_takes_an_import_back(deployment: Deployment):
    client = manager(deployment)
    path = upload(client, b"email,last_name,company\na@example.net,A,Engines\nb@example.net,B,Engines\n")
    client.wait(path, "ready")
    client.ask("POST", f"{path}/confirm", {}, expect=202)
    client.wait(path, "done")
    touched = client.ask("GET", "/v1/customers?text=b@example.net").json()["items"][0]["id"]
    client.ask("PATCH", f"/v1/customers/{touched}", {"job_title": "Countess"}, **{"If-Match": client.ask("GET", f"/v1/customers/{touched}").headers["ETag"]})
    client.ask("POST", f"{path}/undo", expect=202)
    until("the import is undone", lambda: client.ask("GET", path).json()["state"] == "undone")
    left = client.ask("GET", "/v1/customers").json()["items"]
    assert [customer["id"] for customer in left] == [touched], "who has been touched since stays"
