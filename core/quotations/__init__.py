"""Quotations: whose words a text gives, with speaker, cue and quote."""

from core.quotations.find import quotations
from core.quotations.values import Quotation, Span

__all__ = ["Quotation", "Span", "quotations"]
