"""Divides a text that holds several articles, as press databases give them out.

The way: text -> lines -> where articles begin or end, by the words of a vendor or by heads of the same shape -> the
head, body and foot of each -> a text of its own, with what its head and foot say of it.
"""

from core.corpus.bundles.division import Division, divide, divide_html, is_export
from core.corpus.bundles.signs import may_be_bundle, printed_around

__all__ = ["Division", "divide", "divide_html", "is_export", "may_be_bundle", "printed_around"]
