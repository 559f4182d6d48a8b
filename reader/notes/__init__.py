"""What listeners keep: annotations, how they find their place again, and where they go."""
