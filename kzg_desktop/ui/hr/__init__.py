"""The HR desk: applicants, from the application to the first day at work."""
