"""The error of a text that is left out."""

from core.errors import ToldError


class UnreadableError(ToldError):
    """A text that is left out of the corpus; the message says in one line why, and what to do."""
