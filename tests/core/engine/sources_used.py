"""What of Lagebild's own source each stage really uses; run as a script, for nothing must have been loaded before.

Takes the path of a file with the pickled inputs, {stage: arguments of each call}, and prints {stage: [what was used]}
as JSON: modules a line of which ran, and vocabulary files that were opened.
"""

import json
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import core
from core import german, stages
from core.actors import knowledge
from core.corpus import confined, formats, unpacking
from core.engine import job

_ROOT = Path(core.__file__).parent

RUN: dict[str, Callable[..., object]] = {
    "read": job.entry,
    "sentences": lambda read: stages.sentences(read, german.load()),
    "find": lambda read, said: stages.find(read, said, knowledge.load()),
    "tell": stages.tell,
    "brief": stages.brief,
}


def used(stage: str, calls: Sequence[tuple[Any, ...]]) -> list[str]:
    """The modules and vocabulary files that a stage uses, in a fork of this process."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        seen = set[str]()  # of every call, millions of them: what is ours is picked when all is done
        sys.addaudithook(lambda event, args: seen.add(str(args[0])) if event == "open" else None)
        sys.setprofile(lambda frame, event, _: seen.add(frame.f_code.co_filename) if event == "call" else None)
        for arguments in calls:
            RUN[stage](*arguments)
        sys.setprofile(None)
        ours = (path for path in seen if path.startswith(f"{_ROOT}{os.sep}") and path.endswith((".py", ".toml")))
        paths = sorted({Path(path).relative_to(_ROOT).as_posix() for path in ours})
        os.write(writer, json.dumps(paths).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        return list(json.load(answer))


def main() -> None:
    """Print what each stage uses."""
    confined.held = unpacking.held  # in this process, to see it
    warmed = set[str]()  # the vocabulary that formats load as they are imported
    importing = True
    sys.addaudithook(lambda event, args: warmed.add(str(args[0])) if importing and event == "open" else None)
    for name in formats.BY_SUFFIX.values():
        import_module(f"core.corpus.formats.{name}")
    importing = False
    known = [Path(path).relative_to(_ROOT).as_posix() for path in warmed if _is_vocabulary(path)]
    calls = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - made by the test
    every = {stage: used(stage, calls[stage]) for stage in RUN}
    print(json.dumps({**every, "read": sorted({*every["read"], *known})}))


def _is_vocabulary(path: str) -> bool:
    return path.startswith(f"{_ROOT}{os.sep}") and path.endswith(".toml")


if __name__ == "__main__":
    main()
