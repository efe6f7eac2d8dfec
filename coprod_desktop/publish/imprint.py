"""What every paper carries whatever it tells: who it comes from, whom to ask, and the code that two copies share."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.paper import fingerprint
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.story_words import quiet


def imprint(document: Document, *snapshots: PublicSnapshot) -> Document:
    """Return the document with the code of its snapshots and the organisation's name, logo, colour and contact."""
    code = fingerprint(*snapshots)
    last = quiet(f"Copy code: {code}. Copies of this paper with the same code say the same.")
    return replace(document, blocks=(*document.blocks, last), fingerprint=code)
