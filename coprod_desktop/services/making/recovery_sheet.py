"""The sheet with the recovery code, for the printer: it is made in memory and is never a file."""

from __future__ import annotations

import datetime
import io

from coprod_desktop.publish.own import recovery_sheet


def pdf(words: tuple[str, ...], now: datetime.datetime) -> bytes:
    """Return the sheet as a PDF."""
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    out = io.BytesIO()
    layout = Layout(recovery_sheet.BODY_PT, margin_pt=recovery_sheet.MARGIN_PT)
    write_file(recovery_sheet.recovery_sheet(words, now.date()), out, made_on=now, layout=layout)
    return out.getvalue()
