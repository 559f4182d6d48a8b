"""Naming voices, and the picture of who speaks when."""
