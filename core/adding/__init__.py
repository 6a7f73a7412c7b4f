"""Adding texts to a corpus folder, correcting what is known about them, and taking them out.

    bytes -> `looking` (what each file becomes) -> `planning` (what is there already) -> `writing` (into the folder)

Nothing is written before the last step, which is whole or not at all. The folder is the truth: texts are files in it,
and what somebody says about them stands in its `sources.toml`, whose comments and order are kept (`entries`).
"""

from core.errors import ToldError


class AddingError(ToldError):
    """The folder cannot take a change; the message is one line that says why. The folder is as it was."""
