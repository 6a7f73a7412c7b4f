"""Lagebild's core: German news texts in, tables of events and actors out."""
