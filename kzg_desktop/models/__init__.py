"""Qt item models over domain values; no I/O."""
