"""Keeps the cache equal to the hub's view, and sends the outbox."""
