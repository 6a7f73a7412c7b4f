"""Time: which time expressions a text holds, which days they mean, and when the text was written.

annotate(text, published)    the expressions with their TIMEX3 values and days
estimate(text, offices)      when it was written, by what it says
given(day, file)             the same, by what a file says of it
"""

from core.time.recognise import annotate
from core.time.written import estimate, given

__all__ = ["annotate", "estimate", "given"]
