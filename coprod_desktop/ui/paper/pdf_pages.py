"""The pages of a PDF as pictures. pypdfium2 is imported when the first paper is shown; used on the window's thread only."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PdfPages:
    """A PDF held in memory; each page is drawn when it is asked for."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._file = pypdfium2.PdfDocument(pdf)
        self._sizes = [QSizeF(*self._file.get_page_size(at)) for at in range(len(self._file))]

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, at: int) -> QSizeF:
        """Return a page's size in points."""
        return self._sizes[at]

    def picture(self, at: int, width: int) -> QImage:
        """Draw a page this many pixels wide."""
        page = self._file[at]
        bitmap = page.render(scale=width / self._sizes[at].width(), prefer_bgrx=True)
        try:
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            return image.copy()  # the picture outlives the bytes it was made from
        finally:
            bitmap.close()
            page.close()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
