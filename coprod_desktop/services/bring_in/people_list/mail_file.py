"""A mail as a program saves it (.eml): its head and its words as they would be pasted, the table in it, and what came with it."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_HEAD = re.compile(rb"\A\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_NEEDED = (
    rb"(?im)^from:",
    rb"(?im)^(?:to|cc|bcc|delivered-to):",
    rb"(?im)^(?:mime-version|message-id|received|content-type):",
)
_SHOWN = ("From", "To", "Cc", "Subject")
_FIRST = 256 * 1024
"""Bytes among which the head of a mail ends."""
_LINE_ENDS = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>", re.I)
_UNSEEN = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.I | re.S)


class Sent(NamedTuple):
    """A mail that was saved."""

    text: str
    page: str
    """Its words as a web page, where a table is in them."""
    attached: tuple[str, ...]


def sent(data: bytes) -> Sent | None:
    """Return a mail that a program saved; None for any other file, a web archive too."""
    found = _HEAD.match(data[:_FIRST])
    if found is None or not all(re.search(needed, found[0]) for needed in _NEEDED):
        return None
    from email import message_from_bytes, policy  # only when a mail comes in

    try:
        mail = message_from_bytes(data, policy=policy.default)
        plain, page = (part.get_content() if (part := mail.get_body((kind,))) else "" for kind in ("plain", "html"))
        head = [f"{name}: {' '.join(str(mail[name]).split())}" for name in _SHOWN if mail[name]]
        attached = tuple(part.get_filename() or "a file" for part in mail.iter_attachments() if part.get_filename())
    except (LookupError, ValueError, TypeError, AttributeError):  # what is broken is read as any text
        return None
    words = plain or html.unescape(_UNSEEN.sub("", _LINE_ENDS.sub("\n", page)))
    return Sent("\n".join([*head, "", words]), page if "<table" in page.lower() else "", attached)
