"""The desktop's local SQLite files: the cache of what the user may see, and the outbox of what the user did."""
