"""What people do: accounts, signing in and out, the things of an account."""

import json

import template
from client import Client, link, mails
from deploy import Deployment
from people import PASSWORD, manager, open_account

CONTRACT = template.SOURCE.with_name("openapi.json")


def story_it_is_up(deployment: Deployment):
    client = Client(deployment)
    client.ask("GET", "/health")
    assert client.ask("GET", "/v1/openapi.json").json() == json.loads(CONTRACT.read_text())
    client.ask("GET", "/v1/nothing-of-ours", expect=404)
    assert client.ask("GET", "/v1/me", expect=401).json()["type"].startswith("/problems/")


def story_somebody_opens_an_account_and_lives_in_it(deployment: Deployment):
    client, login = open_account(deployment)
    client.ask("POST", "/v1/sign-in", {"login": login, "password": PASSWORD}, expect=401)

    token = link(deployment, login, "activate")
    shown = client.ask("GET", f"/v1/activations/{token}").json()
    assert (shown["kind"], shown["login"]) == ("user", login), shown
    errors = client.ask("PUT", f"/v1/activations/{token}", {"password": "short"}, expect=422).json()["errors"]
    assert errors[0]["field"] == "password", errors
    client.ask("PUT", f"/v1/activations/{token}", {"password": PASSWORD}, expect=204)
    client.ask("PUT", f"/v1/activations/{token}", {"password": PASSWORD}, expect=404)

    session = client.sign_in(login, PASSWORD)
    assert session["user"]["role"] == "company_manager", session["user"]
    assert client.cookie.startswith("__Host-refresh="), client.cookie
    assert client.ask("GET", "/v1/me").json()["login"] == login

    before = client.cookie
    client.token = client.ask("POST", "/v1/sign-in/refresh").json()["access_token"]
    assert client.cookie != before
    assert client.ask("GET", "/v1/me").json()["login"] == login
    assert len(client.ask("GET", "/v1/me/sign-ins").json()["items"]) == 1

    client.ask("DELETE", "/v1/sign-in", expect=204)
    client.ask("POST", "/v1/sign-in/refresh", expect=401)


def story_a_wrong_password_stays_outside(deployment: Deployment):
    client, login = open_account(deployment)
    token = link(deployment, login, "activate")
    client.ask("PUT", f"/v1/activations/{token}", {"password": PASSWORD}, expect=204)
    refused = client.ask("POST", "/v1/sign-in", {"login": login, "password": "Wrong-7-kfzquwx"}, expect=401)
    unknown = client.ask("POST", "/v1/sign-in", {"login": "nobody@example.org", "password": PASSWORD}, expect=401)
    assert refused.body == unknown.body, "the answer tells who has a login"
    client.token = "eyJhbGciOiJFZERTQSJ9.e30.AAAA"
    client.ask("GET", "/v1/me", expect=401)


def story_somebody_has_forgotten_their_password(deployment: Deployment):
    client, login = open_account(deployment)
    client.ask("PUT", f"/v1/activations/{link(deployment, login, 'activate')}", {"password": PASSWORD}, expect=204)
    client.ask("POST", "/v1/password-resets", {"login": login}, expect=202)
    token = link(deployment, login, "reset-password")
    client.ask("PUT", f"/v1/password-resets/{token}", {"password": "Bo-8-kfzquwx"}, expect=204)
    client.ask("POST", "/v1/sign-in", {"login": login, "password": PASSWORD}, expect=401)
    client.sign_in(login, "Bo-8-kfzquwx")
    # Each of them was sent once, although events may come twice.
    subjects = [mail["Subject"] for mail in mails(deployment, login)]
    assert len(subjects) == len(set(subjects)), subjects


def story_somebody_tends_their_profile(deployment: Deployment):
    client = manager(deployment)
    me = client.ask("GET", "/v1/me")
    changed = client.ask("PATCH", "/v1/me", {"screen_name": "Ada"}, **{"If-Match": me.headers["ETag"]}).json()
    assert changed["screen_name"] == "Ada", changed

    elsewhere = Client(deployment)
    elsewhere.sign_in(changed["login"], PASSWORD)
    new = "Bo-8-kfzquwx"
    client.ask("PUT", "/v1/me/password", {"present_password": "wrong", "password": new}, expect=422)
    client.ask("PUT", "/v1/me/password", {"present_password": PASSWORD, "password": new}, expect=204)
    # A new password ends every other sign-in.
    elsewhere.ask("POST", "/v1/sign-in/refresh", expect=401)
    client.sign_in(changed["login"], new)
    sign_ins = client.ask("GET", "/v1/me/sign-ins").json()["items"]
    assert len(sign_ins) == 2, sign_ins
    for one in sign_ins:
        client.ask("DELETE", f"/v1/me/sign-ins/{one['id']}", expect=204)
    client.ask("POST", "/v1/sign-in/refresh", expect=401)


