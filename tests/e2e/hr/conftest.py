"""The hub as a process, shared with the desktop's own end-to-end tests."""

from tests.e2e.app.conftest import hub

__all__ = ["hub"]
