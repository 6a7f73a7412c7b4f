"""A briefing as files: Word, one HTML page, PDF; and whether the quotes of a file still stand in the corpus."""
