"""The log of the running application: what went wrong, without the listener's words or names."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from reader.private_files import make_own_folder, make_private, open_private
from ui.faults.fault_report import without_private

NAME = "earmark.log"
_MOST = 200_000  # bytes of one file
_OLDER = 2  # files kept besides

_log = logging.getLogger("earmark")


def begin_log(folder: Path) -> logging.Handler | None:
    """Write warnings of all modules into a file that rotates; None where it can't be written.

    Loads what takes time: to be called when the start is over.
    """
    try:
        make_own_folder(folder)
        for each in folder.glob(f"{NAME}*"):
            make_private(each)
        handler = _PrivateFiles(
            folder / NAME,
            maxBytes=_MOST,
            backupCount=_OLDER,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError:
        return None
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_Private("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def log_report(report: str) -> None:
    """Note a bug; the report is free of private text already."""
    _log.error("%s", report, extra={"is_clean": True})


class _PrivateFiles(RotatingFileHandler):
    """Makes each file so that only its owner may read it; on a full disk it is silent."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as logging calls it
        """Nothing: a traceback on the terminal helps nobody to more room."""

    def _open(self) -> IO[str]:  # type: ignore[override]
        return open(
            self.baseFilename,
            self.mode,
            encoding=self.encoding,
            errors=self.errors,
            opener=open_private,
        )


class _Private(logging.Formatter):
    """Cuts out paths and what is quoted."""

    def format(self, record: logging.LogRecord) -> str:
        if not getattr(record, "is_clean", False):
            record.msg, record.args = without_private(record.getMessage()), None
        record.exc_info = record.exc_text = None  # a traceback shows paths; `log_report` has it
        return super().format(record)
