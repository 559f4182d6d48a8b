"""Text and recording brought together by hand, and what was found in the sound."""
