"""Modal verbs beside a perfect infinitive: they say how sure it is that something happened, not what is to come."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.german.values import Verb
from core.model import Token


def of_the_past(verb: Verb, words: Sequence[Token]) -> bool:
    """Whether a modal stands with a perfect infinitive: `soll geschickt haben`, not `soll geschickt werden`.

    Args:
        verb: the verb of a clause.
        words: the tokens of its sentence.
    """
    if verb.modal == "" or words[verb.at].tag != "VVPP":
        return False
    own = [words[i].text.lower() for i in verb.tokens if words[i].tag[:2] == "VA"]
    return not {"haben", "sein"}.isdisjoint(own or [_shared(verb, words)])


def _shared(verb: Verb, words: Sequence[Token]) -> str:
    """The auxiliary that a participle shares with the next one: `sollen Geld gewaschen und Läden überfallen haben`."""
    behind = takewhile(lambda word: word.tag not in {"$.", "$,"}, words[verb.at + 1 :])
    pairs = pairwise(behind)
    return next((word.text.lower() for before, word in pairs if before.tag == "VVPP" and word.tag[:2] == "VA"), "")


def as_told(verb: Verb | None, words: Sequence[Token]) -> Verb | None:
    """The verb with the tense of what it tells of: `soll geschickt haben` tells of the past; arguments as before."""
    return verb._replace(tense="perfect") if verb is not None and of_the_past(verb, words) else verb


def is_hearsay(verb: Verb, words: Sequence[Token]) -> bool:
    """Whether `soll` passes on what is said to have happened; arguments as of `of_the_past`."""
    return verb.modal == "sollen" and of_the_past(verb, words)
