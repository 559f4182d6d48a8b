"""Which files are an episode: how they are opened, paired, found again and cared for."""
