"""A recording against a transcript: how the words of the one are found in the other."""
