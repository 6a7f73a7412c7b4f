"""Nouns for those who act for themselves, whoever they belong to or come from: `US-Unternehmen`, `EU-Abgeordnete`."""

from core.claims.lexicon import role_words
from core.german.compounds import head_in


def is_independent(noun: str) -> bool:
    """Whether a noun, or the last part of a compound, names somebody who acts for themselves."""
    return head_in(noun, role_words().independent) is not None


def is_subsidiary(noun: str) -> bool:
    """Whether a noun, or the last part of a compound, names a body that belongs to another: `Nordbank-Tochter`."""
    return head_in(noun, role_words().subsidiaries) is not None
