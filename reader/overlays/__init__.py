"""What is laid over the file's transcript: each a pure function that keeps every cue's index."""
