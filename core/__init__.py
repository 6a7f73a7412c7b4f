"""Lagebild's core: German news texts in, tables of events and actors out.

core.build.build    a corpus folder to tables in an output folder, if anything has changed
core.store.load     the tables of an output folder
core.tables         what the tables hold
core.pipeline       the way from texts to tables, in memory
"""
