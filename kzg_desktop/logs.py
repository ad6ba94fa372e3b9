"""Where the program tells what it does: a rotating log file in the data folder. Names and phones are never logged."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import logging.handlers
import sys
import threading
from pathlib import Path
from types import TracebackType

__all__ = ["begin_anew_if_long", "start_logging"]

log = logging.getLogger(__name__)

_LONGEST_BYTES = 1_000_000

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(data_dir: Path, *, to_stderr: bool = False) -> None:
    """Log to ``logs/desktop.log`` under *data_dir* (1 MB, three old ones kept) and report unhandled errors there."""
    folder = data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        logging.handlers.RotatingFileHandler(
            folder / "desktop.log", maxBytes=_LONGEST_BYTES, backupCount=3, encoding="utf-8", delay=True
        )
    ]
    if to_stderr:
        handlers.append(logging.StreamHandler())
    logging.basicConfig(level=logging.INFO, format=FORMAT, handlers=handlers, force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs an address a request: one line a second
    if not faulthandler.is_enabled():  # what Qt or a driver may do to us; the file stays open as long as we run
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    sys.excepthook = _log_unhandled
    threading.excepthook = lambda args: _log_unhandled(args.exc_type, args.exc_value, args.exc_traceback)


def begin_anew_if_long(path: Path) -> None:
    """Put a log that another process appends to aside as ``….1``, in the place of an older one, once it has 1 MB."""
    with contextlib.suppress(OSError):  # it grows on; that is no reason not to start
        if path.exists() and path.stat().st_size >= _LONGEST_BYTES:
            path.replace(path.with_name(f"{path.name}.1"))


def _log_unhandled(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is not None:
        log.critical("unhandled %s", kind.__name__, exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
