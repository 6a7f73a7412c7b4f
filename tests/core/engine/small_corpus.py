"""A small corpus that tests of the build edit: what stands in a folder, as a value, and how it gets there."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from core import store
from core.tables import SCHEMAS

VISIT = "Emmanuel Macron besuchte am 3. Mai 2021 Wien."
LATER_VISIT = "Präsident Emmanuel Macron hat am 5. Mai 2021 Wien besucht. Der Besuch in Wien galt Angela Merkel."
UNDATED_VISIT = "Macron besuchte gestern Wien. Dort traf er Angela Merkel."
STRANGER = "Der Unternehmer Karl Eichinger traf am 3. Mai 2021 Angela Merkel. Eichinger lobte die EU."
NAMESAKE = "Eichinger forderte am Montag Sanktionen gegen Belarus. Die EU lehnte Sanktionen gegen Belarus ab."
SPOKESMAN = "Sprecher Jörn Quandtmeier traf am 4. Mai 2021 Angela Merkel in Wien."
SPELT_OUT = "Sprecher Joern Quandtmeier traf am 4. Mai 2021 Angela Merkel."  # the same id, and another name
SURNAME = "Sprecher Quandtmeier traf Angela Merkel. Er lehnte Sanktionen gegen Belarus ab."
SANCTION = "Die EU verhängte im Mai 2021 Sanktionen gegen Belarus."
NO_EVENT = "Blau ist eine Farbe."
ENGLISH = "The minister went to Vienna on Tuesday to meet the chancellor and to sign an agreement on trade."
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))

TEXTS: tuple[bytes, ...] = (
    *(text.encode() for text in (VISIT, LATER_VISIT, UNDATED_VISIT, STRANGER, NAMESAKE, SANCTION, NO_EVENT, ENGLISH)),
    *(text.encode() for text in (SPOKESMAN, SPELT_OUT, SURNAME)),
    PICTURE,
    b"",
)


class Folder(NamedTuple):
    """What a corpus folder holds: its texts by path, and the fields of `sources.toml` by path."""

    texts: Mapping[str, bytes]
    sources: Mapping[str, Mapping[str, str]] = {}

    def write(self, to: Path) -> Path:
        """Have a folder hold this and nothing else."""
        to.mkdir(exist_ok=True)
        for path in to.rglob("*"):
            if path.is_file() and path.relative_to(to).as_posix() not in self.texts:
                path.unlink()
        for name, content in self.texts.items():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            if not (to / name).is_file() or (to / name).read_bytes() != content:
                (to / name).write_bytes(content)
        entries = (
            "\n".join(("[[document]]", f'file = "{name}"', *(f'{key} = "{value}"' for key, value in known.items())))
            for name, known in self.sources.items()
        )
        (to / "sources.toml").write_text("\n".join(entries), encoding="utf-8")
        return to


def placed(out: Path) -> dict[str, bytes]:
    """The bytes of the tables that stand in an output folder: those of its current set."""
    current = store.manifest(out)
    assert current is not None
    return {name: (out / "sets" / current["set"] / f"{name}.parquet").read_bytes() for name in SCHEMAS}


def shown(out: Path) -> dict[str, bytes]:
    """The bytes of the tables that stand directly in an output folder."""
    return {name: (out / f"{name}.parquet").read_bytes() for name in SCHEMAS}
