"""Episodes in the window: opened, listed, found again; the library and its care."""
