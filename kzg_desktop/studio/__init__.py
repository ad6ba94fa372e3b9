"""What is on air: the overlay for viewers, the control API and the OBS link. Knows no widgets."""
