import copy
import json
import pickle

import msgspec
import pytest

from core.corpus import UnreadableError
from core.errors import LagebildError, message_of
from core.messages import Message, as_data, joined, of_data

EMPTY = Message("is empty; left out")
WHOLE = Message("{file}, {what}", file="a{1}.txt", what=Message("line {n}: {what}", n=3, what=EMPTY))


def test_a_message_is_its_english_text() -> None:
    assert WHOLE == "a{1}.txt, line 3: is empty; left out"
    assert json.dumps([WHOLE]) == '["a{1}.txt, line 3: is empty; left out"]'


@pytest.mark.parametrize(
    "again",
    [
        pickle.loads(pickle.dumps(WHOLE)),  # noqa: S301
        copy.deepcopy(WHOLE),
        of_data(Message, json.loads(json.dumps(as_data(WHOLE)))),
        msgspec.msgpack.decode(msgspec.msgpack.encode(WHOLE, enc_hook=as_data), type=Message, dec_hook=of_data),
    ],
)
def test_what_it_is_made_of_goes_wherever_it_goes(again: Message) -> None:
    assert (again, again.template, again.values["file"]) == (WHOLE, "{file}, {what}", "a{1}.txt")
    within = again.values["what"]
    assert isinstance(within, Message)
    assert (within.values["n"], within.values["what"]) == (3, EMPTY)


def test_other_values_are_no_messages() -> None:
    with pytest.raises(NotImplementedError):
        msgspec.json.encode(object(), enc_hook=as_data)
    with pytest.raises(NotImplementedError):
        of_data(str, ["", {}])


def test_several_stand_behind_one_another() -> None:
    assert joined(None, EMPTY, None, WHOLE, EMPTY) == f"{EMPTY}; {WHOLE}; {EMPTY}"
    assert joined(None, EMPTY) is EMPTY
    assert joined(None) is None


def test_an_error_keeps_its_message() -> None:
    error = pickle.loads(pickle.dumps(UnreadableError(WHOLE)))  # noqa: S301
    assert str(error) == WHOLE
    assert error.message.template == WHOLE.template
    assert [message_of(one) for one in (error, LagebildError("a"), OSError("b"), OSError())] == [
        WHOLE,
        "a",
        "b",
        "OSError",
    ]
