"""The verb of an English clause in its form, with whether it has happened: `did not warn`, `is to be closed`."""

from core.events.translation.lexicon import lexicon
from core.events.translation.words import participle, past, present
from core.model import Outline, Status

_NO = {"können": ("cannot {}", "could not {}"), "dürfen": ("must not {}", "was not allowed to {}")}
"""What is said of what cannot be, or must not, in the present and in the past."""
_PLURAL = {"wants": "want", "is": "are", "was": "were"}


def active(own: Outline, verb: str, *, plural: bool, status: Status) -> str | None:
    """An English verb as an outline has it; None where that cannot be told.

    Args:
        own: the outline.
        verb: the English verb in base form.
        plural: whether its subject means several.
        status: whether what it tells has happened.
    """
    if own.hearsay:
        return None if own.negated else f"reportedly {past(verb)}"
    if own.modal:
        return _with_modal(own, verb, plural=plural)
    no = "not " if own.negated else ""
    done = f"have {participle(verb)}" if own.time == "past" else verb
    if (started := _not_yet(own, verb, done, status)) is not None:
        return started or None
    if own.time == "future":
        return f"will {no}{verb}"
    if verb == "be":
        be = ("were" if plural else "was") if own.time == "past" else present("be", plural=plural)
        return f"{be} {no}".strip()
    if own.time == "past":
        return f"did not {verb}" if own.negated else past(verb)
    return f"{'do' if plural else 'does'} not {verb}" if own.negated else present(verb, plural=plural)


def passive(own: Outline, done: str, *, plural: bool, status: Status) -> str | None:
    """A participle in the passive as an outline has it; None where that cannot be told. Arguments as before."""
    was = "were" if plural else "was"
    no = "not " if own.negated else ""
    if own.hearsay:
        return None if own.negated else f"{was} reportedly {done}"
    if own.modal == "können" and own.time == "past":
        return f"could {no}be {done}"
    if own.modal:
        return _with_modal(own, f"be {done}", plural=plural)
    if (started := _not_yet(own, f"be {done}", f"be {done}", status)) is not None:
        return started or None
    if own.time == "future":
        return f"will {no}be {done}"
    be = was if own.time == "past" else present("be", plural=plural)
    return f"{be} {no}{done}"


def _not_yet(own: Outline, verb: str, done: str, status: Status) -> str | None:
    """A verb of what has not happened; empty where that would say it has, None where it has happened."""
    no = "not " if own.negated else ""
    if status == "planned" and own.time != "past":
        return f"will {no}{verb}" if own.time == "future" else f"{no}to {verb}"
    if status == "possible" and not own.wouldbe:
        return f"may {no}{verb}"
    if status == "denied" and not own.negated:
        return ""
    return f"would {no}{done}" if own.wouldbe else None


def _with_modal(own: Outline, verb: str, *, plural: bool) -> str | None:
    row = lexicon().modals.get(own.modal)
    if row is None:
        return None
    if own.negated:
        return _not_with_modal(own, verb, plural=plural)
    said = row[2 if own.wouldbe else int(own.time == "past")].format(verb)
    first, _, more = said.partition(" ")
    return f"{_PLURAL.get(first, first)} {more}" if plural else said


def _not_with_modal(own: Outline, verb: str, *, plural: bool) -> str | None:
    if own.modal == "wollen":
        do = "did" if own.time == "past" else "do" if plural else "does"
        return f"{do} not want to {verb}"
    if own.modal == "sollen":
        planned = f"{present('be', plural=plural)} not to {verb}" if own.time != "past" else None
        return f"should not {verb}" if own.wouldbe else planned
    return None if own.wouldbe or own.modal not in _NO else _NO[own.modal][own.time == "past"].format(verb)
