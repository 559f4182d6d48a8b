"""What Earmark is to the desktop around it: one window, a player with media keys, a tray icon."""
