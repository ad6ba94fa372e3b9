"""The protocol's document names every action with its right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.entities import ENTITIES

DOCUMENT = (Path(__file__).parents[3] / "docs" / "protocol.md").read_text(encoding="utf-8")


def test_every_action_is_listed_with_its_right() -> None:
    table = DOCUMENT.partition("<!-- actions:")[2].partition("\n\n")[0]
    listed = re.findall(r"^\| `([a-z._]+)` \| `([a-z:]+)` \|", table, re.MULTILINE)
    assert [(kind.__struct_config__.tag, kind.permission) for kind in get_args(Action)] == listed


def test_every_entity_is_named() -> None:
    named = DOCUMENT.partition("Entities: ")[2].partition("\n(")[0]
    assert list(ENTITIES) == re.findall(r"`([a-z_]+)`", named)
