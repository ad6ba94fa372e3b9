"""Interviews and first days: slots, arrivals, who starts today, and who is still there."""
