"""The hub server: takes applications in, keeps the truth, and tells every desktop what changed."""
