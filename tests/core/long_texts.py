"""Texts with lines, words or marks in far greater number than any article has: what could be read for ever."""

from typing import NamedTuple


class Long(NamedTuple):
    """A text that repeats some signs so often, between others."""

    signs: str
    times: int
    before: str = ""
    after: str = ""

    def text(self, share: float = 1) -> str:
        """The text, or one that repeats its signs only that share of times."""
        return self.before + self.signs * int(self.times * share) + self.after


BUNDLES = {
    "numbers of documents": Long("1 of 2 DOCUMENTS\n", 5_000),
    "ends of documents": Long("End of Document\n", 5_000),
    "labels": Long("Titel: a\n", 5_000),
    "sources with days": Long("Musterzeitung vom 22.11.2023\n", 5_000),
    "short words": Long("a ", 500_000),
    "full stops": Long(".", 500_000),
    "titles below a number": Long("Titel\n", 10_000, before="1 of 1 DOCUMENTS\n"),
    "titles above an end": Long("Titel\n", 10_000, after="End of Document"),
    "rules": Long("=" * 300 + "\n", 5_000),
    "dotted lines": Long(". " * 150 + "\n", 3_000),
}
LINES = {
    "names with hyphens": Long("Anna-Maria-", 5_000, after=" sprach."),
    "signs on a letter": Long("\u0301", 50_000, before="Wien", after=" am Ring."),
    "agencies": Long("AP/", 20_000),
    "authors": Long("Von A, ", 20_000),
}
WORDS = {
    "brackets": Long("(", 20_000),
    "letters": Long("a", 1_500_000),
    "digits and stops": Long("1.1.", 20_000),
    "names with hyphens": Long("Anna-", 20_000),
    "words": Long("Wien ", 250_000),
}
SIGNS = {"signs on a letter": Long("\u0301", 50_000, before="Wien", after=" am Ring")}
