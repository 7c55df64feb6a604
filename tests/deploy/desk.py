"""What a service desk does with its customers: changes many, exports them, keeps some out, forgets them, lets programs in."""

from client import Client, request, until
from deploy import Deployment
from files import download
from people import manager

MARK = "zqxwv"


def customer(client: Client, email: str, **more) -> str:
    return client.ask("POST", "/v1/customers", {"first_name": "Ada", "last_name": "Lovelace", "email": email, **more}, expect=201).json()["id"]


def story_a_manager_changes_the_access_of_all_at_once(deployment: Deployment):
    client = manager(deployment)
    company = client.ask("POST", "/v1/companies", {"name": "Engines"}, expect=201).json()["id"]
    works, alone = customer(client, "works@example.net", company_id=company), customer(client, "alone@example.net")
    change = {"all": True, "portal_access": "company"}
    path = f"/v1/customers/access/{client.ask('POST', '/v1/customers/access', change, expect=202).json()['id']}"
    done = client.wait(path, "done")
    assert done["counts"] == {"changed": 1, "unchanged": 0, "skipped": 1}, done
    assert client.ask("GET", f"/v1/customers/{works}").json()["portal_access"] == "company"
    skipped = download(client, f"{path}/skipped.csv").body.decode()
    assert alone in skipped and works not in skipped, skipped
    assert [one["id"] for one in client.ask("GET", "/v1/customers/access").json()["items"]] == [done["id"]]

    def counted():
        figures = client.ask("GET", "/v1/customers/figures?days=1").json()
        return (figures["total"], figures["by_access"]["company"], figures["by_company"]["none"]) == (2, 1, 1)

    until("the customers are counted", counted)
    stopped(client, "/v1/customers/access", change)


def stopped(client: Client, path: str, wish: dict):
    """Begins such work until it is stopped before it has ended by itself."""

    def stop():
        begun = client.ask("POST", path, wish, expect=202).json()
        return client.ask("POST", f"{path}/{begun['id']}/cancel", expect=(202, 409)).status == 202

    until(f"{path} is stopped", stop)


def story_a_manager_exports_the_customers(deployment: Deployment):
    client = manager(deployment)
    customer(client, "ada@example.net", job_title="=1+1")
    path = f"/v1/exports/{client.ask('POST', '/v1/exports', {}, expect=202).json()['id']}"
    done = client.wait(path, "done")
    file = request("GET", done["download"]["url"])
    assert file.status == 200 and "ada@example.net" in file.body.decode("utf-8-sig"), file
    assert "'=1+1" in file.body.decode("utf-8-sig"), file.body
    assert [export["id"] for export in client.ask("GET", "/v1/exports").json()["items"]] == [done["id"]]
    stopped(client, "/v1/exports", {})


def story_an_address_is_kept_out_until_it_is_taken_off_the_list(deployment: Deployment):
    client = manager(deployment)
    denial = client.ask("POST", "/v1/denylist", {"address": "rude@example.net", "reason": "Was rude"}, expect=201).json()
    path = f"/v1/denylist/{denial['id']}"
    refused = client.ask("POST", "/v1/customers", {"last_name": "R", "email": "Rude@example.net"}, expect=422).json()
    assert refused["errors"][0]["code"] == "denylisted", refused
    until("the hit is counted", lambda: client.ask("GET", path).json()["hits"] == 1)
    listed = client.ask("GET", "/v1/denylist")
    assert b"rude@" not in listed.body.lower(), listed.body
    client.ask("DELETE", path, expect=204)
    customer(client, "rude@example.net")


def story_a_customer_sees_what_is_kept_and_is_forgotten(deployment: Deployment):
    client = manager(deployment)
    path = f"/v1/customers/{customer(client, f'{MARK}@example.net', notes=MARK)}"
    assert MARK in download(client, f"{path}/data").body.decode()
    erasure = client.ask("DELETE", path, expect=204).headers["Location"]
    assert client.wait(erasure, "done")["state"] == "done"
    assert [f"/v1/erasures/{one['id']}" for one in client.ask("GET", "/v1/erasures").json()["items"]] == [erasure]
    table = deployment.emulator.client("dynamodb").get_paginator("scan").paginate(TableName=deployment.resources["Table"])
    left = [item for page in table for item in page["Items"] if MARK in str(item)]
    assert not left, left


def story_a_program_works_by_a_key_and_the_log_knows(deployment: Deployment):
    client = manager(deployment)
    wish = {"name": "Directory", "scopes": ["customers:read", "customers:write"]}
    key = client.ask("POST", "/v1/api-keys", wish, expect=201).json()
    program = Client(deployment)
    program.token = key["key"]
    made = customer(program, "by-key@example.net")
    program.ask("GET", "/v1/me", expect=401)
    program.ask("POST", "/v1/companies", {"name": "Engines"}, expect=403)
    assert client.ask("GET", "/v1/api-keys").json()["items"][0]["last_used_at"]
    entries = client.ask("GET", f"/v1/audit?subject={made}").json()["items"]
    assert [(entry["action"], entry["actor"]["kind"]) for entry in entries] == [("customer.created", "key")], entries
    assert b"customer.created" in client.ask("GET", "/v1/audit.csv").body
    client.ask("DELETE", f"/v1/api-keys/{key['id']}", expect=204)
