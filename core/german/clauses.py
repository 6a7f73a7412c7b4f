"""Sentence to clauses: by its parse where the backbone gives one, else by the topological fields."""

from core.german.fields.clauses import clauses as by_fields
from core.german.parsed.clauses import clauses as by_parse
from core.german.values import Clause, Verb
from core.model import Sentence

__all__ = ["Clause", "Verb", "clauses"]


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their first word.

    No word is in two clauses; the signs between clauses and the conjunction that joins two are in none.
    """
    return by_parse(sentence) if sentence.arcs else by_fields(sentence)
