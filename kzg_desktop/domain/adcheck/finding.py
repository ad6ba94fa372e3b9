"""What the check finds."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.domain.adcheck.rules import RULES, Code, Level

__all__ = ["Finding"]


class Finding(Struct, frozen=True, kw_only=True):
    """Words that break a rule.

    ``words`` stand at ``start`` to ``end`` of the checked text, exactly as written; ``field`` names the job's field
    that the text is (``pay.text``, ``job_benefits``), "" for free text. Where the words are not in a text of the job
    (a missing element, an age in numbers) they describe it, and the offsets are 0 and their length.
    ``suggestion`` is what may be said instead, in Chinese. Of ``job_benefits`` the text is its items with a line each.
    """

    code: Code
    level: Level
    words: str
    basis: str
    suggestion: str
    field: str = ""
    start: int = 0
    end: int = 0

    @property
    def restricted_posts(self) -> bool:
        """Whether a law may demand this for some posts, so that an override can be right."""
        return RULES[self.code].restricted_posts
