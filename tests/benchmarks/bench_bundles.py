"""What files with several texts cost: `python -m tests.benchmarks.bench_bundles [--articles N] [--each N] [--files N]`.

Prints the processor seconds of a build of so many articles as files, in archives of so many and in bundles of so many,
and what they come to of those as files; the seconds and the number of documents read when one article is put before the
others of a bundle, and of an archive; the processor seconds that dividing 100 and 500 articles takes in the forms of
three press databases; and the seconds that listing and reading so many small files take, of which none holds more than
one text.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from zlib import crc32

from tests.benchmarks.articles import articles
from tests.core.corpus.bundled import article, bundle, divided
from tests.core.corpus.bundles import exports, press
from tests.core.corpus.samples import packed

Article = tuple[str, str]
Write = Callable[[Path, Sequence[Article]], None]


def as_files(folder: Path, texts: Sequence[Article]) -> None:
    """Each article in a file of its own, its day in `sources.toml`."""
    for number, (text, _) in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    entries = (
        f'[[document]]\nfile = "{number:06}.txt"\npublished = "{day}"\n' for number, (_, day) in enumerate(texts)
    )
    (folder / "sources.toml").write_text("\n".join(entries), encoding="utf-8")


def as_archives(folder: Path, texts: Sequence[Article], each: int) -> None:
    """So many articles an archive."""
    for at in range(0, len(texts), each):
        files = {f"{crc32(text.encode()):08x}.txt": text.encode() for text, _ in texts[at : at + each]}
        (folder / f"{at:06}.zip").write_bytes(packed(files))


def as_bundles(folder: Path, texts: Sequence[Article], each: int) -> None:
    """So many articles a bundle."""
    for at in range(0, len(texts), each):
        data = bundle(*(article(text, published=day) for text, day in texts[at : at + each]))
        (folder / f"{at:06}.txt").write_bytes(data)


def print_growth() -> None:
    """Print what it takes to divide few articles and many in the forms of press databases."""
    from core.corpus.bundles import divide
    from core.corpus.formats import Extracted

    forms: dict[str, Callable[[Sequence[press.Written]], str]] = {
        "Nexis": exports.nexis_text,
        "GENIOS": exports.genios_text,
        "Factiva": exports.factiva_codes,
    }
    for name, form in forms.items():
        divide(Extracted(form(press.articles(1))), "bundle.txt")  # vocabulary and patterns are loaded once
        for number in (100, 500):
            text = form(press.articles(number))
            began = time.process_time()
            parts = divide(Extracted(text), "bundle.txt").parts
            print(f"{len(parts)} articles of {name}: divided in {time.process_time() - began:.2f} s of processor time")


def main() -> None:
    """Print the figures."""
    from core.build import build
    from core.corpus import items, opened
    from core.engine.job import warm_up

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--each", type=int, default=50, help="articles in a file")
    parser.add_argument("--files", type=int, default=10_000, help="small files that are listed and read")
    options = parser.parse_args()
    texts = [(text, str(day)) for text, day in articles(options.articles)]
    more = [(text, str(day)) for text, day in articles(1, seed=2)]
    ways: dict[str, Write] = {
        "files": as_files,
        "archives": partial(as_archives, each=options.each),
        "bundles": partial(as_bundles, each=options.each),
    }
    warm_up("hanta")
    seconds: dict[str, float] = {}
    with divided(), tempfile.TemporaryDirectory() as scratch:
        for name, write in ways.items():
            folder, out = Path(scratch) / name, Path(scratch) / f"{name}-out"
            folder.mkdir()
            write(folder, texts)
            began = time.process_time()
            report = build(folder, out)
            seconds[name] = time.process_time() - began
            share = seconds[name] / seconds["files"]
            print(f"{report.documents} articles in {name}: {seconds[name]:.1f} s of processor time, {share:.2f}")
            if name != "files":
                write(folder, [*more, *texts[: options.each - 1]])  # in the first file's place
                report = build(folder, out)
                print(f"  one more: {report.seconds:.1f} s, {report.redone} documents read")
    print_growth()
    with tempfile.TemporaryDirectory() as scratch:
        as_files(
            Path(scratch), [(f"Der Minister reiste am Montag nach Wien. {n}", "2021") for n in range(options.files)]
        )
        began = time.perf_counter()
        listed = items(Path(scratch))
        middle = time.perf_counter()
        for item in listed.items:
            opened(item, item.data())
        ended = time.perf_counter()
        print(f"{options.files} small files: listed in {middle - began:.2f} s, read in {ended - middle:.2f} s")


if __name__ == "__main__":
    main()
