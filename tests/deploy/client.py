"""A person's way to the API: plain HTTP, one visitor a `Client`."""

import http.client
import json
import time
import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from deploy import APP_URL, Deployment

# The longest that anything in the background may take.
PATIENCE_SECONDS = 30
# States that nothing leaves any more.
ENDS = ("done", "failed", "cancelled")


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self):
        return json.loads(self.body)


class Client:
    """Somebody with a browser: keeps the token and the cookie that it is given."""

    def __init__(self, deployment: Deployment):
        self.deployment = deployment
        self.token = None
        self.cookie = None

    def ask(self, method: str, path: str, body=None, expect: int | tuple[int, ...] = 200, **headers) -> Answer:
        """Asks the API; fails when the answer is another than expected."""
        sent = {"X-Deskhand": "1", **headers}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if self.cookie:
            sent["Cookie"] = self.cookie
        if method == "POST":
            sent.setdefault("Idempotency-Key", str(uuid.uuid4()))
        data = None
        if body is not None:
            sent["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        answer = request(method, self.deployment.url(path), data, sent)
        allowed = expect if isinstance(expect, tuple) else (expect,)
        assert answer.status in allowed, f"{method} {path}: {answer.status} instead of {expect}: {answer.body[:500]!r}"
        if answer.status < 400:
            self.deployment.asked.add((method, path.split("?")[0]))
        cookie = answer.headers.get("Set-Cookie")
        if cookie:
            self.cookie = cookie.split(";")[0]
        return answer

    def sign_in(self, login: str, password: str):
        session = self.ask("POST", "/v1/sign-in", {"login": login, "password": password}).json()
        self.token = session["access_token"]
        return session

    def wait(self, path: str, state: str) -> dict:
        """Looks again and again until the thing has come to that state."""

        def look():
            thing = self.ask("GET", path).json()
            assert thing["state"] == state or thing["state"] not in ENDS, thing
            return thing if thing["state"] == state else None

        return until(f"{path} is {state}", look)


def request(method: str, url: str, body: bytes | None = None, headers: dict | None = None) -> Answer:
    """One request, its redirects not followed."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=35)
    try:
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request(method, target, body, headers or {})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, content(answer))
    finally:
        connection.close()


def content(answer: http.client.HTTPResponse) -> bytes:
    try:
        return answer.read()
    except http.client.IncompleteRead as cut:
        # The emulator counts the byte order mark of a text that a function answers, but loses it.
        if cut.expected != len("\ufeff".encode()):
            raise
        return cut.partial


def mails(deployment: Deployment, address: str) -> list[dict]:
    """The mails that the emulator's SES was given for this address."""
    kept = json.loads(request("GET", f"{deployment.emulator.url}/_ministack/ses/messages").body)
    every = [mail for account in kept["messages"].values() for mail in account] if isinstance(kept.get("messages"), dict) else kept["messages"]
    return [mail for mail in every if any(address in to for to in mail["To"])]


def link(deployment: Deployment, address: str, page: str) -> str:
    """Waits for a mail with a link to this page of the web app, and gives the token at the link's end."""
    start = f"{APP_URL}/{page}/"

    def look():
        texts = [mail["BodyText"] for mail in mails(deployment, address)]
        return next((text.split(start)[1].split()[0] for text in texts if start in text), None)

    return until(f"{address} has a mail with a link to {page}", look)


def until(what: str, look):
    """Looks again and again until there is something to see."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        seen = look()
        if seen:
            return seen
        time.sleep(0.2)
    raise AssertionError(f"not within {PATIENCE_SECONDS} s: {what}")
