"""A sentence to chunks: cut at commas, dashes and brackets, and at conjunctions that join verbs."""

from collections.abc import Sequence

from core.german.grammar import grammar
from core.german.tags import (
    CUTS,
    DETERMINERS,
    FINITE,
    FINITE_OR_IMPERATIVE,
    NON_FINITE,
    NOUNS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    any_finite,
    is_sign,
)
from core.model import Token

JOINING = frozenset({"und", "oder", "aber", "sondern", "doch", "denn", "sowie", "bzw."})
"""Conjunctions that join clauses of the same rank."""

_OPENING_QUOTES = frozenset({"„", "‚", "»"})
_CLOSING_QUOTES = frozenset({"“", "”", "‘", "«"})


def chunks(words: Sequence[Token]) -> list[list[int]]:
    """Runs of tokens between the cutting signs, further cut where two verbs are joined by a conjunction."""
    runs: list[list[int]] = [[]]
    depth = 0
    for i, word in enumerate(words):
        if word.text in {"(", "["}:
            depth += 1
        elif word.text in {")", "]"}:
            depth = max(0, depth - 1)
        elif not depth and word.text in CUTS and not _inside_quote_without_verb(words, i):
            runs.append([])
            continue
        runs[-1].append(i)
    parts = [part for run in runs if run for part in _at_conjunctions(run, words)]
    return [piece for part in parts for piece in _behind_subordinate(part, words)]


def _behind_subordinate(run: list[int], words: Sequence[Token]) -> list[list[int]]:
    """Cut a run behind the verb of a conjunction's clause where a second verb shows that its comma is missing."""
    opens = opener(run, words)
    verbs_at = [k for k, i in enumerate(run) if words[i].tag in FINITE_OR_IMPERATIVE]
    if opens is None or words[opens].tag != "KOUS" or len(verbs_at) < 2 or verbs_at[0] + 1 == verbs_at[1]:
        return [run]
    cut = verbs_at[0] + 1
    if any(words[i].text in JOINING for i in run[cut : verbs_at[1]]):
        return [run]
    return [run[:cut], run[cut:]]


def _inside_quote_without_verb(words: Sequence[Token], at: int) -> bool:
    """Whether a sign stands inside quotation marks that hold only a name or a title: `„NATO und Japan – Partner“`."""
    begin = next((i for i in range(at - 1, -1, -1) if words[i].text in _OPENING_QUOTES), None)
    end = next((i for i in range(at + 1, len(words)) if words[i].text in _CLOSING_QUOTES), None)
    if begin is None or end is None or any(words[i].text in _CLOSING_QUOTES for i in range(begin, at)):
        return False
    return not any(words[i].tag in FINITE_OR_IMPERATIVE for i in range(begin, end))


def _at_conjunctions(run: list[int], words: Sequence[Token]) -> list[list[int]]:
    """Cut a run before `und`, `oder`, … where both sides have a verb form of the same rank at their end or begin."""
    for k in range(1, len(run) - 1):
        if words[run[k]].text not in JOINING:
            continue
        left, right = run[:k], run[k + 1 :]
        if _same_rank(left, right, words) and not _joins_nouns(right, words):
            return [left, *_at_conjunctions(right, words)]
    return [run]


def _joins_nouns(right: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a later `und`, with the verb right behind it, is what joins clauses: `A und B sind da und haben …`."""
    for k, i in enumerate(right[:-1]):
        if words[i].tag in FINITE_OR_IMPERATIVE:
            return False
        if words[i].text in JOINING and words[right[k + 1]].tag in FINITE_OR_IMPERATIVE:
            return True
    return False


def _same_rank(left: Sequence[int], right: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether both sides of a conjunction have a finite verb, or end in the same form that is none."""
    ends_left, ends_right = ends_in(left, words), ends_in(right, words)
    if any_finite(right, words):
        return any_finite(left, words) or ends_left in {"PTKVZ", "VVPP", "VVINF"}
    return ends_left == ends_right and ends_left in NON_FINITE and len(right) > 1


def ends_in(run: Sequence[int], words: Sequence[Token]) -> str:
    """The tag of the last word of a run, of `worden` that of the participle that it goes with."""
    last = last_word(run, words)
    passive = words[last].text == "worden" and last - 1 in run
    return words[last - 1 if passive else last].tag


def opener(chunk: Sequence[int], words: Sequence[Token]) -> int | None:
    """The conjunction or relative pronoun that opens a subordinate clause, at the begin or behind a preposition."""
    for i in chunk[:4]:
        tag = words[i].tag
        if tag in OPENERS and not (tag in {"PWS", "PWAV"} and words[chunk[-1]].text == "?"):
            return i if _really_opens(i, chunk, words) else None
        if tag not in {"KON", "APPR", "ADV", "$(", "PTKNEG"}:
            return None
    return None


def _really_opens(at: int, chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Tells a conjunction from a preposition (`während des Besuchs`) and a relative pronoun from an article."""
    tags = {words[i].tag for i in chunk}
    if words[at].tag == "KOUS" and words[at].text.lower() in grammar().or_preposition:
        if tags & {"PTKZU", "VVIZU"} and not tags & FINITE_OR_IMPERATIVE:
            return False  # `kündigte an, bis Freitag abzuziehen`
        following = words[at + 1].tag if at + 1 < len(words) else ""
        noun_follows = following in {"ART", "PPOSAT", "PDAT"}
        return any(tag[0] == "V" for tag in tags) and (verb_last(chunk, words) or not noun_follows)
    if words[at].text.lower() == "wie" and not any(tag[0] == "V" for tag in tags):
        return False  # a comparison: `Firmen, wie A und B`
    if words[at].text.lower() == "wie" and _compares(at, chunk, words):
        return False
    if words[at].tag == "PRELS":
        return bool(tags & FINITE_OR_IMPERATIVE) or not tags & {"PTKZU", "VVIZU"}
    return True


def _compares(at: int, chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether `wie` opens a comparison that the main clause goes on behind: `Wie schon bei X kam es zu Streit`.

    The verb is then second, with the subject behind it.
    """
    begun = next((i for i in chunk if i > at and words[i].tag != "ADV"), at)
    alike = chunk[0] < at and words[chunk[0]].tag in {"ADV", "ADJD"}
    if verb_last(chunk, words) or not (alike or words[begun].tag in PREPOSITIONS):
        return False
    finite = next((i for i in chunk if words[i].tag in FINITE), None)
    following = words[finite + 1].tag if finite is not None and finite + 1 in chunk else ""
    return following in DETERMINERS or following in NOUNS or following in PRONOUNS


def last_word(chunk: Sequence[int], words: Sequence[Token]) -> int:
    """The last token of a chunk that is no sign, if it has one."""
    return next((i for i in reversed(chunk) if not is_sign(words[i])), chunk[-1])


def verb_last(chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether the last word of a chunk is a finite verb."""
    return words[last_word(chunk, words)].tag in FINITE_OR_IMPERATIVE
