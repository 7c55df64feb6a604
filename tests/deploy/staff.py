"""A manager sets up the account's staff, contacts and devices."""

import base64
import hashlib
import hmac
import struct
import time

from account import begin_merge, end_merge
from client import Client, mails, until
from deploy import Deployment
from people import PASSWORD, manager

# How long after a link the next one may be asked for, and a second more.
REST_SECONDS = 61


def story_staff_contacts_and_devices_are_set_up(deployment: Deployment):
    client = manager(deployment)
    company = client.ask("POST", "/v1/companies", {"name": "Harbour"}, expect=201).json()["id"]
    merge, stays = begin_merge(client)
    seats(client)
    user = {"first_name": "Rosa", "last_name": "L", "login": "rosa@staff.example", "company_access": [company], "modules": ["service_desk"], "seats": {"service_desk": "shared"}}
    rosa = client.ask("POST", "/v1/users", user, expect=201).json()["id"]
    contact = client.ask("POST", "/v1/contacts", {"name": "Night shift"}, expect=201).json()["id"]
    methods = f"/v1/contacts/{contact}/methods"
    wish = {"kind": "email", "address": "night@staff.example", "uses": ["alerts"]}
    added = client.ask("POST", methods, wish, expect=201).json()["methods"][-1]["id"]
    asked = time.monotonic()
    devices(client, company)
    second_factor(deployment)
    batch = {"lines": "Bo,Lind,bo@staff.example", "company_access": "all", "modules": ["service_desk"]}
    assert client.ask("POST", "/v1/users/batch?dry_run=true", batch).json()["counts"] == {"ok": 1}

    time.sleep(max(0.0, REST_SECONDS - (time.monotonic() - asked)))
    client.ask("POST", f"/v1/users/{rosa}/invitation", {}, expect=202)
    client.ask("POST", f"{methods}/{added}/verification", {}, expect=202)
    end_merge(client, merge, stays)
    work(deployment, client, rosa)
    contacts(deployment, client, contact, added)


def seats(client: Client):
    client.ask("PATCH", "/v1/seats/service_desk", {"named": 2, "shared": 1})
    assert client.ask("GET", "/v1/seats/service_desk").json()["named"]["bought"] == 2
    assert len(client.ask("GET", "/v1/seats").json()["modules"]) == 2


def work(deployment: Deployment, client: Client, rosa: str):
    """The user comes in by the newer link, takes a seat, sees her company alone, and is deleted."""
    token = until("the newer link works", lambda: newest(deployment, "rosa@staff.example", "activate", "/v1/activations/"))
    her = Client(deployment)
    her.ask("PUT", f"/v1/activations/{token}", {"password": PASSWORD}, expect=204)
    her.sign_in("rosa@staff.example", PASSWORD)
    assert her.ask("PUT", "/v1/me/seats/service_desk", {}).json()["state"] == "working"
    her.ask("DELETE", "/v1/me/seats/service_desk", expect=204)
    her.ask("POST", "/v1/users", {}, expect=403)
    assert [day["shared"] for day in client.ask("GET", "/v1/seats/service_desk/use").json()["days"]] == [1]
    path = f"/v1/users/{rosa}"
    assert client.ask("PATCH", path, {"custom": "4711"}).json()["custom"] == "4711"
    assert client.ask("GET", path).json()["status"] == "active"
    assert len(client.ask("GET", "/v1/users?text=rosa").json()["items"]) == 1
    erasure = client.ask("DELETE", path, expect=204).headers["Location"]
    client.wait(erasure, "done")


def newest(deployment: Deployment, address: str, page: str, path: str) -> str | None:
    """The token of the newest mail, once the link of it works."""
    texts = [mail["BodyText"] for mail in mails(deployment, address)]
    tokens = [text.split(f"/{page}/")[1].split()[0] for text in texts if f"/{page}/" in text]
    for token in reversed(tokens):
        if Client(deployment).ask("GET", f"{path}{token}", expect=(200, 404)).status == 200:
            return token
    return None


def contacts(deployment: Deployment, client: Client, contact: str, added: str):
    path = f"/v1/contacts/{contact}"
    token = until("the newer link works", lambda: newest(deployment, "night@staff.example", "confirm-address", "/v1/contact-methods/"))
    Client(deployment).ask("PUT", f"/v1/contact-methods/{token}", {}, expect=204)
    assert client.ask("GET", path).json()["methods"][0]["verified_at"]
    client.ask("PATCH", f"{path}/methods/{added}", {"label": "Night"})
    client.ask("POST", f"{path}/methods/{added}/test", {}, expect=202)
    client.ask("PATCH", path, {"name": "Night watch"})
    assert len(client.ask("GET", "/v1/contacts?text=night").json()["items"]) == 1
    client.ask("DELETE", f"{path}/methods/{added}", expect=(200, 204))
    client.ask("DELETE", path, expect=204)


def devices(client: Client, company: str):
    made = client.ask("POST", "/v1/devices", {"name": "Till 3", "company_id": company}, expect=201).json()
    path = f"/v1/devices/{made['id']}"
    key = client.ask("POST", f"{path}/key", {}, expect=(200, 201)).json()["key"]
    device = Client(client.deployment)
    device.token = key
    device.ask("POST", f"{path}/reports", expect=(200, 202, 204))
    assert client.ask("GET", path).json()["online"] is True
    other = client.ask("POST", "/v1/companies", {"name": "Quay"}, expect=201).json()["id"]
    client.ask("POST", "/v1/devices/move", {"device_ids": [made["id"]], "company_id": other}, expect=(200, 202))
    client.ask("PATCH", path, {"notes": "By the door"})
    assert len(client.ask("GET", f"/v1/devices?company_id={other}").json()["items"]) == 1
    client.ask("DELETE", path, expect=204)


def second_factor(deployment: Deployment):
    client = manager(deployment)
    login = client.ask("GET", "/v1/me").json()["login"]
    secret = client.ask("POST", "/v1/me/totp", {"present_password": PASSWORD}, expect=201).json()["secret"]
    codes = client.ask("PUT", "/v1/me/totp", {"code": code(secret)}).json()["recovery_codes"]
    visitor = Client(deployment)
    challenge = visitor.ask("POST", "/v1/sign-in", {"login": login, "password": PASSWORD}).json()["challenge"]
    visitor.token = visitor.ask("POST", "/v1/sign-in/totp", {"challenge": challenge, "code": codes[0]}).json()["access_token"]
    visitor.ask("DELETE", "/v1/me/totp", {"code": codes[1]}, expect=204)


def code(secret: str) -> str:
    """The code of RFC 6238 for now."""
    step = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), step, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
