"""The pages of a PDF as pictures. pypdfium2 is imported when the first paper is shown; used on the window's thread only."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PdfPages:
    """A PDF held in memory. It is opened for each picture anew (a millisecond), so nothing has to be closed."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._pdf = pdf
        with pypdfium2.PdfDocument(pdf) as file:
            self._sizes = [QSizeF(*file.get_page_size(at)) for at in range(len(file))]

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, at: int) -> QSizeF:
        """Return a page's size in points."""
        return self._sizes[at]

    def picture(self, at: int, width: int) -> QImage:
        """Draw a page this many pixels wide."""
        import pypdfium2

        with pypdfium2.PdfDocument(self._pdf) as file:
            bitmap = file[at].render(scale=width / self._sizes[at].width(), prefer_bgrx=True)
            wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
            image = QImage(bytes(bitmap.buffer), wide, high, stride, QImage.Format.Format_RGB32)
            return image.copy()  # the picture outlives the bytes it was made from
