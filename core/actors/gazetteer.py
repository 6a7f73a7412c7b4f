"""The index of all known names: a tree of word stems, searched for the longest match at each word.

Looking up costs the same however many names there are.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from core.actors.words import Part, fold, split_name, stem

Use = Literal["name", "alias", "seat", "capital", "region", "place", "quoted", "context"]


class Alias(NamedTuple):
    """A name, whom it stands for and how: as a `name` or `alias`; as a `seat` of government (`der Kreml`); as the
    `capital` or the `region` that a clause may make act; as nothing but a `place`; only when `quoted`; or only with
    `context`, another mention of the same actor."""

    actor_id: str
    name: str
    words: tuple[str, ...]
    use: Use


_NOWHERE: dict[str, Any] = {}
_HERE = ""  # the key under which a node keeps the names that end at it
_SHORTEST_IN_CAPITALS = 4


class Gazetteer:
    """Names by their words."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, name: str, actor_id: str, use: Use) -> None:
        """Add a name; several actors may bear the same."""
        words = tuple(split_name(name))
        node = self._root
        for word in words:
            node = node.setdefault(stem(word), {})
        node.setdefault(_HERE, []).append(Alias(actor_id, name, words, use))

    def known(self, name: str) -> str | None:
        """The only actor that bears exactly this name."""
        node = self._root
        for word in split_name(name):
            node = node.get(stem(word), {})
        ids = {alias.actor_id for alias in node.get(_HERE, ()) if alias.name == name and alias.actor_id}
        return ids.pop() if len(ids) == 1 else None

    def longest(self, parts: Sequence[Part], i: int) -> tuple[int, list[Alias]]:
        """The longest known name that begins at a part: the index after its last part, and who bears it."""
        node = self._root
        best, found = i, []
        j = i
        while j < len(parts):
            node = node.get(stem(parts[j].text), _NOWHERE)
            if not node:
                break
            j += 1
            here = [alias for alias in node.get(_HERE, ()) if _same(alias.words, parts, i, j)]
            if here:
                best, found = j, here
        return best, found


def _same(words: Sequence[str], parts: Sequence[Part], i: int, j: int) -> bool:
    """Whether the parts are the name's words: the last one but for a genitive, the others but for their declension."""
    last = parts[j - 1]
    return all(map(_same_case, words, (part.text for part in parts[i:j]))) and (
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
    elif declined:
        text, word = fold(text), fold(word)
    if text == word:
        return True
    return may_end and text.startswith(word) and text[len(word) :] in _GENITIVES


_GENITIVES = frozenset({"s", "es", "'s", "’s", "'", "’"})
