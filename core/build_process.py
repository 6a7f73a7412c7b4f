"""A build in a process of its own, so that whoever has begun it, such as a server with visitors, goes on undisturbed.

The process is `python -m core.build_process CORPUS TABLES BACKBONE`. It writes lines of JSON: a `Step` whenever the
build is further, at last a `Built` or a `Failed`. It ends at once when its standard input does: when the build is
cancelled, and when who began it has ended, however that came about. The tables then stay as they were, and what has
been found in single documents is kept for the next build.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import msgspec

from core.errors import ToldError, message_of
from core.messages import Message, as_data, of_data, verbatim

if TYPE_CHECKING:
    from core.corpus import Notice

COMMAND = (sys.executable, "-m", "core.build_process")
"""What begins the process; the corpus, the tables and the backbone follow."""
_POLITENESS = 5  # pages that somebody waits for come first, three to one; by 15 a build stands still on a busy machine


class Step(msgspec.Struct, frozen=True, tag=True):
    """How far the build is: the name of a stage, how many of its steps are done, and how many there are."""

    stage: str
    done: int
    total: int


class Built(msgspec.Struct, frozen=True, tag=True):
    """The tables are in place. `notices` say of files what is the matter and what to do, as `Notice` in JSON."""

    notices: msgspec.Raw


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The tables could not be built: why, in one line."""

    error: Message


_LINES = msgspec.json.Decoder(Step | Built | Failed, dec_hook=of_data)
_LINE = msgspec.json.Encoder(enc_hook=as_data)


class BuildFailedError(ToldError):
    """The tables could not be built; the message is one line that says why."""


class BuildCancelledError(Exception):
    """The build was cancelled."""


class BuildProcess:
    """One build, at work since this was made. One thread waits for its `end`; `step` and `cancel` are for any."""

    def __init__(self, corpus: Path, out: Path, backbone: str) -> None:
        """Begin it; the arguments are those of `core.build.build`."""
        self.step = Step("", 0, 0)
        self._cancelled = False
        self._process = subprocess.Popen(  # noqa: S603 - this program, with folders of whoever runs it
            [*COMMAND, str(corpus), str(out), backbone],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def cancel(self) -> None:
        """Have it end. The tables stay as they are; what has been found in documents is kept for the next build."""
        self._cancelled = True
        self._process.kill()

    def end(self) -> "Sequence[Notice]":
        """Wait until it is over; `step` meanwhile says how far it is.

        Returns:
            What is to be told of files.

        Raises:
            BuildFailedError: the tables could not be built.
            BuildCancelledError: it was cancelled before they were.
        """
        last: Step | Built | Failed = self.step
        with self._process as process:
            for line in process.stdout or ():
                last = _LINES.decode(line)
                if isinstance(last, Step):
                    self.step = last
        match last:
            case Built(notices):
                from core.corpus import Notice  # a second, which a server that builds nothing does without

                return msgspec.json.decode(notices, type=tuple[Notice, ...], dec_hook=of_data)
            case Failed(error):
                raise BuildFailedError(error)
        if self._cancelled:
            raise BuildCancelledError
        raise BuildFailedError(
            Message(
                "the process that built them ended with status {status}, perhaps for want of memory; build again",
                status=process.returncode,
            )
        )


def _end_with(lifeline: int) -> None:
    os.read(lifeline, 1)  # not by a buffer, whose lock an interpreter that ends would wait for
    os._exit(1)


def main(corpus: Path, out: Path, backbone: str) -> None:
    """Build, and say on standard output how far it is and what came of it."""
    # Whatever else is printed while building goes to the log, so that lines stay lines.
    lines, sys.stdout = sys.stdout.buffer, sys.stderr

    def say(line: Step | Built | Failed) -> None:
        lines.write(_LINE.encode(line) + b"\n")
        lines.flush()

    Thread(target=_end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    os.nice(_POLITENESS)
    try:
        from core.build import build

        report = build(corpus, out, backbone=backbone, progress=lambda *step: say(Step(*step)))
    except Exception as error:  # whatever it is, visitors get a sentence and the log gets the rest
        logging.exception("The tables could not be built")
        why = message_of(error)
        say(Failed(why if isinstance(why, Message) else verbatim(why)))
    else:
        say(Built(msgspec.Raw(_LINE.encode(report.notices))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
