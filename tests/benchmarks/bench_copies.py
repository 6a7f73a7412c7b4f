"""What finding copies costs: `python tests/benchmarks/bench_copies.py [--documents N]`.

Prints the milliseconds that the signature of a text of 400 words takes, and the seconds that comparing takes of texts
that have nothing in common, that are all one text, and that are all filled in by one form at every tenth, eighth and
fifth word, with how many of them are copies. Tenths are near what still is a copy, fifths are not.
"""

import argparse
import random
import time

from core.events.copies import Signature, copies, earliest_first, signature
from core.model import Segment

N_WORDS = 400
WORDS = [f"wort{number}" for number in range(5000)]


def signed(words: list[str]) -> Signature:
    """The signature of a text of these words."""
    text = " ".join(words)
    return signature(text, [Segment(0, len(text), "body")])


def form(rng: random.Random, every: int) -> list[str]:
    """One filling in of a form whose words are the same in every run but for one of so many."""
    return [rng.choice(WORDS) if at % every == 0 else WORDS[at] for at in range(N_WORDS)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000, help="how many are compared")
    n = parser.parse_args().documents
    rng = random.Random(7)  # noqa: S311 - the same texts in every run
    kinds = {
        "nothing in common": [rng.choices(WORDS, k=N_WORDS) for _ in range(n)],
        "one text": [WORDS[:N_WORDS]] * n,
        **{f"one form, every {every}th word": [form(rng, every) for _ in range(n)] for every in (10, 8, 5)},
    }
    for kind, texts in kinds.items():
        began = time.perf_counter()
        signatures = {f"text-{number:06d}": signed(words) for number, words in enumerate(texts)}
        hashed = time.perf_counter()
        copied = copies(signatures, earliest_first(signatures, {}))
        ended = time.perf_counter()
        print(
            f"{kind:30} signature {1000 * (hashed - began) / n:.2f} ms, {n} compared in {ended - hashed:.2f} s,"
            f" {len(copied)} copies"
        )


if __name__ == "__main__":
    main()
