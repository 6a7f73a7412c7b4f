"""What a build costs: `python tests/benchmarks/bench_build.py [--documents DOCS.jsonl]`.

Prints, for the texts given as lines `{"doc", "dct", "text"}` (without them, the seeds), the words a second of a build
with cold caches on one core, the seconds of its stages and its peak memory, each in a process of its own; then the
same for a half, for all and for twice the texts (the second half of those with other names for the files), and how
cost grows: an exponent of 1 is linear.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"


def texts(documents: Path | None) -> list[str]:
    """The texts to build from."""
    if documents is None:
        return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [json.loads(line)["text"] for line in documents.read_text(encoding="utf-8").splitlines()]


def measure(folder: Path) -> None:
    """Build a corpus in this process and print what it cost as JSON; called in a process of its own."""
    from core.corpus import read
    from core.pipeline import tables

    began = time.process_time()
    documents = read(folder).documents
    _, stages = tables(documents, lambda *_: None)
    print(
        json.dumps(
            {
                "words": sum(len(document.text.split()) for document in documents),
                "seconds": time.process_time() - began,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "stages": stages,
            }
        )
    )


def cost(corpus: list[str]) -> dict[str, float]:
    """What building a corpus costs in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(corpus):
            (Path(folder) / f"{number:06}.txt").write_text(text, encoding="utf-8")
        command = [sys.executable, __file__, "--measure", folder]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(out)
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    corpus = texts(options.documents)
    points = []
    print(f"{'documents':>9} {'words':>8} {'seconds':>8} {'words/s':>8} {'MB':>6}  stages")
    for part in (corpus[: max(1, len(corpus) // 2)], corpus, corpus * 2):
        figures = cost(part)
        points.append((figures["words"], figures["seconds"]))
        rate = figures["words"] / figures["seconds"]
        print(
            f"{len(part):9} {figures['words']:8.0f} {figures['seconds']:8.2f} {rate:8.0f} {figures['megabytes']:6.0f}"
            f"  {figures['stages']}"
        )
    (words, seconds), (most, longest) = points[0], points[-1]
    print(f"growth exponent {math.log(longest / seconds) / math.log(most / words):.2f} (processor time)")


if __name__ == "__main__":
    main()
