"""The pages: a script for each, run by its path, which says what stands on it and in what order."""