def story_a_manager_changes_and_ends_services_and_companies(deployment: Deployment):
    client = manager(deployment)
    for kind, made in (("services", {"name": "Telephones"}), ("companies", {"name": "Südwind"})):
        path = f"/v1/{kind}/{client.ask('POST', f'/v1/{kind}', made, expect=201).json()['id']}"
        etag = client.ask("GET", path).headers["ETag"]
        changed = client.ask("PATCH", path, {"name": "Another"}, **{"If-Match": etag})
        assert changed.json()["name"] == "Another", changed.json()
        client.ask("DELETE", path, expect=412, **{"If-Match": etag})
        client.ask("DELETE", path, expect=204, **{"If-Match": changed.headers["ETag"]})
    # A service is retired, and stays for those who have it; a company is gone.
    services = [one for one in client.ask("GET", "/v1/services").json()["items"] if one["name"] == "Another"]
    assert [one["status"] for one in services] == ["retired"], services
    assert client.ask("GET", "/v1/companies").json()["items"] == []


def story_a_manager_keeps_services_companies_and_customers(deployment: Deployment):
    client = manager(deployment)
    company = client.ask("POST", "/v1/companies", {"name": "Northwind"}, expect=201).json()
    service = client.ask("POST", "/v1/services", {"name": "Help desk", "company_ids": [company["id"]]}, expect=201).json()
    wanted = {
        "first_name": "Chloé",
        "last_name": "Dubois",
        "email": "chloe@example.com",
        "company_id": company["id"],
        "services": [{"service_id": service["id"]}],
    }
    made = client.ask("POST", "/v1/customers", wanted, expect=201, **{"Idempotency-Key": "once"})
    again = client.ask("POST", "/v1/customers", wanted, expect=201, **{"Idempotency-Key": "once"})
    assert made.json() == again.json()
    client.ask("POST", "/v1/customers", wanted, expect=422)

    path = f"/v1/customers/{made.json()['id']}"
    shown = client.ask("GET", path)
    assert shown.json()["company"]["name"] == "Northwind", shown.json()
    etag = shown.headers["ETag"]
    changed = client.ask("PATCH", path, {"job_title": "Nurse"}, **{"If-Match": etag})
    assert changed.json()["job_title"] == "Nurse"
    client.ask("PATCH", path, {"job_title": "Cook"}, expect=412, **{"If-Match": etag})

    found = client.ask("GET", "/v1/customers?text=dub&sort=name").json()["items"]
    assert [line["email"] for line in found] == ["chloe@example.com"], found
    of_company = client.ask("GET", f"/v1/customers?company_id={company['id']}").json()["items"]
    assert len(of_company) == 1, of_company
    assert service["id"] in [line["id"] for line in client.ask("GET", "/v1/services").json()["items"]]

    client.ask("DELETE", path, expect=204, **{"If-Match": changed.headers["ETag"]})
    client.ask("GET", path, expect=404)


def story_nobody_sees_another_account(deployment: Deployment):
    one, other = manager(deployment), manager(deployment)
    company = one.ask("POST", "/v1/companies", {"name": "Alpine"}, expect=201).json()["id"]
    service = one.ask("POST", "/v1/services", {"name": "Network"}, expect=201).json()["id"]
    customer = one.ask("POST", "/v1/customers", {"last_name": "Eriksen", "email": "e@example.com"}, expect=201).json()["id"]
    upload = one.ask("POST", "/v1/imports", {"file_name": "a.csv", "size": 10}, expect=201).json()["id"]
    for path in (f"/v1/companies/{company}", f"/v1/services/{service}", f"/v1/customers/{customer}", f"/v1/imports/{upload}"):
        one.ask("GET", path)
        other.ask("GET", path, expect=404)
        Client(deployment).ask("GET", path, expect=401)
    assert other.ask("GET", "/v1/customers").json()["items"] == []


def story_the_watchdog_makes_its_round(deployment: Deployment):
    # The schedule itself is five minutes apart: longer than this test waits for anything.
    assert deployment.invoke("Watchdog", {})["imports"] >= 0
