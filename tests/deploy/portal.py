"""Customers come into the portal, and have a face."""

import struct
import zlib

from client import Client, link, request, until
from deploy import Deployment
from people import PASSWORD, manager

NEW = "Bo-8-kfzquwx"


def story_a_customer_comes_into_the_portal(deployment: Deployment):
    client = manager(deployment)
    account = client.ask("GET", "/v1/me").json()["account"]["id"]
    company = client.ask("POST", "/v1/companies", {"name": "Engines"}, expect=201).json()["id"]
    email = "in-the-portal@example.net"
    person = {"first_name": "Ada", "last_name": "L", "email": email, "company_id": company, "portal_access": "company"}
    made = client.ask("POST", "/v1/customers", person, expect=201).json()["id"]
    client.ask("POST", f"/v1/customers/{made}/activation", {}, expect=202)
    token = link(deployment, email, f"portal/{account}/activate")
    assert Client(deployment).ask("GET", f"/v1/activations/{token}").json()["kind"] == "customer"
    visitor = Client(deployment)
    visitor.ask("PUT", f"/v1/activations/{token}", {"password": PASSWORD}, expect=204)

    wrong = {"account_id": account, "email": email, "password": "Wrong-7-kfzquwx"}
    visitor.ask("POST", "/v1/portal/sign-in", wrong, expect=401)
    enter(visitor, account, email, PASSWORD)
    assert visitor.ask("GET", "/v1/portal/me").json()["company"]["name"] == "Engines"
    assert visitor.ask("PATCH", "/v1/portal/me", {"locale": "it"}).json()["locale"] == "it"
    visitor.ask("GET", "/v1/customers", expect=401)
    visitor.token = visitor.ask("POST", "/v1/portal/sign-in/refresh").json()["access_token"]

    stranger = Client(deployment)
    stranger.ask("POST", "/v1/portal/password-resets", {"account_id": account, "email": email}, expect=202)
    token = link(deployment, email, f"portal/{account}/reset-password")
    stranger.ask("PUT", f"/v1/password-resets/{token}", {"password": NEW}, expect=204)
    visitor.ask("POST", "/v1/portal/sign-in/refresh", expect=401)
    enter(stranger, account, email, NEW)
    stranger.ask("DELETE", "/v1/portal/sign-in", expect=204)
    stranger.ask("POST", "/v1/portal/sign-in/refresh", expect=401)


def enter(client: Client, account: str, email: str, password: str):
    wish = {"account_id": account, "email": email, "password": password}
    client.token = client.ask("POST", "/v1/portal/sign-in", wish).json()["access_token"]


def story_a_customer_has_a_face_until_it_is_taken_away(deployment: Deployment):
    client = manager(deployment)
    made = client.ask("POST", "/v1/customers", {"last_name": "L", "email": "face@example.net"}, expect=201).json()["id"]
    path = f"/v1/customers/{made}"
    face = picture(200)
    put = client.ask("POST", f"{path}/avatar", {"size": len(face)}, expect=202).json()["upload"]
    answer = request(put["method"], put["url"], face, put["headers"])
    assert answer.status == 200, answer
    avatar = until("the avatar is there", lambda: client.ask("GET", path).json()["avatar"])
    for size, pixels in (("small", 61), ("large", 122)):
        shown = Client(deployment).ask("GET", avatar[size])
        assert shown.headers["Content-Type"] == "image/png", shown
        assert struct.unpack(">II", shown.body[16:24]) == (pixels, pixels), shown.body[:32]
    client.ask("DELETE", f"{path}/avatar", expect=204)
    Client(deployment).ask("GET", avatar["small"], expect=404)


def picture(size: int) -> bytes:
    """A grey PNG of so many pixels a side."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    lines = (b"\0" + b"\x80" * size) * size
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
