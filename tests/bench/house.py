"""The whole house in one program, and a manager who asks it."""

import http.client
import json
import re
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import programs
from process import cpu, memory, thread_cpu

LOGIN = {"login": "manager@demo.example", "password": "Deskhand-demo-1"}
START_SECONDS = 120
IDLE_SECONDS = 600


class House:
    """Deskhand with its demo, on ports of its own. Functions named in `without` get no events from it."""

    def __init__(self, folder: Path, without: tuple[str, ...] = ()):
        self.folder = folder
        self.template = programs.TEMPLATE
        if without:
            self.template = folder / "template.yaml"
            shutil.copy(programs.TEMPLATE, self.template)
            shutil.copytree(programs.STACKS, folder / "stacks")
            background = folder / "stacks/background.yaml"
            background.write_text(deaf(background.read_text(encoding="utf-8"), without), encoding="utf-8")

    def __enter__(self) -> "House":
        command = [programs.deskhand(), "--template", self.template, "--data", self.folder / "data"]
        command += ["--port", "0", "--endpoint-port", "0", "--web", self.folder / "no-web"]
        with (self.folder / "deskhand.log").open("wb") as log:
            self.process = subprocess.Popen(command, cwd=programs.ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        told = ""
        for line in self.process.stdout:
            told += line
            if "AWS" in line:
                break
        else:
            raise RuntimeError((self.folder / "deskhand.log").read_text(errors="replace"))
        self.url = re.search(r"Web app +(\S+)", told)[1].replace("localhost", "127.0.0.1")
        self.endpoint = re.search(r"AWS +(\S+)", told)[1]
        self.connection, self.token = None, None
        self.sign_in()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def sign_in(self):
        self.token = self.ask("POST", "/v1/sign-in", LOGIN)["access_token"]

    def ask(self, method: str, path: str, body: dict | None = None) -> dict:
        """Asks as the manager; signs in again when the token is over."""
        headers = {"X-Deskhand": "1", "Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.connection is None:
            self.connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=IDLE_SECONDS + 10)
        self.connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status == 401 and self.token:
            self.token = None
            self.sign_in()
            return self.ask(method, path, body)
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:500]!r}")
        return json.loads(content) if content else {}

    def device(self) -> tuple[str, str]:
        """A new device, and the key by which it reports."""
        company = self.ask("GET", "/v1/companies")["items"][0]["id"]
        device = self.ask("POST", "/v1/devices", {"name": "Bench", "company_id": company})["id"]
        return device, self.ask("POST", f"/v1/devices/{device}/key", {})["key"]

    def quiet(self):
        """Waits until nothing is under way in the background."""
        self.ask("GET", f"/_local/idle?timeout={IDLE_SECONDS}")

    def event(self, matches, since: set = frozenset()) -> dict:
        """The newest event on a bus that matches and is not one of those known already, waited for."""
        deadline = time.monotonic() + IDLE_SECONDS
        while time.monotonic() < deadline:
            for entry in self.ask("GET", "/_local/events.json")["events"]:
                if entry["event"]["id"] not in since and matches(entry["event"]):
                    return entry["event"]
            time.sleep(0.05)
        raise RuntimeError("the event never came")

    def cpu(self) -> float:
        return cpu(self.process.pid)

    def table_cpu(self) -> float:
        """That of the one thread that reads and writes SQLite: busy all the time, it is what everything waits for."""
        return thread_cpu(self.process.pid, "table")

    def memory(self) -> tuple[float, float]:
        return memory(self.process.pid)

    def environment(self, logical_id: str) -> dict[str, str]:
        """What the template gives a function here. Each needs only a part, but none minds the rest."""
        keys = json.loads((self.folder / "data/keys.json").read_text(encoding="utf-8"))
        # The local cloud knows functions by their access key, and lets each do what its policy grants.
        return {**environment(logical_id, keys), "AWS_ENDPOINT_URL": self.endpoint}


def environment(logical_id: str, keys: dict[str, str]) -> dict[str, str]:
    return {
        "AWS_REGION": "eu-central-1",
        "AWS_ACCESS_KEY_ID": logical_id,
        "AWS_SECRET_ACCESS_KEY": "local",
        "TABLE": "local-Table",
        "BUCKET": "local-files-000000000000",
        "EVENT_BUS": "local",
        "APP_URL": "http://localhost",
        "SENDER": "desk@demo.example",
        "VERIFYING_KEY": keys["verifying_key"],
        "SIGNING_KEY": keys["signing_key"],
        "DATA_KEY": keys["data_key"],
        "EDGE_KEY": keys["edge_key"],
    }


def deaf(template: str, functions: tuple[str, ...]) -> str:
    """The template without what wakes these functions: their section `Events`, the last of each."""
    for function in functions:
        template, cut = re.subn(rf"(\n  {function}:\n(?:    .*\n|\n)*?)      Events:\n(?:        .*\n)+", r"\1", template)
        if cut != 1:
            raise RuntimeError(f"the template's section Events of {function} was not found")
    return template
