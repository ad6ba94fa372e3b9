"""What the link to OBS says, in words."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from kzg_desktop.studio.obs.status import ObsProblem, ObsStatus

__all__ = ["ObsTone", "obs_chip", "obs_line", "problem_text"]

ObsTone: TypeAlias = Literal["good", "muted", "warning"]

translate = QCoreApplication.translate


def obs_line(status: ObsStatus) -> tuple[str, ObsTone]:
    """Return how the link stands, for the settings."""
    match status.state:
        case "off":
            return translate("Obs", "Not in use."), "muted"
        case "connecting":
            return translate("Obs", "Connecting…"), "muted"
        case "wrong_password":
            return translate("Obs", "OBS refuses the password. Copy it from OBS: Tools, WebSocket Server."), "warning"
        case "unreachable":
            return translate("Obs", "No answer: start OBS and turn on Tools, WebSocket Server."), "warning"
        case "unsupported":
            return translate("Obs", "This OBS is too old: version 28 or newer is needed."), "warning"
        case _:
            words = translate("Obs", "Connected. On program: {0}.").format(status.program_scene)
            found = [problem_text(problem) for problem in status.problems]
            return " ".join([words, *found]), "warning" if _warns(status) else "good"


def obs_chip(status: ObsStatus) -> str:
    """Return what a host on camera must know of OBS, "" when nothing is wrong."""
    if status.state in {"wrong_password", "unreachable", "unsupported"}:
        return translate("Obs", "OBS: not connected")
    worst = next((problem for problem in status.problems if problem.level == "warn"), None)
    return f"OBS: {_short(worst)}" if worst is not None else ""


def problem_text(problem: ObsProblem) -> str:
    """Return one disagreement as a sentence that says what to do."""
    sources = ", ".join(problem.sources)
    words = {
        "overlay-unknown": translate("Obs", "No source in OBS shows the overlay: add its address as a browser source."),
        "overlay-missing": translate("Obs", "The scene {scene} does not contain the overlay ({sources})."),
        "overlay-hidden": translate("Obs", "The overlay ({sources}) is switched off in the scene {scene}."),
        "other-scene": translate("Obs", "OBS shows {scene}, and the settings ask for {wanted}."),
        "scene-missing": translate("Obs", "OBS has no scene {wanted}, which the settings name."),
        "streaming-in-prepare": translate("Obs", "OBS is streaming, and the broadcast is not on air here."),
        "streaming-in-rehearsal": translate("Obs", "OBS is streaming, and this is a rehearsal."),
        "not-streaming": translate("Obs", "OBS is not streaming."),
    }[problem.code]
    return words.format(scene=problem.scene, wanted=problem.wanted, sources=sources)


def _short(problem: ObsProblem) -> str:
    return {
        "overlay-unknown": translate("Obs", "no overlay"),
        "overlay-missing": translate("Obs", "overlay not in scene"),
        "overlay-hidden": translate("Obs", "overlay hidden"),
        "other-scene": translate("Obs", "other scene"),
        "scene-missing": translate("Obs", "scene missing"),
        "streaming-in-prepare": translate("Obs", "streaming, not on air"),
        "streaming-in-rehearsal": translate("Obs", "streaming a rehearsal"),
        "not-streaming": translate("Obs", "not streaming"),
    }[problem.code]


def _warns(status: ObsStatus) -> bool:
    return any(problem.level == "warn" for problem in status.problems)
