"""A transcript: its frozen values, its running text, and where each cue lies in it."""
