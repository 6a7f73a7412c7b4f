"""What decides what of a build has to run, and runs it: what was found before is used again."""
