"""A manager opens a portal; somebody asks something there, and whoever serves it is told."""

import uuid

from client import Client, mails, request, until
from deploy import Deployment
from people import manager


def story_a_portal_is_opened_and_somebody_asks_something(deployment: Deployment):
    client = manager(deployment)
    slug = f"north-{uuid.uuid4().hex[:8]}"
    portal = client.ask("POST", "/v1/portals", {"slug": slug, "name": "North"}, expect=201).json()["id"]
    client.ask("POST", "/v1/portals", {"slug": slug, "name": "North"}, expect=422)
    path = f"/v1/portals/{portal}"
    night = client.ask("POST", f"{path}/subportals", {"name": "Night"}, expect=201).headers["Location"]
    assert client.ask("PATCH", night, {"name": "Late"}).json()["subportals"][1]["name"] == "Late"
    client.ask("DELETE", night, expect=204)
    assert client.ask("PUT", f"{path}/features", {"chat": {"value": False}}).json()["features"]["chat"]["value"] is False
    assert client.ask("PATCH", path, {"accent_colour": "#8a1c3b"}).json()["accent_colour"] == "#8a1c3b"
    assert [one["id"] for one in client.ask("GET", "/v1/portals").json()["items"]] == [portal]
    assert client.ask("GET", f"{path}/representatives").json()["items"] == []
    query = asks(deployment, slug)
    shown = client.ask("GET", f"/v1/queries/{query}").json()
    assert (shown["asked"]["question"], shown["portal_id"]) == ("Why?", portal), shown
    assert len(client.ask("GET", "/v1/queries").json()["items"]) == 2
    login = client.ask("GET", "/v1/me").json()["login"]
    until("the manager is told", lambda: any(f"/queries/{query}" in mail["BodyText"] for mail in mails(deployment, login)))
    assert client.ask("GET", path).json()["address"] == f"/p/{slug}"
    client.ask("DELETE", path, expect=204)
    Client(deployment).ask("GET", f"/p/{slug}", expect=404)


def asks(deployment: Deployment, slug: str) -> str:
    """Looks at the page, fills it in, and asks once more as a program does; the query's id."""
    visitor = Client(deployment)
    page = visitor.ask("GET", f"/p/{slug}")
    assert "--accent: #8a1c3b" in page.body.decode() and "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert b"embed=1" in visitor.ask("GET", f"/p/{slug}/embed.js").body
    form = b"name=Ada&email=ada%40example.org&question=How%3F&form_id=1"
    sent = {"Content-Type": "application/x-www-form-urlencoded"}
    thanks = request("POST", deployment.url(f"/p/{slug}/queries"), form, sent)
    assert thanks.status == 200 and b"form" not in thanks.body.split(b"<main>")[1], thanks.body
    said = {"name": "Ada", "email": "ada@example.org", "question": "Why?"}
    return visitor.ask("POST", f"/p/{slug}/queries", said, expect=201).json()["id"]
