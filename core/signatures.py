"""Who a line of a journal is signed by, as everybody may see it."""

import re

_BEHIND = re.compile(r"(?<=[^\s@(<])@[^\s@()<>]+")


def shown(by: str | None) -> str | None:
    """A signature without the end of a mail address that stands in it: `Eva Roth (eva.roth)`.

    What remains tells two people of one name apart, and is no address that anybody could write to.
    """
    return by and _BEHIND.sub("", by)
