"""Times that come again, and values that stand in the vocabulary."""

from core.time.anchor import Anchor, Reading
from core.time.found import Found
from core.time.meanings.common import UNKNOWN_DAY, duration_value, meaning


@meaning
def every_unit(found: Found, _anchor: Anchor) -> Reading | None:
    """jeden Tag, jedes zweite Jahr."""
    return Reading(duration_value(max(found.whole("nth", 1), 1), found.value("unit")))


@meaning
def every_weekday(found: Found, _anchor: Anchor) -> Reading | None:
    """jeden Montag, montags."""
    part = f"T{found.value('part')}" if found.has("part") else ""
    return Reading(f"XXXX-WXX-{found.value('day')}{part}")


@meaning
def every_weekday_part(found: Found, _anchor: Anchor) -> Reading | None:
    """jeder Montagabend."""
    number, part = found.value("day").split()
    return Reading(f"XXXX-WXX-{number}T{part}")


@meaning
def every_name(found: Found, _anchor: Anchor) -> Reading | None:
    """jeden Sommer, jeden Abend, abends."""
    kind, value = found.kind("name"), found.value("name")
    if kind == "month":
        return Reading(f"XXXX-{int(value):02}")
    return Reading(f"XXXX-{value}" if kind == "season" else f"{UNKNOWN_DAY}T{value}")


@meaning
def soon(found: Found, anchor: Anchor) -> Reading | None:
    """bald, unless it is `so bald` or `schon bald` in a story."""
    before = found.before()
    if before and before.text.lower() in {"so", "schon", "wie"}:
        return None
    return own_value(found, anchor)


@meaning
def own_value(found: Found, _anchor: Anchor) -> Reading | None:
    """The value that `words.toml` gives the word."""
    return Reading(found.value("word"))


@meaning
def fixed(found: Found, _anchor: Anchor) -> Reading | None:
    """The value that the rule itself gives."""
    return Reading(found.rule.value)
