"""Clauses and phrases by the tags and the topological fields of a sentence: for a backbone that does not parse."""
