"""Benchmarks: each figure beside the physical limit of this machine, measured in the same run.

``python -m tests.bench [--only NAME] [--rows N] [--json FILE]``; see ``--help``.
"""
