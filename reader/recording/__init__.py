"""A recording's file: whether it sounds, how long it is, its picture, and clips cut from it."""
