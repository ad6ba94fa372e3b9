"""What a controller may ask of the desk, as messages."""

from __future__ import annotations

from typing import Annotated, ClassVar, TypeAlias

from msgspec import Meta, Struct

from kzg_desktop.studio.state import Controls, ControlState, Outcome

__all__ = ["COMMANDS", "AddTime", "Answer", "Clear", "Command", "Cue", "Next", "Previous", "Take"]

_DAY_S = 86_400


class _Command(Struct, frozen=True, kw_only=True, tag_field="command"):
    """``id`` comes back with the answer, so that a program can tell its answers apart."""

    summary: ClassVar[str]

    id: str = ""

    async def perform(self, controls: Controls, trigger: str) -> Outcome:
        """Do it; called on the desk's loop."""
        raise NotImplementedError


class Take(_Command, frozen=True, kw_only=True, tag="take"):
    """Put the next card on air."""

    summary = "Put the next card on air"

    async def perform(self, controls: Controls, trigger: str) -> Outcome:
        return await controls.take(trigger)


class Clear(_Command, frozen=True, kw_only=True, tag="clear"):
    """Take the card off air."""

    summary = "Take the card off air"

    async def perform(self, controls: Controls, trigger: str) -> Outcome:
        return await controls.clear(trigger)


class Next(_Command, frozen=True, kw_only=True, tag="next"):
    """Cue the card after the next one."""

    summary = "Make the card after the next one the next; nothing on air changes"

    async def perform(self, controls: Controls, trigger: str) -> Outcome:  # noqa: ARG002 - only the air is logged
        return await controls.cue_following()


class Previous(_Command, frozen=True, kw_only=True, tag="previous"):
    """Cue the card before the next one."""

    summary = "Make the card before the next one the next; nothing on air changes"

    async def perform(self, controls: Controls, trigger: str) -> Outcome:  # noqa: ARG002 - only the air is logged
        return await controls.cue_preceding()


class Cue(_Command, frozen=True, kw_only=True, tag="cue"):
    """Cue the card at place ``number`` of the lineup, from 1 on."""

    summary = "Make the card at a place of the lineup the next; nothing on air changes"

    number: Annotated[int, Meta(ge=1, le=10_000)]

    async def perform(self, controls: Controls, trigger: str) -> Outcome:  # noqa: ARG002 - only the air is logged
        return await controls.cue(self.number)


class AddTime(_Command, frozen=True, kw_only=True, tag="add-time"):
    """Plan the card on air for ``seconds`` more; negative for less."""

    summary = "Plan the card on air for longer, or with negative seconds for shorter"

    seconds: Annotated[int, Meta(ge=-_DAY_S, le=_DAY_S)]

    async def perform(self, controls: Controls, trigger: str) -> Outcome:  # noqa: ARG002 - only the air is logged
        return await controls.add_time(self.seconds)


Command: TypeAlias = Take | Clear | Next | Previous | Cue | AddTime

COMMANDS: dict[str, type[Command]] = {
    "take": Take,
    "clear": Clear,
    "next": Next,
    "previous": Previous,
    "cue": Cue,
    "add-time": AddTime,
}
"""Every command by its name."""


class Answer(Struct, frozen=True, kw_only=True):
    """What became of a command, and where the broadcast stands after it."""

    outcome: Outcome
    state: ControlState
