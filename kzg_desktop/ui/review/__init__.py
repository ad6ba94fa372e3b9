"""The review: what a broadcast brought, and what became of it."""
