"""What is open now: what windows and the terminal show and command."""
