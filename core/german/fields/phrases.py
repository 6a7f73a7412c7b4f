"""Clause to noun phrases, each with its preposition or the part it plays, by word order and article forms."""

from collections.abc import Sequence

from core.german.grammar import grammar
from core.german.tags import DETERMINERS, FINITE, INSIDE, NOUNS, PREPOSITIONS, PRONOUNS
from core.german.values import Clause, Phrase
from core.model import Sentence, Token


def phrases(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The noun phrases of a clause in order; one of those without a preposition is its subject, where it has one."""
    drafts: list[Phrase] = []
    words, order = sentence.tokens, clause.tokens
    preposition = ""
    begin: list[int] = []
    k = 0
    while k < len(order):
        i = order[k]
        word = words[i]
        if word.tag in PREPOSITIONS:
            preposition, begin = grammar().prepositions.get(word.text.lower(), word.text.lower()), []
        elif word.tag in DETERMINERS or (word.tag in {"ADJA", "CARD"} and not begin):
            begin = [i]
        elif word.tag in NOUNS or word.tag in PRONOUNS:
            tokens, k = _run(order, k, words)
            drafts.append(_phrase((*begin, *tokens), tokens, preposition, drafts, words))
            preposition, begin = "", []
            continue
        elif begin and word.tag in INSIDE:
            begin.append(i)
        elif word.tag[0] == "V" or word.tag == "PTKVZ":
            preposition, begin = "", []
        k += 1
    return tuple(_with_subject(drafts, clause, words))


def _run(order: Sequence[int], k: int, words: Sequence[Token]) -> tuple[list[int], int]:
    """The nouns and names that stand together from position k, and the position after them."""
    tokens = [order[k]]
    k += 1
    while k < len(order):
        word, before = words[order[k]], words[tokens[-1]]
        name_then_noun = (
            before.tag == "NE" and word.tag == "NN" and not before.text.endswith("s") and word.text[0] != "-"
        )
        apart = order[k] != tokens[-1] + 1 or word.start == before.end
        if word.tag not in {"NN", "NE", "FM"} or before.tag in PRONOUNS or name_then_noun or apart:
            break
        tokens.append(order[k])
        k += 1
    return tokens, k


def _phrase(
    tokens: tuple[int, ...], nouns: Sequence[int], preposition: str, before: Sequence[Phrase], words: Sequence[Token]
) -> Phrase:
    head = nouns[-1]
    first = words[tokens[0]]
    if preposition:
        return Phrase(tokens, head, preposition, "oblique", None)
    touches = bool(before) and before[-1].tokens[-1] + 1 == tokens[0]
    genitive = first.tag in DETERMINERS and first.text.lower() in grammar().articles.genitive
    name_in_s = first.tag == "NE" and first.text.endswith("s") and bool(before) and words[before[-1].head].tag == "NN"
    if touches and words[before[-1].head].tag in {"NN", "NE", "NNA"} and (genitive or name_in_s):
        return Phrase(tokens, head, "", "attribute", len(before) - 1)
    joined = bool(before) and before[-1].tokens[-1] + 2 == tokens[0] and words[tokens[0] - 1].tag in {"KON", "$,"}
    if joined and before[-1].preposition and first.tag not in PRONOUNS:
        return Phrase(tokens, head, before[-1].preposition, "oblique", None)
    return Phrase(tokens, head, "", "object", None)


def _with_subject(drafts: Sequence[Phrase], clause: Clause, words: Sequence[Token]) -> list[Phrase]:
    """The phrases with the subject marked, and the names and nouns that `und` joins to it."""
    found = list(drafts)
    if clause.kind == "infinitive" or clause.shares is not None:
        return found
    candidates = [k for k, p in enumerate(found) if p.function == "object" and _may_be_subject(p, words)]
    pronouns = [k for k in candidates if words[found[k].head].text.lower() in {"er", "wir", "ich", "man"}]
    if not candidates:
        return found
    at = pronouns[0] if pronouns else _first_field(candidates, found, clause, words)
    found[at] = found[at]._replace(function="subject")
    for k in range(at + 1, len(found)):
        gap = words[found[k - 1].tokens[-1] + 1 : found[k].tokens[0]]
        if found[k].function == "object" and [w.text for w in gap] in (["und"], [","], ["sowie"]):
            found[k] = found[k]._replace(function="subject")
        elif found[k].function != "attribute":
            break
    return found


def _first_field(candidates: Sequence[int], found: Sequence[Phrase], clause: Clause, words: Sequence[Token]) -> int:
    """Of several phrases that could be the subject the first, but in front of the verb the one right before it.

    A sentence in order has one phrase there; two stand there where machine translation went wrong.
    """
    finite = next((i for i in clause.tokens if words[i].tag in FINITE), None)
    if finite is None or clause.kind != "main":
        return candidates[0]
    before = [k for k in candidates if found[k].tokens[-1] < finite]
    joined = {k for k in before if words[found[k].tokens[0] - 1].text in {"und", ",", "sowie", "oder"}}
    return next((k for k in reversed(before) if k not in joined), candidates[0])


def _may_be_subject(phrase: Phrase, words: Sequence[Token]) -> bool:
    first, head = words[phrase.tokens[0]], words[phrase.head]
    if head.lemma.lower() in grammar().nouns.of_time and first.tag == "ADJA":
        return False
    if words[phrase.tokens[0] - 1].text in {"(", "["}:  # `Anna Meier (FDP)`
        return False
    bare_number = first.tag == "CARD" and head.tag == "CARD"
    return first.text.lower() not in grammar().articles.not_nominative and not bare_number
