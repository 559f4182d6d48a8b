"""The page that is read: the transcript, and the search in it."""
