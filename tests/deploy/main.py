"""Checks the template, deploys it into the emulator, and tells the stories against it."""

import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

import files
import shape
import stories
from deploy import deploy
from emulator import Emulator

# The longest that all of it may take.
SECONDS = 420


def tests(module, prefix: str):
    return [(name, test) for name, test in vars(module).items() if name.startswith(prefix)]


def main() -> int:
    # Whoever stops it, and time when it is up, end it through the `with` below: nothing is left running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"not finished within {SECONDS} s"))
    signal.alarm(SECONDS)
    results = [run(name, test, ()) for name, test in tests(shape, "check_")]
    with tempfile.TemporaryDirectory(prefix="deploy-test-") as folder, Emulator(Path(folder)) as emulator:
        started = time.monotonic()
        deployment = deploy(emulator)
        print(f"deployed {len(deployment.resources)} resources in {time.monotonic() - started:.1f} s", flush=True)
        for module in (stories, files):
            results += [run(name, story, (deployment,)) for name, story in tests(module, "story_")]
        if not all(results):
            print(f"The emulator said last:\n{emulator.tail()}")
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


def run(name: str, test, arguments: tuple) -> bool:
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
