"""The dictionary of German forms: simplemma's, as a trie.

The trie is made once a machine, in five seconds, and lies in the user's folder of caches from then on (6 ms and 25 MB a
process; simplemma's own form takes 1.7 s and 140 MB in each). Where nothing can be written there, each process makes it
anew: `XDG_CACHE_HOME` names another folder.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy
    from simplemma.strategies.dictionaries import DictionaryFactory

_LANGUAGE = "de"


def lemma(word: str) -> str:
    """The form that a word stands under in a dictionary; the word itself where none is known."""
    return _lemmatizer().lemmatize(word, lang=_LANGUAGE)


@lru_cache(maxsize=200_000)
def knows(word: str) -> bool:
    """Whether the dictionary has a word in this spelling."""
    return _forms().is_dictionary_member(word, _LANGUAGE)


# simplemma takes a quarter of a second to import, and the first page does without it.


@cache
def _tries() -> "DictionaryFactory":
    from simplemma.strategies.dictionaries import TrieDictionaryFactory

    return TrieDictionaryFactory()


@cache
def _lemmatizer() -> "Lemmatizer":
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_tries()))


@cache
def _forms() -> "DictionaryLookupStrategy":
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_tries())
