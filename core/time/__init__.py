"""Time: which time expressions a text holds, which days they mean, and when the text was written.

annotate(text, published)    the expressions with their TIMEX3 values and days
"""

from core.time.recognise import annotate
from core.time.written import estimate

__all__ = ["annotate", "estimate"]
