"""What is kept, in the window: the panel, all notes, and how they are marked."""
