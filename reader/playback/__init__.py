"""Playing a recording and knowing its time between two reports of the player."""
