"""The endings of German adjectives, and those that have one form alone."""

from core.model import Token

ENDINGS = ("en", "er", "es", "em", "e")
"""Those of all cases, the longer ones first."""


def is_of_place(word: Token) -> bool:
    """Whether a word may be the adjective of a town or a land, which has one form alone: `Linzer`, `Schweizer`."""
    return word.text[0].isupper() and word.text.endswith("er")
