"""When something breaks: the report of a bug, the log, and what the next start offers."""
