"""The core: what an episode is, how it plays and what was kept of it. No widgets, no windows."""
