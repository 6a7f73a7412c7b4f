"""The index of all known names: a tree of word stems, searched for the longest match at each word.

Looking up costs the same however many names there are.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from core.actors.words import Part, first_word, fold, split_name, stem

Use = Literal["name", "alias", "seat", "capital", "region", "place", "quoted", "context"]


class Alias(NamedTuple):
    """A name, whom it stands for and how: as a `name` or `alias`; as a `seat` of government (`der Kreml`); as the
    `capital` or the `region` that a clause may make act; as nothing but a `place`; only when `quoted`; or only with
    `context`, another mention of the same actor."""

    actor_id: str
    name: str
    words: tuple[str, ...]
    use: Use


_SHORTEST_IN_CAPITALS = 4


class Gazetteer:
    """Names by their words.

    Adding a name only files it under its first word: the tree below a word is made when a text first holds that word,
    so that a large vocabulary costs little where most of it is not needed.
    """

    def __init__(self) -> None:
        self._filed: dict[str, list[tuple[str, str, Use]]] = {}
        self._trees: dict[str, _Tree] = {}

    def add(self, name: str, actor_id: str, use: Use) -> None:
        """Add a name; several actors may bear the same."""
        self._filed.setdefault(stem(first_word(name)), []).append((name, actor_id, use))

    def known(self, name: str) -> str | None:
        """The only actor that bears exactly this name."""
        filed = self._filed.get(stem(first_word(name)), ())
        ids = {actor_id for other, actor_id, _ in filed if other == name and actor_id}
        return ids.pop() if len(ids) == 1 else None

    def bearers(self, name: str, *uses: Use) -> tuple[str, ...]:
        """Those that bear exactly this name in one of these ways, as they were added; "" for what is only a place."""
        filed = self._filed.get(stem(first_word(name)), ())
        return tuple(actor_id for other, actor_id, use in filed if other == name and use in uses)

    def is_place(self, name: str) -> bool:
        """Whether a city or a region bears this name."""
        return bool(self.bearers(name, "place", "capital", "region"))

    def longest(self, parts: Sequence[Part], i: int) -> tuple[int, list[Alias]]:
        """The longest known name that begins at a part: the index after its last part, and who bears it."""
        tree = self._tree(stem(parts[i].text))
        best, bearers = i, []
        j = i
        while tree is not None:
            j += 1
            here = [alias for alias in tree.names if _same(alias.words, parts, i, j)]
            if here:
                best, bearers = j, here
            tree = tree.longer.get(stem(parts[j].text)) if j < len(parts) else None
        return best, bearers

    def _tree(self, first: str) -> "_Tree | None":
        if first not in self._trees:
            if first not in self._filed:
                return None
            self._trees[first] = _grown(self._filed[first])
        return self._trees[first]


class _Tree:
    """The names that begin with the same words: those that end here, and by next word those that go on."""

    __slots__ = ("longer", "names")

    def __init__(self) -> None:
        self.names: list[Alias] = []
        self.longer: dict[str, _Tree] = {}


def _grown(filed: Sequence[tuple[str, str, Use]]) -> _Tree:
    root = _Tree()
    for name, actor_id, use in filed:
        words = tuple(split_name(name))
        tree = root
        for word in words[1:]:
            tree = tree.longer.setdefault(stem(word), _Tree())
        tree.names.append(Alias(actor_id, name, words, use))
    return root


def _same(words: Sequence[str], parts: Sequence[Part], i: int, j: int) -> bool:
    """Whether the parts are the name's words: the last one but for a genitive, the others but for their declension."""
    last, begin = parts[j - 1], i
    if len(words) > 1 and parts[i].text == words[0].capitalize() and not any(part.text.isalnum() for part in parts[:i]):
        begin += 1  # `Von der Leyen` at the head of a sentence
    return all(map(_same_case, words[begin - i :], (part.text for part in parts[begin:j]))) and (
        _is_word(words[-1], last.text, may_end=last.ends_token, declined=len(words) > 1)
    )


def _same_case(word: str, text: str) -> bool:
    return word[0].isupper() == text[0].isupper() or not word[0].isalpha()


def _is_word(word: str, text: str, *, may_end: bool, declined: bool) -> bool:
    if text == word:
        return True
    if text.isupper() and len(text) >= _SHORTEST_IN_CAPITALS and not word.islower():
        text, word = fold(text), fold(word)
        may_end = True
    elif declined or (text.isascii() and not word.isascii()):  # `Tuerkei`
        text, word = fold(text), fold(word)
    if text == word:
        return True
    return may_end and text.startswith(word) and text[len(word) :] in _GENITIVES


_GENITIVES = frozenset({"s", "es", "'s", "’s", "'", "’"})
