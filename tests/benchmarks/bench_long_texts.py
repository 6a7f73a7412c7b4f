"""What far too long lines and words cost: `python -m tests.benchmarks.bench_long_texts [--share S]`.

Prints the processor seconds that each text of `tests/core/long_texts.py` takes, and those of one with only that share
of its signs (default: a quarter, so that the first are four times the second where cost grows with the length alone).
"""

import argparse
import time
from collections.abc import Callable

from core.corpus import segments
from core.corpus.bundles import divide
from core.corpus.formats import Extracted
from core.corpus.spelling import read_as
from core.german.tokens import pieces
from tests.core.long_texts import BUNDLES, LINES, SIGNS, WORDS, Long

STEPS: dict[str, tuple[dict[str, Long], Callable[[str], object]]] = {
    "divided into articles": (BUNDLES, lambda text: divide(Extracted(text), "bundle.txt")),
    "divided into segments": (LINES, segments),
    "read as it is meant": (SIGNS, read_as),
    "divided into words": (WORDS, lambda text: list(pieces(text))),
}


def seconds(step: Callable[[str], object], text: str) -> float:
    """The processor seconds that a step takes for a text."""
    began = time.process_time()
    step(text)
    return time.process_time() - began


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=0.25)
    share = parser.parse_args().share
    for what, (texts, step) in STEPS.items():
        step("Der Minister reiste nach Wien. ¬")  # vocabulary and patterns are loaded once
        print(f"{what}:")
        for name, long in texts.items():
            whole, part = seconds(step, long.text()), seconds(step, long.text(share))
            print(f"  {whole:.2f} s, {part:.2f} s for {share:g} of it: {name}")


if __name__ == "__main__":
    main()
