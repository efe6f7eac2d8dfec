"""The recovery code on a sheet of paper: its words, numbered, and the same as a QR code. Private; it names nobody."""

from __future__ import annotations

import datetime
import io

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Bullets, Document, Heading, Picture, Table
from coprod_desktop.publish.stories.words import plain, quiet

TITLE = "Recovery code"
PRIVATE = "Private: who has this sheet and the laptop can read everything"
BODY_PT = 18
"""Large print: the words on one page, what to do with them on its back."""
MARGIN_PT = 11.0
_DOT = 4
"""Pixels of a dot of the QR code, and four dots of white around it (ISO/IEC 18004)."""
_QUIET = 4


def recovery_sheet(words: tuple[str, ...], made_on: datetime.date) -> Document:
    """Return the sheet. It says what the code is for, where to keep it and what to do with it."""
    return Document(
        title=TITLE,
        lang="en-GB",
        author="",
        subject=PRIVATE,
        blocks=(
            quiet(f"{PRIVATE}. Co-production Desktop, {in_words(made_on)}."),
            Heading(1, TITLE),
            plain("If the passphrase is forgotten, these twelve words open the workspace."),
            Table("The words, in this order", ("1 to 6", "7 to 12"), tuple(zip(*_halves(words), strict=True))),
            qr_code(" ".join(words)),
            Heading(2, "Where to keep it", new_page=True),
            plain("Where the laptop is not: a locked drawer, a safe. Not in the laptop's bag, and not as a photo."),
            Heading(2, "How to use it"),
            Bullets(
                (
                    plain("Start Co-production Desktop, and press “I have forgotten it”."),
                    plain("Type the words in order. Capitals do not matter; four letters of each are enough."),
                    plain("Choose a new passphrase."),
                )
            ),
        ),
    )


def _halves(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    numbered = tuple(f"{number}. {word}" for number, word in enumerate(words, 1))
    return numbered[: len(words) // 2], numbered[len(words) // 2 :]


def qr_code(text: str) -> Picture:
    """Return a QR code of some text as a picture."""
    from PIL import Image
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    size = code.getModuleCount()
    dots = Image.new("1", (size + 2 * _QUIET,) * 2, 1)
    for row in range(size):
        for column in range(size):
            if code.isDark(row, column):
                dots.putpixel((column + _QUIET, row + _QUIET), 0)
    width = dots.width * _DOT
    out = io.BytesIO()
    dots.resize((width, width)).save(out, "PNG")
    return Picture(out.getvalue(), "The same twelve words as a QR code", width, width)
