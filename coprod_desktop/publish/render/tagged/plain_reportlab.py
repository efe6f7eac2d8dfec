"""What we take of ReportLab, without its own joining of letters: that sets words from the right in the wrong order.

It looks for the library that joins them whenever it is loaded, which takes as long as ten pages; turned.py loads it when
a paper needs it.
"""

from __future__ import annotations

import sys

_JOINS = "uharfbuzz"
if _there := _JOINS not in sys.modules:
    sys.modules[_JOINS] = None  # type: ignore[assignment]
try:
    from reportlab.pdfbase import pdfmetrics as pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont as TTFont
    from reportlab.pdfgen.canvas import Canvas as Canvas
finally:
    if _there:
        del sys.modules[_JOINS]
