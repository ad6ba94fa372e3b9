"""Simulated viewers who sign up through a hub's public form."""
