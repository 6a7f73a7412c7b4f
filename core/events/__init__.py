"""Claims to events, across documents: which are of the same happening, which documents are copies, titles."""
