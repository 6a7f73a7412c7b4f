"""What builds cost: `python -m tests.benchmarks.bench_build [--sizes 10 100 1000 10000] [--workers N] [--texts FILE]`.

For generated corpora of so many documents of 400 words it prints, each build in a process of its own: seconds and words
a second from nothing and when nothing has changed, the seconds of a build after a document was added, the peak memory
of the largest process, the seconds of each stage (summed over the workers), and how the cost of a build from nothing
grows: an exponent of 1 is linear. `--texts` measures a file of lines `{"text": …}` instead: a half of it, all of it,
and all of it twice.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.articles import articles

STAGES = ("read", "sentences", "find", "tell", "analyse", "link", "write")


def write(folder: Path, texts: list[tuple[str, str | None]]) -> None:
    """Make a corpus of texts and the days they were written, where they are known."""
    entries = []
    for number, (text, day) in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        if day:
            entries.append(f'[[document]]\nfile = "{number:06}.txt"\npublished = "{day}"\n')
    (folder / "sources.toml").write_text("\n".join(entries), encoding="utf-8")


def build(corpus: Path, out: Path, workers: int) -> None:
    """Build in this process and print what it cost as JSON; called in a process of its own."""
    from core import store
    from core.build import build as run

    began, busy = time.monotonic(), time.process_time()
    report = run(corpus, out, workers=workers)
    seconds = time.monotonic() - began
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    most = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, children.ru_maxrss)
    manifest = store.manifest(out) or {}
    stages = manifest["seconds"]
    processor = time.process_time() - busy + children.ru_utime + children.ru_stime
    write = seconds - stages["analyse"] - stages["link"]
    print(
        json.dumps(
            {
                "seconds": seconds,
                "processor": processor,
                "megabytes": most / 1024,
                "stages": {**stages, "write": write},
                "redone": report.redone,
                "unchanged": report.unchanged,
            }
        )
    )


def measured(corpus: Path, out: Path, workers: int) -> dict[str, Any]:
    """What a build costs in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_build", "--build", str(corpus), str(out)]
    command += ["--workers", str(workers)]
    costs: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return costs


def parts(options: argparse.Namespace) -> Iterator[list[tuple[str, str | None]]]:
    """The corpora to be measured, the smallest first."""
    if options.texts:
        lines = options.texts.read_text(encoding="utf-8").splitlines()
        texts: list[tuple[str, str | None]] = [(json.loads(line)["text"], None) for line in lines]
        # The copies have a word more, so that they are documents of their own.
        yield from (texts[: len(texts) // 2], texts, texts + [(f"{text}\nEnde", day) for text, day in texts])
    else:
        for size in options.sizes:
            yield [(text, str(day)) for text, day in articles(size)]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--build", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        begun, into = options.build
        build(begun, into, options.workers)
        return
    points = []
    print("documents    words  cold s  words/s  warm s  words/s one more s     MB")
    for texts in parts(options):
        words = sum(len(text.split()) for text, _ in texts)
        with tempfile.TemporaryDirectory() as folder:
            corpus, out = Path(folder) / "corpus", Path(folder) / "out"
            corpus.mkdir()
            write(corpus, texts)
            cold = measured(corpus, out, options.workers)
            again = measured(corpus, out, options.workers)
            (corpus / "more.txt").write_text(next(articles(1, seed=2))[0], encoding="utf-8")
            more = measured(corpus, out, options.workers)
        points.append((words, cold["processor"]))
        print(
            f"{len(texts):9} {words:8} {cold['seconds']:7.1f} {words / cold['seconds']:8.0f} {again['seconds']:7.2f}"
            f" {words / again['seconds']:8.0f} {more['seconds']:10.2f} {max(cold['megabytes'], more['megabytes']):6.0f}"
        )
        for name, run in (("cold", cold), ("one more", more)):
            stages = ", ".join(f"{stage} {run['stages'][stage]:.1f}" for stage in STAGES)
            print(f"          {name}: {stages}; processor {run['processor']:.1f} s")
    sizes, costs = np.log([words for words, _ in points]), np.log([cost for _, cost in points])
    # Below a thousand documents the start of Lagebild counts for more than the documents.
    large = [at for at, size in enumerate(sizes) if size >= math.log(100_000)] or range(len(sizes))
    if len(large) > 1:
        exponent = np.polyfit(sizes[list(large)], costs[list(large)], 1)[0]
        print(f"growth exponent {exponent:.2f} (processor time, over the largest {len(large)})")
    elif len(sizes) > 1:
        print(f"growth exponent {np.polyfit(sizes, costs, 1)[0]:.2f} (processor time)")


if __name__ == "__main__":
    main()
