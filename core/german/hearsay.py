"""Whether a verb passes on what is said to have happened: `soll geschickt haben`."""

from collections.abc import Sequence

from core.german.values import Verb
from core.model import Token


def is_hearsay(verb: Verb, words: Sequence[Token]) -> bool:
    """Whether `soll` passes on hearsay: `soll geschickt haben`, not `soll geschickt werden`.

    Args:
        verb: the verb of a clause.
        words: the tokens of its sentence.
    """
    last = words[verb.tokens[-1]]
    perfect = words[verb.at].tag == "VVPP" and last.tag[:2] == "VA" and last.lemma.lower() in {"haben", "sein"}
    return verb.modal == "sollen" and perfect
