"""The link to OBS Studio: compares what OBS shows with what the desk believes is on air, and can follow a take."""
