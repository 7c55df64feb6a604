"""Starts a Deskhand of its own, signs in as the demo's manager, and lets Schemathesis ask."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
LOGIN = {"login": "manager@demo.example", "password": "Deskhand-demo-1"}
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]
# The same requests each time.
SEED, EXAMPLES = "1", "12"
# They would end what the others ask with.
LEFT_OUT = ["end_sign_in", "end_one_sign_in"]


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    with tempfile.TemporaryDirectory(prefix="fuzz-test-") as folder:
        program = os.environ.get("DESKHAND_BIN", ROOT / "target/debug/deskhand")
        command = [program, "--data", folder, "--port", "0", "--web", f"{folder}/none"]
        deskhand = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        try:
            return throw(url(deskhand), Path(folder))
        finally:
            deskhand.terminate()
            deskhand.wait(30)


def url(deskhand: subprocess.Popen) -> str:
    for line in deskhand.stdout:
        if told := re.search(r"Web app +(\S+)", line):
            return told[1]
    raise SystemExit("Deskhand did not start")


def throw(url: str, folder: Path) -> int:
    """Twice, at the same time: with ids that name nothing as a rule, and with those of things that are there."""
    manager = Manager(url)
    known = {"nothing": "", "things": "".join(known_id(path, name) for path, name in manager.things().items())}
    runs = [(begin(url, manager.token, folder / name, config), folder / name) for name, config in known.items()]
    worst = 0
    for run, place in runs:
        failed = run.wait()
        told = (place / "told.txt").read_text(encoding="utf-8")
        print(told if failed else f"{place.name}: {'; '.join(re.findall('.* generated, .*', told))}".strip(), flush=True)
        worst = max(worst, failed)
    return worst


def known_id(path: str, name: str) -> str:
    """Wherever an operation names a thing of this kind, it is this one."""
    return f'[[operations]]\ninclude-path-regex = "^{path}/\\\\{{id"\nparameters = {{ "path.id" = "{name}" }}\n'


def begin(url: str, token: str, place: Path, config: str) -> subprocess.Popen:
    place.mkdir()
    (place / "schemathesis.toml").write_text(config, encoding="utf-8")
    long = os.environ.get("SECONDS_EACH")
    much = ["--max-time", long] if long else ["--seed", SEED, "--max-examples", EXAMPLES]
    # One worker: Python 3.11 loses count of its recursion when several threads parse at once.
    command = [Path(sys.executable).with_name("schemathesis"), "run", ROOT / "infra/openapi.json", "--url", url, "--workers", "1"]
    command += ["--header", f"Authorization: Bearer {token}", "--header", "X-Deskhand: 1", *much]
    command += [word for name in LEFT_OUT for word in ("--exclude-operation-id", name)]
    command += ["--checks", ",".join(CHECKS), "--continue-on-failure", "--no-color"]
    with (place / "told.txt").open("wb") as told:
        return subprocess.Popen(command, cwd=place, stdout=told, stderr=subprocess.STDOUT)


class Manager:
    """Whoever asks: the demo's manager."""

    def __init__(self, url: str):
        self.url, self.token = url, None
        self.token = self.ask("POST", "/v1/sign-in", LOGIN)["access_token"]

    def ask(self, method: str, path: str, body: dict | None = None) -> dict:
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        return json.loads(connection.getresponse().read())

    def things(self) -> dict[str, str]:
        """A thing of each kind: where they are, and its id."""
        wishes = {
            "/v1/companies": {"name": "Fuzz"},
            "/v1/services": {"name": "Fuzz"},
            "/v1/customers": {"last_name": "Fuzz", "email": "fuzz@example.org"},
            "/v1/denylist": {"domain": "fuzz.example"},
            "/v1/imports": {"file_name": "fuzz.csv", "size": 10},
            "/v1/exports": {},
            "/v1/customers/access": {"all": True, "portal_access": "none"},
            "/v1/api-keys": {"name": "Fuzz", "scopes": ["customers:read"]},
            "/v1/portals": {"slug": "fuzz-portal", "name": "Fuzz"},
        }
        return {path: self.ask("POST", path, wish)["id"] for path, wish in wishes.items()}


if __name__ == "__main__":
    sys.exit(main())
