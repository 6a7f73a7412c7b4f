"""Clauses and phrases from a dependency parse in the TIGER scheme: for a backbone that parses."""
