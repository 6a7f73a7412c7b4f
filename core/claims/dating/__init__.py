"""When a claim's event was: what its own clause says, else the clause it goes on with; never a quotation's inner dates.

A date tells of its clause unless the words before it make it that of something else (`nach der Wahl vom 7. Februar`),
or a bound (`ab dem 12. April`). What is told and when the text was written must agree: where one reading of a weekday
or a month breaks that, the other is meant.

The way from a sentence to a claim's date, the upper ones of which use the lower:

- `clauses.py` which of the dates of its clauses is the claim's;
- `phrases.py` what one date means there: a day, a bound, or nothing, which `elsewhere.py` tells of those that are of
  something else, and `compared.py` of those that it is only compared with;
- `agreement.py` what date and status go together with the day of writing, and what that day tells by itself;
- `evidence.py` the characters that a date rests on;
- `timing.py` what is found, `words.py` what `dating.toml` says.

Throughout, `scene` is the sentence, and `at` and `trigger` tokens of it, by number.
"""

from core.claims.dating.agreement import agree, agreed, bounded
from core.claims.dating.clauses import of_tokens, told

__all__ = ["agree", "agreed", "bounded", "of_tokens", "told"]
