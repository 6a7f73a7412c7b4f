"""Times that come again, and values that stand in the vocabulary."""

from core.time.anchor import Anchor, Reading
from core.time.found import Found
from core.time.meanings.common import UNKNOWN_DAY, duration_value, meaning


@meaning
def every_unit(phrase: Found, _anchor: Anchor) -> Reading | None:
    """jeden Tag, jedes zweite Jahr."""
    return Reading(duration_value(max(phrase.whole("nth", 1), 1), phrase.value("unit")))


@meaning
def every_weekday(phrase: Found, _anchor: Anchor) -> Reading | None:
    """jeden Montag, montags."""
    part = f"T{phrase.value('part')}" if phrase.has("part") else ""
    return Reading(f"XXXX-WXX-{phrase.value('day')}{part}")


@meaning
def every_weekday_part(phrase: Found, _anchor: Anchor) -> Reading | None:
    """jeder Montagabend."""
    number, part = phrase.value("day").split()
    return Reading(f"XXXX-WXX-{number}T{part}")


@meaning
def every_name(phrase: Found, _anchor: Anchor) -> Reading | None:
    """jeden Sommer, jeden Abend, abends."""
    kind, value = phrase.kind("name"), phrase.value("name")
    if kind == "month":
        return Reading(f"XXXX-{int(value):02}")
    return Reading(f"XXXX-{value}" if kind == "season" else f"{UNKNOWN_DAY}T{value}")


@meaning
def soon(phrase: Found, anchor: Anchor) -> Reading | None:
    """bald, unless it is `so bald` or `schon bald` in a story."""
    before = phrase.before()
    if before and before.text.lower() in {"so", "schon", "wie"}:
        return None
    return own_value(phrase, anchor)


@meaning
def own_value(phrase: Found, _anchor: Anchor) -> Reading | None:
    """The value that `words.toml` gives the word."""
    return Reading(phrase.value("word"))


@meaning
def fixed(phrase: Found, _anchor: Anchor) -> Reading | None:
    """The value that the rule itself gives."""
    return Reading(phrase.rule.value)
