"""Lagebild's core: German news texts in, tables of events and actors out.

core.build        a corpus to tables in an output folder; does only what depends on what has changed
core.stages       what is done with one document: bytes -> text -> sentences -> times, actors -> claims
core.claims       a document's claims: who did what, when, and who says so
core.events       all documents together: copies told from originals, claims made into events
core.engine       what has to run: the stages with a cache of their results, then the tables, from the last ones on
core.store        puts tables in place, whole or not at all, and loads them
core.tables       what the tables hold
core.pipeline     texts to tables in memory, in one go
"""
