"""What people are told, as data: English sentences that keep what they are made of."""

from collections.abc import Mapping
from functools import reduce
from typing import Any


class Message(str):
    """A sentence that is made of a template and its values: `Message("has {n} pages", n=3)`.

    It is the English text. Another language takes its own words for the template and fills in the values, each of which
    may be a message itself.
    """

    template: str
    values: Mapping[str, str | int]

    def __new__(cls, template: str, /, **values: str | int) -> "Message":
        """The sentence that the values make of a template, in which they stand in braces, by name."""
        message = super().__new__(cls, template.format(**values))
        message.template, message.values = template, values
        return message

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str | int]]:
        """What copies of it are made of, also in another process."""
        return (self.template,), dict(self.values)


def verbatim(text: str) -> Message:
    """A text that has no values."""
    return Message(text.replace("{", "{{").replace("}", "}}"))


def joined(*messages: Message | None) -> Message | None:
    """Several messages behind one another, without those that are None; None where there is no other."""
    told = [message for message in messages if message is not None]
    return reduce(lambda first, rest: Message("{first}; {rest}", first=first, rest=rest), told) if told else None


def as_data(message: object) -> object:
    """A message as JSON and msgpack have it, `[template, {name: value}]`; the `enc_hook` of msgspec.

    Raises:
        NotImplementedError: it is no message.
    """
    if not isinstance(message, Message):
        raise NotImplementedError
    values = {name: as_data(value) if isinstance(value, Message) else value for name, value in message.values.items()}
    return [message.template, values]


def of_data(kind: type, data: Any) -> Message:
    """The message that `as_data` was given; the `dec_hook` of msgspec, which tells the `kind` of what it asks for.

    Raises:
        NotImplementedError: another kind is asked for.
    """
    if kind is not Message:
        raise NotImplementedError
    template, values = data
    return Message(
        template, **{name: of_data(kind, value) if isinstance(value, list) else value for name, value in values.items()}
    )
