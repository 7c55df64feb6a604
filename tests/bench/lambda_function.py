"""A function's binary on an emulator of Lambda's Runtime API, as Lambda runs it: one event at a time."""

import json
import queue
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from process import Process, cpu, memory

# The longest that a function may take: it is then taken for dead.
PATIENCE_SECONDS = 900
START_SECONDS = 60


@dataclass
class Invocation:
    """What became of an event; `cpu` in milliseconds, from being ready for it to being ready for the next."""

    payload: object
    cpu: float
    seconds: float


class Function:
    """A running function. `init` is the CPU time from its start until it asked for its first event, in milliseconds."""

    def __init__(self, binary: Path, environment: dict[str, str], log: Path, under: tuple = ()):
        self.events, self.asked, self.answers = queue.Queue(), queue.Queue(), queue.Queue()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        runtime = {
            "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self.server.server_port}",
            "AWS_LAMBDA_FUNCTION_NAME": binary.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
            "AWS_LAMBDA_LOG_GROUP_NAME": "bench",
            "AWS_LAMBDA_LOG_STREAM_NAME": "bench",
            "_HANDLER": "bootstrap",
        }
        self.log = log
        self.process = Process([*under, binary], {**environment, **runtime}, log)

    def __enter__(self) -> "Function":
        self.process.go()
        try:
            self.ready = self.wait(self.asked, START_SECONDS)
        except BaseException:
            self.__exit__()
            raise
        self.init = self.ready - self.process.started
        return self

    def __exit__(self, *_):
        self.process.end()
        self.server.shutdown()
        self.server.server_close()

    def invoke(self, event: dict) -> Invocation:
        began, before = time.monotonic(), self.ready
        self.events.put(json.dumps(event).encode())
        payload = self.wait(self.answers, PATIENCE_SECONDS)
        seconds = time.monotonic() - began
        self.ready = self.wait(self.asked, PATIENCE_SECONDS)
        return Invocation(payload, self.ready - before, seconds)

    def memory(self) -> tuple[float, float]:
        return memory(self.process.pid)

    def wait(self, answers: queue.Queue, seconds: int):
        try:
            answer = answers.get(timeout=seconds)
        except queue.Empty:
            answer = RuntimeError(f"nothing for {seconds} s")
        if isinstance(answer, Exception):
            raise RuntimeError(f"{answer}\n{self.log.read_text(errors='replace')[-3000:]}")
        return answer


def handler(function: Function) -> type:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body of an answer in one packet.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self):
            function.asked.put(cpu(function.process.pid))
            event = function.events.get()
            deadline = int((time.time() + PATIENCE_SECONDS) * 1000)
            headers = {
                "Lambda-Runtime-Aws-Request-Id": "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
                "Lambda-Runtime-Deadline-Ms": str(deadline),
                "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-central-1:000000000000:function:bench",
                "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0",
            }
            self.answer(200, event, headers)

        def do_POST(self):
            body = self.body()
            kind = self.path.rsplit("/", 1)[-1]
            if kind == "response":
                function.answers.put(json.loads(body or b"null"))
            else:
                failed = RuntimeError(f"{self.path}: {body.decode(errors='replace')}")
                # Before its first event a function that can't start says so instead of asking.
                (function.asked if "init" in self.path else function.answers).put(failed)
            self.answer(202, b'{"status":"OK"}', {})

        def body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            whole = b""
            while size := int(self.rfile.readline(), 16):
                whole += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return whole

        def answer(self, status: int, body: bytes, headers: dict[str, str]):
            self.send_response(status)
            for name, value in {**headers, "Content-Type": "application/json", "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler
