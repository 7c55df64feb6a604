"""Checks the template, deploys it into the emulator, and tells the stories against it."""

import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

import account
import desk
import ends
import files
import live
import organisation
import portal
import shape
import staff
import stories
from deploy import deploy
from emulator import Emulator

# The longest that all of it may take.
SECONDS = 300


def tests(module, prefix: str):
    return [(name, test) for name, test in vars(module).items() if name.startswith(prefix)]


class TimeIsUp(BaseException):
    """Ends everything, and is no failure of the test that it meets."""


def main() -> int:
    # Whoever stops it, and time when it is up, end it through the `with` below: nothing is left running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    signal.signal(signal.SIGALRM, time_is_up)
    signal.alarm(SECONDS)
    results = []
    try:
        for name, check in tests(shape, "check_"):
            results.append(run(name, check))
        with tempfile.TemporaryDirectory(prefix="deploy-test-") as folder, Emulator(Path(folder)) as emulator:
            tell_stories(emulator, results)
    except (Exception, TimeIsUp):
        print(f"FAILED the deployment\n{traceback.format_exc()}")
        results.append(False)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


def tell_stories(emulator: Emulator, results: list[bool]):
    started = time.monotonic()
    deployment = deploy(emulator)
    print(f"deployed {len(deployment.resources)} resources in {time.monotonic() - started:.1f} s", flush=True)
    try:
        for module in (stories, files, desk, account, portal, staff, live, organisation, ends):
            for name, story in tests(module, "story_"):
                results.append(run(name, story, deployment))
    except TimeIsUp:
        print(f"FAILED not finished within {SECONDS} s")
        results.append(False)
    finally:
        if not all(results):
            print(f"The functions wrote last:\n{deployment.logs()}\nThe emulator wrote last:\n{emulator.tail()}")


def time_is_up(*_):
    raise TimeIsUp


def run(name: str, test, *arguments) -> bool:
    started = time.monotonic()
    try:
        test(*arguments)
    except Exception:
        print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
        return False
    print(f"ok     {name} ({time.monotonic() - started:.1f} s)", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
