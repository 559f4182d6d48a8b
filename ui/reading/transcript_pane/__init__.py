"""The transcript beside the player: its text, its marks, and following."""
