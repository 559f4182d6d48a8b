"""The Qt window, its panes and dialogs, and the command line."""
