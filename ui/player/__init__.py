"""The player at the foot of the window."""
