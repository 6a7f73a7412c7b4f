"""The process in which `core.corpus.confined` has texts extracted: requests on stdin, answers on stdout.

A request is a line of JSON, `{"format", "encoding", "file", "size", "seconds", "bytes"}`, and then `size` bytes; one
with `page` and `words`, too, asks for the picture of a page. Each is done in a fork of its own with limits to its time
and memory, so that no file has a part in what becomes of another, and no crash is more than the end of one fork. Its
answer is a line of JSON, whole or not, and a line with its exit status.
"""

import gc
import json
import logging
import os
import resource
import signal
import sys
from base64 import b64encode
from importlib import import_module
from typing import Any

from core.corpus.formats import Extracted, extract
from core.corpus.unpacking import held
from core.corpus.unreadable import UnreadableError
from core.messages import as_data


def main() -> None:
    """Answer requests until there are no more."""
    logging.disable(logging.CRITICAL)  # the libraries tell of every flaw of a file
    requests, answers = sys.stdin.buffer, os.dup(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks decides when there are no more
    os.dup2(2, 1)  # a library that prints must not do it into an answer
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        import_module(f"core.corpus.formats.{request['format']}")  # here once, not in every fork
        gc.freeze()  # or a collection in the fork would copy what they share
        fork = os.fork()
        if fork == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            _limit(request)
            _write(answers, json.dumps(_answer(request, data)).encode())
            os._exit(0)
        _, status = os.waitpid(fork, 0)
        _write(answers, f"\n{os.waitstatus_to_exitcode(status)}\n".encode())


def _limit(request: dict[str, Any]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (request["seconds"], request["seconds"] + 5))  # a signal, then the end
    if sys.platform == "linux":  # elsewhere the limit is not kept, or not to be set
        resource.setrlimit(resource.RLIMIT_AS, (request["bytes"], request["bytes"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    name, encoding, file = request["format"], request["encoding"], request["file"]
    try:
        if "page" in request:
            from core.corpus.formats.pdf_picture import picture  # what reads texts does without

            drawn = picture(data, request["page"], request["words"])
            return {**drawn._asdict(), "png": b64encode(drawn.png).decode()}
        if file is None:
            return {"text": _fields(extract(name, data, encoding))}
        text, parts, remarks = held(name, data, encoding, file)
    except UnreadableError as error:
        return {"unreadable": as_data(error.message)}
    packed = [{**part._asdict(), "data": b64encode(part.data).decode()} for part in parts]
    return {"text": text and _fields(text), "parts": packed, "remarks": list(map(as_data, remarks))}


def _fields(text: Extracted) -> dict[str, Any]:
    return {**text._asdict(), "known": dict(text.known), "remark": text.remark and as_data(text.remark)}


def _write(to: int, data: bytes) -> None:
    while data:
        data = data[os.write(to, data) :]


if __name__ == "__main__":
    main()
