"""Everything that Lagebild brings along may be used under terms that suit its own licence."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NOTICE = (Path(__file__).parents[1] / "core" / "NOTICE").read_text(encoding="utf-8")
FREE = re.compile(
    r"MIT|MIT-CMU|BSD(-[23]-Clause)?|0BSD|Apache[- ]2\.0|ISC|PSF-2\.0|Zlib|CC0-1\.0|CNRI-Python|Unlicense"
    r"|dependency licenses|(MIT|BSD|ISC|Apache|Apache Software|Python Software Foundation) License( 2\.0| \(ISCL\))?"
    r"|3-Clause BSD License"
)
"""Terms that ask for no more than to be named, in the spellings of packages' metadata."""

NAMED = {
    "hanta": "LGPL-3.0-or-later",
    "certifi": "Mozilla Public License 2.0 (MPL 2.0)",
    "tqdm": "MPL-2.0 AND MIT",
    "marisa-trie": "MIT AND (BSD-2-Clause OR LGPL-2.1-or-later)",
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
}
"""Those that ask for more: the notice says how they are used."""


def brought_along() -> Iterator[Distribution]:
    """What is installed of all that Lagebild requires, and that of these, with the extras that are asked for."""
    seen, waiting = set[str](), [Requirement("lagebild")]
    while waiting:
        asked_for = waiting.pop()
        for extra in ("", *asked_for.extras):
            if (key := f"{canonicalize_name(asked_for.name)}[{extra}]") in seen:
                continue
            seen.add(key)
            try:
                one = distribution(asked_for.name)
            except PackageNotFoundError:  # for other systems or releases of Python
                continue
            yield one
            needed = map(Requirement, one.requires or ())
            waiting += [each for each in needed if not each.marker or each.marker.evaluate({"extra": extra})]


def licence(of: Distribution) -> str:
    """As a package's metadata give it: an expression, else its classifiers, else a line of text."""
    known = of.metadata
    classified = [value.rpartition(":: ")[2] for value in known.get_all("Classifier") or () if "License ::" in value]
    expression, line = (key in known and known[key] for key in ("License-Expression", "License"))
    return expression or " AND ".join(classified) or (line or "").partition("\n")[0]


def test_every_licence_is_free_or_named_in_the_notice() -> None:
    every = {each.name.lower().replace("_", "-"): licence(each) for each in brought_along()}
    assert len(every) > 50
    strange = {
        name: terms
        for name, terms in every.items()
        if not all(FREE.fullmatch(part.strip()) for part in re.split(r" AND | OR |[,;]", terms))
    }
    assert strange == NAMED
    assert all(re.search(rf"\b{name}\b", NOTICE, re.IGNORECASE) for name in NAMED)
