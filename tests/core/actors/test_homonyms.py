"""Names that bodies of several countries bear, parties' branches, bodies named after their place, and nobility."""

from collections.abc import Callable

import pytest

