"""Small parts that any room may use."""
