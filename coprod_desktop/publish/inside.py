"""Versions of what comes inside the libraries that draw papers: it has no description of its own."""

from __future__ import annotations


def versions() -> dict[str, str]:
    """Return name -> version."""
    import uharfbuzz
    from pypdfium2.version import PDFIUM_INFO

    return {"PDFium": str(PDFIUM_INFO).partition("@")[0], "HarfBuzz": uharfbuzz.version_string()}
