"""Tables in the forms of other programs: a file each, from tables to bytes, and all of them in one registry."""

from core.exports.formats import FORMATS, Format
from core.exports.held import Held

__all__ = ["FORMATS", "Format", "Held"]
