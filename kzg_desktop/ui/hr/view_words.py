"""The words of the saved views: their names, and what an empty one says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.views import View

__all__ = ["empty_words", "view_words"]

translate = QCoreApplication.translate


def view_words(view: View) -> str:
    """Return the view's name."""
    return {
        "to_call": translate("ApplicantView", "To call"),
        "due": translate("ApplicantView", "Due"),
        "mine": translate("ApplicantView", "Mine"),
        "unreachable": translate("ApplicantView", "Unreachable"),
        "considering": translate("ApplicantView", "Considering"),
        "interviews_today": translate("ApplicantView", "Interviews today"),
        "interviews": translate("ApplicantView", "Interviews"),
        "starting": translate("ApplicantView", "Starting soon"),
        "employed": translate("ApplicantView", "At work"),
        "quarantined": translate("ApplicantView", "Invalid numbers"),
        "closed": translate("ApplicantView", "Closed"),
        "all": translate("ApplicantView", "All"),
    }[view]


def empty_words(view: View) -> tuple[str, str]:
    """Return what an empty view says: how things stand, and what to do next."""
    return {
        "to_call": (
            translate("ApplicantView", "Everybody has been called"),
            translate("ApplicantView", "New applicants appear here within a second after they sign up."),
        ),
        "due": (
            translate("ApplicantView", "Nothing is due"),
            translate("ApplicantView", "Go on with “To call”, or with what is yours."),
        ),
        "mine": (
            translate("ApplicantView", "You are working on nobody"),
            translate("ApplicantView", "Take somebody from “To call” with the key {key}."),
        ),
        "unreachable": (
            translate("ApplicantView", "Nobody is unreachable"),
            translate("ApplicantView", "Whoever does not answer several calls in a row comes here."),
        ),
        "considering": (
            translate("ApplicantView", "Nobody is considering"),
            translate("ApplicantView", "Whoever was reached and has not decided yet comes here."),
        ),
        "interviews_today": (
            translate("ApplicantView", "No interviews today"),
            translate("ApplicantView", "Book one for somebody you reached with the key {key}."),
        ),
        "interviews": (
            translate("ApplicantView", "No interviews are booked"),
            translate("ApplicantView", "Book one for somebody you reached with the key {key}."),
        ),
        "starting": (
            translate("ApplicantView", "Nobody is about to start"),
            translate("ApplicantView", "Whoever passes the interview comes here until the first day at work."),
        ),
        "employed": (
            translate("ApplicantView", "Nobody has started yet"),
            translate("ApplicantView", "Whoever starts work comes here, and is asked after 7, 15 and 30 days."),
        ),
        "quarantined": (
            translate("ApplicantView", "No invalid numbers"),
            translate(
                "ApplicantView", "Empty and wrong numbers are kept here, apart from the others, with the reason."
            ),
        ),
        "closed": (
            translate("ApplicantView", "Nothing is closed"),
            translate("ApplicantView", "Applications that came to their end are kept here."),
        ),
        "all": (
            translate("ApplicantView", "No applicants yet"),
            translate("ApplicantView", "They appear here within a second after they sign up, or after an import."),
        ),
    }[view]
