"""How fast time expressions are found: `python tests/benchmarks/bench_time.py [FILE ...]` prints words and seconds.

Without files it reads the seeds. The texts are repeated to the number of words given by --words, once as one text and
once ten times as long, so that the two lines show how the cost grows.
"""

import argparse
import time
from pathlib import Path

from core.time import annotate

SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--words", type=int, default=20_000)
    options = parser.parse_args()
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in options.files)
    annotate(text, "2025-04-10")  # vocabulary and patterns are loaded once
    for words in (options.words, 10 * options.words):
        long = "\n\n".join([text] * (words // len(text.split()) + 1))
        count = len(long.split())
        begin = time.process_time()
        expressions = annotate(long, "2025-04-10")
        seconds = time.process_time() - begin
        speed = f"{seconds:.2f} s of processor time, {count / seconds:,.0f} words a second"
        print(f"{count} words, {len(expressions)} expressions, {speed}")


if __name__ == "__main__":
    main()
