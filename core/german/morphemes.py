"""A word to its morphemes, as the Hannover Tagger finds them, in half the time.

HanTa (Wartena 2019) takes a word for a chain of morphemes, each of a class, and looks for the likeliest chain by the
Viterbi algorithm: a state is a pair of classes that follow each other, and only states near the best of a position go
on. It asks for the probability of each stretch of the word in each class anew after each state. Here a stretch is
looked up once, in the classes that it can have. Probabilities and chains are those of HanTa 1.2.1 to the last bit.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from HanTa.HanoverTagger import EMPTY, END_UNKNOWN, START, UNKNOWN, logaddexp

State = tuple[int, int]
Followers = Mapping[State, Sequence[tuple[int, float]]]
Scores = dict[State, float]
Origins = dict[State, tuple[State, int]]

_KEPT = 3  # a state goes on if it is not much less likely than those at the head of its position
_LONGEST_SUFFIX = 4
_STRETCHES_REMEMBERED = 100_000  # of words; the same ones come again, most of all when a word's chain follows its tags
_LONGEST = 24  # morphemes beyond this length are as likely as those of it
_WHOLE_WORD = 4.6  # log probability lost where all of a word is one unknown morpheme


class Morphemes:
    """What a loaded HanTa tagger knows of morphemes, laid out by morpheme instead of by class."""

    def __init__(self, tagger: Any) -> None:
        self._tagger = tagger
        self._known: dict[str, dict[int, float]] = {}
        for kind, morphemes in tagger.LP_m_t.items():
            for morpheme, score in morphemes.items():
                self._known.setdefault(morpheme, {})[kind] = score
        self._open = [kind for kind in tagger.LP_hapax_t if kind in tagger.LP_s_t]
        self._suffixes = frozenset(suffix for kind in self._open for suffix in tagger.LP_s_t[kind])
        self._guessed = cache(self._of_unknown)
        self._towards = cache(self._followers)
        self._of_stretch = lru_cache(_STRETCHES_REMEMBERED)(self._of_any)

    def tags(self, word: str) -> list[tuple[int, float]]:
        """The parts of speech that a word can be, as HanTa's numbers, with log probabilities, the likeliest first."""
        rows, _ = self._chains(word, self._tagger.LP_trans_nonfinal, strict=self._tagger.strict)
        scores: dict[int, float] = {}
        for (_, kind), (score, _) in self._ends(rows[-1], len(word)).items():
            scores[-kind] = logaddexp(scores[-kind], score) if -kind in scores else score
        return sorted(scores.items(), key=lambda pair: pair[1], reverse=True) or [(UNKNOWN, 0.0)]

    def knows(self, word: str) -> bool:
        """Whether a word, in small letters, can be made of known morphemes alone."""
        rows, _ = self._chains(word, self._tagger.LP_trans_nonfinal, strict=True)
        return bool(self._ends(rows[-1], len(word)))

    def chain(self, word: str, tag: int) -> list[tuple[int, int]]:
        """The likeliest morphemes of a word that is of a part of speech: the class of each and where it ends.

        `tag` is the final class of that part of speech, as HanTa numbers it, and the last of the chain. Chains of known
        morphemes go before those with an unknown one.
        """
        for strict in (True, False):
            rows, origins = self._chains(word, self._towards(tag), strict=strict)
            ends = self._ends(rows[-1], len(word), tag)
            if ends:
                break
        else:
            return [(UNKNOWN, len(word)), (END_UNKNOWN, len(word) + 1)]
        best = max(ends, key=lambda state: ends[state][0])
        chain = [(best[1], len(word) + 1)]
        state, at = ends[best][1]
        while at > 0:
            chain.append((state[1], at))
            state, at = origins[at][state]
        return chain[::-1]

    def _chains(self, word: str, followers: Followers, *, strict: bool) -> tuple[list[Scores], list[Origins]]:
        """By position in the word, the states that a morpheme ends there in, and what each comes from."""
        size = len(word)
        shortest = size + 1 if strict else 3 if size > 3 else 1
        rows: list[Scores] = [{(EMPTY, START): 0.0}, *({} for _ in range(size))]
        origins: list[Origins] = [{} for _ in range(size + 1)]
        for begin in range(size):
            states = [(state, score, followers[state]) for state, score in _likely(rows[begin]) if state in followers]
            if not states:
                continue
            stretches = [
                (kinds, rows[end], origins[end])
                for end in range(begin + 1, size + 1)
                if (kinds := self._of_stretch(word[begin:end], end - begin == size, end - begin >= shortest))
            ]
            for state, score, following in states:
                origin = state, begin
                for kinds, row, back in stretches:
                    for kind, transition in following:
                        if kind in kinds:
                            new, total = (state[1], kind), score + transition + kinds[kind]
                            if new not in row or total > row[new]:
                                row[new] = total
                                back[new] = origin
        return rows, origins

    def _ends(self, last: Scores, size: int, tag: int | None = None) -> dict[State, tuple[float, tuple[State, int]]]:
        """The states after the last morpheme of a word, with score and origin; those of one final class, if given."""
        ends: dict[State, tuple[float, tuple[State, int]]] = {}
        for state, score in last.items():
            for kind, transition in self._tagger.LP_trans_final.get(state, ()):
                new, total = (state[1], kind), score + transition
                if (tag is None or kind == tag) and (new not in ends or total > ends[new][0]):
                    ends[new] = total, (state, size)
        return ends

    def _followers(self, tag: int) -> Followers:
        """The classes that can follow a state on the way to a final class."""
        reachable = self._tagger.reachability.get(tag, frozenset())
        return {
            state: kept
            for state, following in self._tagger.LP_trans_nonfinal.items()
            if (kept := [(kind, transition) for kind, transition in following if kind in reachable])
        }

    def _of_any(self, morpheme: str, whole: bool, guess: bool) -> Mapping[int, float]:
        """The classes that a stretch of a word, or the whole of it, can have: those it is known in, and guesses."""
        known = self._known.get(morpheme, {})
        if not guess:
            return known
        lengths = range(min(_LONGEST_SUFFIX, len(morpheme) - 1), 0, -1)
        suffix = next((morpheme[-k:] for k in lengths if morpheme[-k:] in self._suffixes), "")
        guessed = self._guessed(suffix, min(len(morpheme), _LONGEST), whole)
        return {**guessed, **known} if known else guessed

    def _of_unknown(self, suffix: str, length: int, whole: bool) -> dict[int, float]:
        """The classes of an unknown morpheme by its longest suffix that says something, and its length."""
        model = self._tagger
        scores = {}
        for kind in self._open:
            endings = model.LP_s_t[kind]
            ending = next(suffix[k:] for k in range(len(suffix) + 1) if suffix[k:] in endings)
            score = model.Int_t + model.LP_hapax_t[kind] + model.LP_len_t[kind][length] + endings[ending]
            if score > -math.inf:
                scores[kind] = score - _WHOLE_WORD if whole else score
        return scores


def _likely(row: Scores) -> Iterable[tuple[State, float]]:
    """The states of a position that are worth going on with."""
    if len(row) <= _KEPT:
        return row.items()
    bound = sorted(row.values(), reverse=True)[_KEPT] - 1
    return [(state, score) for state, score in row.items() if score >= bound]
