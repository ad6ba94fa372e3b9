"""Ask the system to leave a window out of screen capture, so that a shared screen shows no applicant.

The system forgets it with the native window: ask again when a window was made anew (`QEvent.Type.WinIdChange`).
"""

from __future__ import annotations

import ctypes
import ctypes.util
import platform
import sys
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

__all__ = ["CaptureCall", "SetAffinity", "capture_exclusion_supported", "exclude_from_capture", "hide_on_windows"]

CaptureCall: TypeAlias = Callable[[int, bool], bool]
"""(native handle of a window, leave out or not) → whether the system does it."""

SetAffinity: TypeAlias = Callable[[int, int], bool]
"""``SetWindowDisplayAffinity`` of Windows: (HWND, affinity) → whether it was accepted."""

_WDA_NONE, _WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x00, 0x01, 0x11
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1
_FIRST_MACOS_THAT_IGNORES_IT = 15


def capture_exclusion_supported() -> bool:
    """Whether this system leaves windows out of screen capture when asked to.

    Windows does. macOS did until 14; later ones capture the finished screen whatever a window asks for
    (https://github.com/electron/electron/issues/48258). X11 and Wayland have no such request.
    """
    return supported_on(QGuiApplication.platformName(), platform.mac_ver()[0])


def supported_on(plugin: str, mac_version: str) -> bool:
    """Return the same for that Qt platform plugin and version of macOS."""
    if plugin == "cocoa":
        return int(mac_version.partition(".")[0] or 0) < _FIRST_MACOS_THAT_IGNORES_IT
    return plugin == "windows"


def exclude_from_capture(window: QWidget, on: bool, call: CaptureCall | None = None) -> bool:
    """Ask for the window of *window* to be left out of captures, or no longer; return whether the system does so.

    macOS 15 and later are asked too, since older capture programs still keep to it, but False is returned there.
    Without *call* the system's own is used.
    """
    call = call or _SYSTEM_CALLS.get(QGuiApplication.platformName())
    if call is None:
        return False
    return call(int(window.window().winId()), on)


def hide_on_windows(handle: int, on: bool, set_affinity: SetAffinity) -> bool:
    """Leave the window out of captures, or have it black in them: Windows before 10 version 2004 knows only that."""
    if not on:
        return set_affinity(handle, _WDA_NONE)
    return set_affinity(handle, _WDA_EXCLUDEFROMCAPTURE) or set_affinity(handle, _WDA_MONITOR)


def _windows(handle: int, on: bool) -> bool:
    return hide_on_windows(handle, on, _set_affinity)


def _set_affinity(handle: int, affinity: int) -> bool:
    accepted = False
    if sys.platform == "win32":
        call = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        call.argtypes, call.restype = (ctypes.c_void_p, ctypes.c_uint32), ctypes.c_int
        accepted = bool(call(handle, affinity))
    return accepted


def _cocoa(handle: int, on: bool) -> bool:
    """Set the sharing type of the NSWindow that holds the NSView *handle*."""
    library = ctypes.util.find_library("objc")
    if library is None:
        return False
    runtime = ctypes.CDLL(library)
    runtime.sel_registerName.argtypes, runtime.sel_registerName.restype = (ctypes.c_char_p,), ctypes.c_void_p
    # objc_msgSend has to be called as the method's own type, which differs from one method to the next
    address = ctypes.cast(runtime.objc_msgSend, ctypes.c_void_p).value
    assert address is not None
    window_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address)
    set_number = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(address)
    window = window_of(handle, runtime.sel_registerName(b"window"))
    if not window:
        return False
    sharing = _SHARING_NONE if on else _SHARING_READ_ONLY
    set_number(window, runtime.sel_registerName(b"setSharingType:"), sharing)
    return capture_exclusion_supported()


_SYSTEM_CALLS: dict[str, CaptureCall] = {"windows": _windows, "cocoa": _cocoa}
