"""What hostile files cost: `python -m tests.benchmarks.bench_hostile [--files N] [--seed N] [--workers N]`.

Builds a corpus of so many files of all kinds that are damaged by chance or made to break a reader. Prints the seconds,
the most memory of this process and of any that it started, the files that took the longest to read, and how many were
built and listed; ends with status 1 where one is neither, is listed for a fault of the program, or has told a secret.
"""

import argparse
import atexit
import resource
import sys
import tempfile
import time
from pathlib import Path

_SLOWEST = 10


def _memory() -> None:
    for who, what in ((resource.RUSAGE_SELF, "this process"), (resource.RUSAGE_CHILDREN, "a process that it started")):
        print(f"{resource.getrusage(who).ru_maxrss >> 10} MB at most in {what}")


def main() -> None:
    """Print the figures."""
    atexit.register(_memory)  # before the imports that end the reading process at exit: only then it is counted

    from core.build import build
    from core.corpus import items
    from core.corpus.reading import attempt
    from core.store import load
    from tests.core.corpus import hostile

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "corpus"
        names = hostile.corpus(folder, options.files, options.seed)
        seconds: dict[str, float] = {}
        for item in items(folder).items:
            began = time.perf_counter()
            attempt(item)
            seconds[item.file] = time.perf_counter() - began
        print(f"{len(names)} files, read in {sum(seconds.values()):.0f} s")
        for name in sorted(seconds, key=lambda name: -seconds[name])[:_SLOWEST]:
            print(f"  {seconds[name]:.1f} s: {name}, {names.get(name, '')}")
        report = build(folder, Path(scratch) / "out", workers=options.workers)
        tables = load(Path(scratch) / "out")
        built = {str(file).partition("/")[0] for file in tables.documents["file"]}
        texts = "".join(map(str, tables.texts["text"]))
    print(
        f"built in {report.seconds:.0f} s: {report.documents} documents of {len(built)} files, {report.claims} claims"
    )
    listed = [warning for warning in report.warnings if "report it" in warning]
    neither = names.keys() - built - {name for name in names if any(hostile.is_on(w, name) for w in report.warnings)}
    faults = [*listed, *(f"{name}: neither built nor listed" for name in sorted(neither))]
    faults += ["a secret was told"] if hostile.SECRET in texts or "root:" in texts else []
    print("\n".join(faults) or f"{len(report.warnings)} warnings, none of them on a fault of the program")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
