"""The base of all errors that a user can mend."""


class LagebildError(ValueError):
    """Something in the corpus, the tables or the vocabulary is not as it must be.

    The message is one line that says where it is and what to do, so that it can be shown as it stands.
    """
