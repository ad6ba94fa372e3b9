"""Applications that platforms send by signed webhook: sources, signatures, mapping, and what could not be taken in."""
