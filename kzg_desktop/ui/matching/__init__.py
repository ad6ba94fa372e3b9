"""Who waits elsewhere and would fit a job."""
