"""Where the app's texts and tables are, as the environment says."""

import os
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


def corpus_place() -> str:
    """Where the texts are, a folder or a URL: `LAGEBILD_CORPUS`, else `seeds` beside the packages."""
    return os.environ.get("LAGEBILD_CORPUS") or str(_ROOT / "seeds")


def corpus_folder() -> Path:
    """The folder of texts; see `corpus_place`."""
    return Path(corpus_place())


def tables_folder() -> Path:
    """The folder of tables: `LAGEBILD_TABLES`, else `.lagebild` in the working folder."""
    return Path(os.environ.get("LAGEBILD_TABLES") or ".lagebild")
