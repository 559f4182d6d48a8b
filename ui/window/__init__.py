"""The main window: what it is made of, and what it asks about itself."""
