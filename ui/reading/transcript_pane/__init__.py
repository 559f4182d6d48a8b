"""The text itself: how it is laid out, what is marked in it, and how it follows the sound."""
