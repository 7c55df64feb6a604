"""Runs the pages' blocks of shell, one after the other, in one shell that stops at the first failure."""

import os
import re
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/tour.md")
# Where the pages say that Deskhand is.
DESK, AWS = "http://localhost:8080", "http://127.0.0.1:9090"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="tour-") as folder:
        program = os.environ.get("DESKHAND_BIN", ROOT / "target/debug/deskhand")
        # Links in mails begin with the address, so the port is chosen here.
        command = [program, "--data", f"{folder}/data", "--port", free_port(), "--endpoint-port", "0", "--web", f"{folder}/none"]
        deskhand = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        try:
            desk, aws = places(deskhand)
            script = "\n".join(blocks()).replace(DESK, desk).replace(AWS, aws)
            shell = ["bash", "-euo", "pipefail", "-c", f"trap 'echo FAILED: \"$BASH_COMMAND\"' ERR\n{script}"]
            return subprocess.run(shell, cwd=folder, check=False).returncode
        finally:
            deskhand.terminate()
            deskhand.wait(30)


def free_port() -> str:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])


def places(deskhand: subprocess.Popen) -> tuple[str, str]:
    """Where the API and the AWS endpoint are."""
    told = ""
    for line in deskhand.stdout:
        told += line
        if found := re.search(r"Web app +(\S+)[\s\S]*AWS +(\S+)", told):
            return found[1], found[2]
    raise SystemExit("Deskhand did not start")


def blocks() -> list[str]:
    pages = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in PAGES)
    return [block for block in re.findall(r"```sh\n(.*?)```", pages, re.DOTALL) if "aws s3" not in block]


if __name__ == "__main__":
    sys.exit(main())
