"""A manager sets up teams and features, by hand and by a file; a representative makes codes, and a customer comes by one."""

import uuid

from client import Client, link
from deploy import Deployment
from people import PASSWORD, manager


def story_teams_features_and_codes_are_set_up(deployment: Deployment):
    client = manager(deployment)
    day = client.ask("POST", "/v1/teams", {"name": "Day"}, expect=201).json()["id"]
    team = f"/v1/teams/{day}"
    late = client.ask("POST", "/v1/teams", {"name": "Late", "parent_id": day}, expect=201).json()["id"]
    assert client.ask("PATCH", team, {"message": "Hello"}).json()["effective"]["message"] == "Hello"
    assert client.ask("GET", f"/v1/teams/{late}").json()["effective"]["message"] == "Hello"
    login = f"ann-{uuid.uuid4().hex[:8]}@staff.example"
    user = {"first_name": "Ann", "last_name": "L", "login": login, "company_access": "all", "modules": ["service_desk"]}
    ann = client.ask("POST", "/v1/users", user, expect=201).headers["Location"]
    assert client.ask("PUT", f"{ann}/team", {"team_id": late}).json()["team_id"] == late
    features(client, team, ann)
    codes(deployment, client, team, login)
    logins(deployment, client, team, login)
    assert client.ask("POST", f"{team}/copy", {"team_ids": [late], "parts": ["features"]}).json()["items"][0]["done"] is True
    assert len(client.ask("GET", "/v1/teams").json()["items"]) == 2
    as_a_file(client)


def features(client: Client, team: str, ann: str):
    off = {"chat": {"value": False}}
    assert client.ask("PUT", "/v1/features", {"annotate": {"value": False}}).json()["impact"] is None
    assert client.ask("GET", "/v1/features").json()["features"]["annotate"]["value"] is False
    assert client.ask("PUT", f"{team}/features?dry_run=true", off).json()["impact"]["representatives"] == 1
    client.ask("PUT", f"{team}/features", off)
    client.ask("PUT", f"{ann}/features", {"clipboard": {"value": False}})
    told = {why["key"]: why["level"] for why in client.ask("GET", f"{ann}/features").json()["effective"]}
    assert (told["annotate"], told["chat"], told["clipboard"], told["diagnostics"]) == ("account", "team", "representative", "default"), told
    assert len(client.ask("GET", "/v1/features/effective").json()["items"]) == 1


def codes(deployment: Deployment, client: Client, team: str, login: str):
    slug = f"phone-{uuid.uuid4().hex[:8]}"
    portal = client.ask("POST", "/v1/portals", {"slug": slug, "name": "Phone", "mode": "phone"}, expect=201).json()["id"]
    client.ask("POST", f"/v1/portals/{portal}/copy", {"portal_ids": [portal], "parts": ["texts"]})
    client.ask("PATCH", team, {"portal_id": portal})
    her = Client(deployment)
    her.ask("PUT", f"/v1/activations/{link(deployment, login, 'activate')}", {"password": PASSWORD}, expect=204)
    her.sign_in(login, PASSWORD)
    code = her.ask("POST", "/v1/codes", {"label": "Ada"}, expect=201).json()["code"]
    query = Client(deployment).ask("POST", f"/p/{slug}/queries", {"code": code, "form_id": "1"}, expect=201).json()["id"]
    assert client.ask("GET", f"/v1/queries/{query}").json()["portal_id"] == portal
    back = her.ask("POST", "/v1/codes", {}, expect=201).json()["code"]
    her.ask("DELETE", f"/v1/codes/{back}", expect=204)
    assert her.ask("GET", "/v1/codes").json()["items"] == []


def logins(deployment: Deployment, client: Client, team: str, hers: str):
    """Two share the one login of their team: whoever finds it taken has it when the other has gone."""
    his = f"bo-{uuid.uuid4().hex[:8]}@staff.example"
    user = {"first_name": "Bo", "last_name": "L", "login": his, "company_access": "all", "modules": ["service_desk"]}
    client.ask("POST", "/v1/users", {**user, "team_id": team.rsplit("/", 1)[1]}, expect=201)
    her, him = Client(deployment), Client(deployment)
    him.ask("PUT", f"/v1/activations/{link(deployment, his, 'activate')}", {"password": PASSWORD}, expect=204)
    client.ask("PATCH", team, {"available_logins": 1})
    her.sign_in(hers, PASSWORD)
    full = him.ask("POST", "/v1/sign-in", {"login": his, "password": PASSWORD}).json()
    assert [one["first_name"] for one in full["taken"]] == ["Ann"], full
    her.ask("DELETE", "/v1/sign-in", expect=204)
    entered = him.ask("POST", "/v1/sign-in/login", {"ticket": full["ticket"], "displace": None}).json()
    assert entered["user"]["login"] == his, entered
    assert [one["first_name"] for one in client.ask("GET", f"{team}/logins").json()["taken"]] == ["Bo"]
    client.ask("PATCH", team, {"available_logins": None})


def as_a_file(client: Client):
    file = client.ask("GET", "/v1/organisation").json()
    file["teams"] = [team for team in file["teams"] if team["name"] != "Late"] + [{"name": "Night"}]
    wanted = {"file": file, "prune": True}
    steps = [(step["action"], step["name"]) for step in client.ask("POST", "/v1/organisation/plan", wanted).json()["steps"]]
    assert steps == [("create", "Night"), ("delete", "Late")], steps
    assert len(client.ask("POST", "/v1/organisation/apply", wanted).json()["steps"]) == 2
    night = next(team for team in client.ask("GET", "/v1/teams").json()["items"] if team["name"] == "Night")
    client.ask("DELETE", f"/v1/teams/{night['id']}", expect=204)
