"""A process whose CPU time and memory are read from outside, to the nanosecond."""

import os
import signal
import time
from pathlib import Path


def cpu(pid: int) -> float:
    """Milliseconds of CPU, user and kernel, that all threads of a process have had, ended ones too."""
    # A process's CPU clock by its id: the kernel's MAKE_PROCESS_CPUCLOCK(pid, CPUCLOCK_SCHED).
    return time.clock_gettime_ns((~pid << 3) | 2) / 1e6


def memory(pid: int) -> tuple[float, float]:
    """Resident memory now and at its highest, in MB (10^6 bytes)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    sizes = {name: rest.split()[0] for name, _, rest in (line.partition(":") for line in lines) if name in ("VmRSS", "VmHWM")}
    return int(sizes["VmRSS"]) * 1024 / 1e6, int(sizes["VmHWM"]) * 1024 / 1e6


def thread_cpu(pid: int, name: str) -> float:
    """Milliseconds of CPU of the living threads of that name."""
    used = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        if (task / "comm").read_text().strip() == name:
            used += int((task / "schedstat").read_text().split()[0])
    return used / 1e6


class Process:
    """A program that was started; `started` is its CPU time when it began to be that program."""

    def __init__(self, command: list, environment: dict[str, str], log: Path):
        with log.open("ab") as output:
            self.pid = os.fork()
            if self.pid == 0:
                self.become([str(word) for word in command], environment, output.fileno())
        os.waitpid(self.pid, os.WUNTRACED)
        self.started = cpu(self.pid)
        self.ended = False

    @staticmethod
    def become(command: list[str], environment: dict[str, str], output: int):
        try:
            os.dup2(output, 1)
            os.dup2(output, 2)
            # Python's share of the start is read off here, before the program's own begins.
            os.kill(os.getpid(), signal.SIGSTOP)
            os.execve(command[0], command, environment)
        finally:
            os._exit(127)

    def go(self):
        os.kill(self.pid, signal.SIGCONT)

    def end(self, how: int = signal.SIGKILL):
        if not self.ended:
            self.ended = True
            os.kill(self.pid, how)
            os.kill(self.pid, signal.SIGCONT)
            os.waitpid(self.pid, 0)
