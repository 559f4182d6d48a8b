"""The page with the transcript."""
