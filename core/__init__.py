"""Lagebild's core: German news texts in, tables of events and actors out.

core.build        a corpus to tables in an output folder; does only what depends on what has changed
core.stages       what is done with one document: bytes -> text -> sentences -> times, actors -> claims
core.incremental  the stages for every document of a corpus, with a cache of their results
core.assembly     all documents together: actors linked, claims made into events, tables
core.store        puts tables in place, whole or not at all, and loads them
core.tables       what the tables hold
core.pipeline     texts to tables in memory, in one go
"""
