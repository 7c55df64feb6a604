"""A manager says how the account and its companies are, and makes one company of two."""

from client import Client, request, until
from deploy import Deployment
from people import manager
from portal import picture


def story_settings_hold_and_go_back_to_their_defaults(deployment: Deployment):
    client = manager(deployment)
    account = client.ask("GET", "/v1/me").json()["account"]["id"]
    client.ask("PATCH", "/v1/settings", {"retention_days": 30})
    company = client.ask("POST", "/v1/companies", {"name": "Harbour"}, expect=201).json()["id"]
    path = f"/v1/companies/{company}/settings"
    client.ask("PATCH", path, {"locale": "fr"})
    told = client.ask("GET", path).json()
    origins = {key: told[key]["origin"] for key in ("locale", "retention_days", "session_recording")}
    assert origins == {"locale": "company", "retention_days": "account", "session_recording": "default"}, origins
    client.ask("POST", "/v1/settings/restore", {})
    logo(deployment, client, account)


def logo(deployment: Deployment, client: Client, account: str):
    face = picture(90)
    put = client.ask("POST", "/v1/settings/logo", {"size": len(face)}, expect=202).json()["upload"]
    assert request(put["method"], put["url"], face, put["headers"]).status == 200
    shown = until("the logo is there", lambda: client.ask("GET", "/v1/settings").json()["logo"]["value"])
    visitor = Client(deployment)
    assert visitor.ask("GET", shown["address"]).headers["Content-Type"] == "image/png"
    assert visitor.ask("GET", f"/v1/brands/{account}").json()["logo"]["address"] == shown["address"]


def begin_merge(client: Client) -> tuple[str, str]:
    """Two companies of which one is misspelt, with a customer in it; gives the merge and the company that stays."""
    right, wrong = (client.ask("POST", "/v1/companies", {"name": name}, expect=201).json()["id"] for name in ("Engines", "Engnies"))
    client.ask("POST", "/v1/customers", {"last_name": "Berg", "email": "berg@example.net", "company_id": wrong}, expect=201)
    path = f"/v1/companies/{right}/merge"
    assert client.ask("POST", f"{path}?dry_run=true", {"company_id": wrong}).json()["moves"]["customers"] == 1
    return client.ask("POST", path, {"company_id": wrong}, expect=202).json()["id"], right


def end_merge(client: Client, merge: str, company: str):
    """It waits for whoever was writing when it began, so its end is looked at later."""
    client.wait(f"/v1/companies/merges/{merge}", "done")
    assert [one["id"] for one in client.ask("GET", "/v1/companies/merges").json()["items"]] == [merge]
    (customer,) = client.ask("GET", "/v1/customers").json()["items"]
    assert customer["company"]["id"] == company, customer
