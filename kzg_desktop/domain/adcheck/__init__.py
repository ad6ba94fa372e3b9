"""The check of a job advertisement before it goes on air: which words break which rule, and how to say it lawfully."""

from __future__ import annotations

from kzg_desktop.domain.adcheck.finding import Finding
from kzg_desktop.domain.adcheck.job import check_job
from kzg_desktop.domain.adcheck.rules import RULES, Code, Level, Rule
from kzg_desktop.domain.adcheck.text import check_text

__all__ = ["RULES", "Code", "Finding", "Level", "Rule", "check_job", "check_text"]
