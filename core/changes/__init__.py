"""What is new between two builds: what each remembers of its tables -> which of it is the same -> the differences.

`state` says what is remembered, `journal` keeps it beside the tables, `matching` finds what was there before under
whatever id, `compare` tells what is new, and `lines` puts that into words for the command.
"""

from core.changes.compare import Changes, compare
from core.changes.journal import Build, Journal
from core.changes.since import News, news
from core.changes.state import State

__all__ = ["Build", "Changes", "Journal", "News", "State", "compare", "news"]
