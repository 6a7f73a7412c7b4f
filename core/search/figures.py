"""What a search goes by: `vocabulary/search.toml`."""

from functools import cache

from core.vocabulary import Entry, load


class Stems(Entry):
    """Endings, and how many letters they leave."""

    shortest: int
    endings: tuple[str, ...]
    derived: tuple[str, ...]


class Compounds(Entry):
    """What stands between the parts of a compound, what parts lose, and which there are not."""

    shortest: int
    links: tuple[str, ...]
    dropped: tuple[str, ...]
    short: frozenset[str]
    particles: frozenset[str]
    endings: frozenset[str]


class Slips(Entry):
    """From how many letters on a word may have slips, and up to how many one, two or three."""

    least: int
    one: int
    two: int
    three: int


class Figures(Entry):
    """Numbers of letters and words; see the file."""

    beginning: int
    near: int
    suggested: int
    stems: Stems
    compounds: Compounds
    slips: Slips


@cache
def figures() -> Figures:
    """What the file says."""
    return load("search.toml", Figures)
