"""Words that are near to one that is found nowhere: `Bescuh` is `Besuch` with two letters swapped."""

from collections.abc import Iterable, Sequence
from itertools import islice

from core.search.figures import figures
from core.search.words import fold
from core.search.words import word as read

_LOOKED_AT = 30  # words as near as that; whether two are forms of one takes a look into the dictionary


class Spelling:
    """Knows the words of a corpus."""

    def __init__(self, vocabulary: Iterable[tuple[str, str, int]]) -> None:
        """Take words: folded, as they are mostly spelled, and how often they stand there."""
        known = list(vocabulary)
        self._forms = [form for form, _, _ in known]
        self._spelled = [spelled for _, spelled, _ in known]
        self._counts = [n for _, _, n in known]

    def near(self, word: str) -> Sequence[str]:
        """The words nearest to one, of those as near the most frequent first; none where no word is near.

        Of several forms of one word the first is given, and for one with a capital letter only such as have one, too.
        """
        from rapidfuzz import process  # a search without slips does without
        from rapidfuzz.distance import OSA

        form, most = fold(word), _most(len(word))
        found = process.extract(form, self._forms, scorer=OSA.distance, score_cutoff=most, limit=None)
        best = sorted(found, key=lambda one: (one[1], -self._counts[one[2]]))
        near = (self._spelled[at] for _, distance, at in best if distance)
        alike = (one for one in near if one[0].isupper() or not word[0].isupper())
        families: dict[str, str] = {}
        for one in islice(alike, _LOOKED_AT):
            families.setdefault(read(one).stem, one)
        return list(families.values())[: figures().suggested]


def _most(letters: int) -> int:
    """How many slips a word of so many letters may have."""
    slips = figures().slips
    if letters < slips.least:
        return 0
    return 1 if letters <= slips.one else 2 if letters <= slips.two else 3 if letters <= slips.three else 0
