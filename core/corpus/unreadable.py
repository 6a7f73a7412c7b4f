"""The error of a text that is left out."""


class UnreadableError(ValueError):
    """A text that is left out of the corpus; the message says in one line why, and what to do."""
