"""What a large vocabulary of actors costs: `python tests/benchmarks/bench_actors.py [FILE ...]`.

Prints the processor time of loading the vocabulary as it is and with names added up to --names, and the words a second
that `core.actors` reads with either, on the given texts (without files, the seeds), with the two passes of the build.
The two are timed in turns. Then the time that all texts take as one, and that ten times as long a text takes.
"""

import argparse
import random
import time
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from core import corpus, german
from core.actors import identify, offices, read
from core.actors.knowledge import Knowledge, build
from core.model import Interval, Sentence

Analysed = tuple[str, tuple[Sentence, ...]]
DAY = Interval(date(2024, 7, 15), date(2024, 7, 15))
SEEDS = Path(__file__).parents[2] / "seeds"
SYLLABLES = (
    "ba",
    "del",
    "fin",
    "gor",
    "hal",
    "kis",
    "lom",
    "mar",
    "nev",
    "ost",
    "pral",
    "quin",
    "ros",
    "sel",
    "tam",
    "ulb",
)


def texts(names: int) -> dict[str, str]:
    """The vocabulary's files, with that many made-up names added to the organisations, four an actor."""
    folder = files("core.vocabulary") / "actors"
    vocabulary = {
        file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".toml")
    }
    rng = random.Random(7)  # noqa: S311 - the same names in every run

    def name() -> str:
        return " ".join("".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(rng.choice((1, 2, 2, 3))))

    lines = (
        f'made-up-{i} = {{ name = "{name()}", aliases = ["{name()}", "{name()}", "{name()}"] }}'
        for i in range(names // 4)
    )
    vocabulary["organisations.toml"] += "\n[made-up]\n" + "\n".join(lines) + "\n"
    return vocabulary


def loaded(names: int) -> tuple[Knowledge, float]:
    """The vocabulary with names added, and the seconds that reading and indexing it took."""
    vocabulary = texts(names)
    begin = time.process_time()
    knowledge = build(vocabulary)
    return knowledge, time.process_time() - begin


def seconds(documents: Sequence[Analysed], knowledge: Knowledge) -> float:
    """The processor time of finding the actors of all documents."""
    begin = time.process_time()
    for text, sentences in documents:
        names = read(text, sentences, knowledge)
        offices(names, knowledge)
        identify(names, knowledge, DAY)
    return time.process_time() - begin


def analysed(text: str) -> Analysed:
    """A text with its sentences."""
    return text, german.load().sentences(text, corpus.segments(text))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    contents = [path.read_text(encoding="utf-8") for path in options.files]
    documents = [analysed(text) for text in contents]
    words = sum(len(text.split()) for text in contents)
    times: dict[int, list[float]] = {0: [], options.names: []}
    vocabularies = {}
    for names in times:
        vocabularies[names], load = loaded(names)
        print(f"{names} names added: {len(vocabularies[names].actors)} actors loaded in {load:.2f} s")
        seconds(documents, vocabularies[names])
    for _ in range(options.rounds):
        for names, runs in times.items():
            runs.append(seconds(documents, vocabularies[names]))
    for names, runs in times.items():
        print(f"{names} names added: {words} words in {min(runs):.3f} s, {words / min(runs):,.0f} words a second")
    together = "\n\n".join(contents)
    for copies in (1, 10):
        long = analysed("\n\n".join([together] * copies))
        took = min(seconds([long], vocabularies[0]) for _ in range(options.rounds))
        print(f"one text of {copies * words} words: {took:.3f} s, {copies * words / took:,.0f} words a second")


if __name__ == "__main__":
    main()
