"""Extracts texts in a process apart, in bounded time and memory and safe from a crash, whatever a file holds."""

import atexit
import json
import os
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from typing import Any

from core.corpus.formats import LARGEST, Extracted
from core.corpus.unpacking import Held, Part
from core.corpus.unreadable import UnreadableError
from core.messages import Message, of_data

_SECONDS = 30  # of computing for one text
_BYTES = 2 << 30  # of memory for one text


class _Helper:
    """The process apart, started when it is first asked; one text at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: bytes) -> tuple[bytes, int]:
        """Its answer to a request, whole where the exit status beside it is 0.

        Raises:
            OSError: the process cannot be started, or somebody has ended it.
        """
        with self._lock:
            try:
                process = self._started()
                requests, answers = process.stdin, process.stdout
                assert requests is not None  # noqa: S101 - pipes, as asked for; narrows the type
                assert answers is not None  # noqa: S101
                requests.write(request)
                requests.flush()
                answer, status = answers.readline(), answers.readline()
                if not status.endswith(b"\n"):
                    raise ChildProcessError(Message("the process that reads files has been ended, or cannot start"))
            except BaseException:  # an interrupt too: the next request must not get the answer to this one
                self.close()
                raise
            return answer, int(status)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "core.corpus"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self._process

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):  # what it has not read of a request is lost with it
                    pipe and pipe.close()
            self._process = None


_helper = _Helper()
atexit.register(lambda: _helper.close())


def _own_helper() -> None:
    """A fork does not share the pipes of the process that it came from."""
    global _helper
    _helper = _Helper()


os.register_at_fork(after_in_child=_own_helper)


def extract(name: str, data: bytes, encoding: str | None) -> Extracted:
    """The text of a file in a format, by the name of its module.

    Raises:
        UnreadableError: the bytes hold no text in this format, or cannot be read in the time and memory for one text.
        OSError: no process can be started.
    """
    return _extracted(_answer(name, data, encoding, None)["text"])


def held(name: str, data: bytes, encoding: str | None, file: str) -> Held:
    """What a file in a format holds; see `core.corpus.unpacking.held`.

    Raises:
        UnreadableError: the bytes hold nothing in this format, far too much, or cannot be read in the time and memory
            for one file.
        OSError: no process can be started.
    """
    answer = _answer(name, data, encoding, file)
    text, parts = answer["text"], answer["parts"]
    return Held(
        text and _extracted(text),
        tuple(Part(**{**part, "data": b64decode(part["data"])}) for part in parts),
        tuple(of_data(Message, remark) for remark in answer["remarks"]),
    )


def picture(data: bytes, page: int | None, words: str) -> tuple[str, int, int]:
    """A page of a PDF file, drawn: the picture (PNG in base64), its number and how many there are.

    Args:
        data: the file.
        page: the number of the page from 1; without it, it is the first on which `words` begin, or else the first.
        words: a passage of the file's text.

    Raises:
        UnreadableError: the page cannot be drawn, or not in the time and memory for one file.
        OSError: no process can be started.
    """
    answer = _answer("pdf", data, None, None, page=page, words=words)
    return answer["png"], answer["page"], answer["pages"]


def _extracted(fields: Mapping[str, Any]) -> Extracted:
    """A text from its fields as JSON has them."""
    return Extracted(**{**fields, "remark": fields["remark"] and of_data(Message, fields["remark"])})


def _answer(name: str, data: bytes, encoding: str | None, file: str | None, **more: Any) -> dict[str, Any]:
    """What the process apart says of a file: of its one text, where it is not told the file's name or more."""
    seconds = _SECONDS * (1 + len(data) // LARGEST)  # a file that holds others may be larger
    asked = {"format": name, "encoding": encoding, "file": file, "size": len(data), **more}
    request = json.dumps({**asked, "seconds": seconds, "bytes": _BYTES}).encode() + b"\n" + data
    try:
        answer, status = _helper.ask(request)
    except (ChildProcessError, BrokenPipeError):
        answer, status = _helper.ask(request)  # ended from outside: once more, in a new one
    if status != 0:
        if status == -signal.SIGXCPU:
            why = Message("takes more than {n} s to read", n=seconds)
        else:
            why = Message("takes too much memory, or breaks what reads it")
        raise UnreadableError(Message("{why}; left out, save it anew or convert it to plain text", why=why))
    fields: dict[str, Any] = json.loads(answer)
    if "unreadable" in fields:
        raise UnreadableError(of_data(Message, fields["unreadable"]))
    return fields
