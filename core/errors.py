"""The bases of all errors that a user can mend."""

from core.messages import Message


class LagebildError(ValueError):
    """Something in the corpus, the tables or the vocabulary is not as it must be.

    The message is one line that says where it is and what to do, so that it can be shown as it stands.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ToldError(LagebildError):
    """An error that the app tells in the language of whoever looks at it."""

    message: Message

    def __init__(self, message: Message) -> None:
        super().__init__(message)


def unreadable(place: object, error: OSError) -> Message:
    """That a file or a folder cannot be read."""
    return Message("{place}: cannot be read ({why}); make it readable", place=str(place), why=str(error.strerror))


def message_of(error: Exception) -> str:
    """What an error says, a `Message` where it has one; its name where it says nothing."""
    return error.message if isinstance(error, LagebildError) else str(error) or type(error).__name__
