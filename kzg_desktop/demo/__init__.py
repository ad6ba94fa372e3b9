"""The main job with nobody at the keyboard: a host who takes cards, viewers who apply, and a count at every station."""
