"""Corrections: the listener's words in place of the file's, made in place and looked over."""
