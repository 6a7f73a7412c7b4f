"""What people decide about the tables, kept beside the texts and replayed by every build.

`corrections.jsonl` in the corpus folder holds a line a decision (`model.Line`), and is only ever added to: what is
taken back is so by a later line. `kept` reads and writes it, `anchoring` makes what a decision holds on to from the
tables, and the other modules say what becomes of the tables.
"""
