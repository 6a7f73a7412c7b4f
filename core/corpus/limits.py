"""How much a file that holds others may give, so that none can fill the memory or keep a build busy for days."""

from typing import Final

DEEPEST: Final = 3
"""Files within files within a file: a mail that was passed on with an archive attached has two; bombs have many."""

MOST_FILES: Final = 10_000
"""Files in one, in all that it holds together: a year of a daily paper's pages, and a minute's work to list."""

MOST_BYTES: Final = 200_000_000
"""Bytes of all that a file holds; they are in memory at once, and travel to another process."""

HIGHEST_RATIO: Final = 200
"""Bytes that one packed byte may give: texts give about 4, empty tables and log files up to 100, bombs 1,000."""

DEEPEST_FOLDER: Final = 30
"""Folders within folders; deeper ones come of a file system that goes round in a circle."""
