"""Which kind of file it is, told by what is in it and never by its name alone; what cannot be read gets a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from coprod_desktop.domain.notes.known_words import NotesWords
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list import (
    addresses,
    cards,
    chats,
    coding,
    mails,
    marked_up,
    messages,
    open_document,
    packages,
    plain,
    separated,
    word_table,
    workbook,
)
from coprod_desktop.services.bring_in.people_list.headings import Headings
from coprod_desktop.services.bring_in.people_list.sheets import NOTHING, Opened, Progress, not_empty, of_rows

LARGEST = 16 * 1024 * 1024
"""Bytes of a list in text. One of 5,000 people with all that is known of them has under two million."""
LARGEST_PACKED = 64 * 1024 * 1024
TEXT = "a list in plain text"
_AS_CSV = packages.SAVE_AS_CSV
_PASTE = "Open it, copy the names, one on each line, and paste them as a list."
_NEVER = (
    (b"%PDF", "This is a PDF, which keeps no columns.", "Ask for the list as a spreadsheet, or copy its names and paste them."),
    (b"\x89PNG", "This is a picture.", "Type the names, or ask for the list as a spreadsheet."),
    (b"\xff\xd8\xff", "This is a photo.", "Type the names, or ask for the list as a spreadsheet."),
    (b"GIF8", "This is a picture.", "Type the names, or ask for the list as a spreadsheet."),
    (b"BM", "This is a picture.", "Type the names, or ask for the list as a spreadsheet."),
    (b"II*\0", "This is a scan.", "Type the names, or ask for the list as a spreadsheet."),
    (b"MM\0*", "This is a scan.", "Type the names, or ask for the list as a spreadsheet."),
    (b"{\\rtf", "This is a rich text file.", _PASTE),
    (b"SQLite format 3", "This is a database.", _AS_CSV),
    (b"MZ", "This is a program. It was not run.", _AS_CSV),
    (b"\x1f\x8b", "This is a packed file.", "Unpack it first, and bring in the list that is in it."),
    (b"7z\xbc\xaf", "This is a packed file.", "Unpack it first, and bring in the list that is in it."),
    (b"Rar!", "This is a packed file.", "Unpack it first, and bring in the list that is in it."),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE = (
    ("EncryptedPackage", "This workbook or document is locked with a password.",
     "Open it, take the password off, save it under another name, and bring that in."),
    ("WordDocument", "This is an old Word document (.doc).", "Open it, save it as .docx, and bring that in."),
    ("__substg1.0_", "This is a mail from Outlook.", "Open it, copy the addresses, and paste them as a list."),
    ("PowerPoint Document", "This is a PowerPoint file.", _PASTE),
)  # fmt: skip


def opened(data: bytes, name: str, progress: Progress) -> Opened:
    """Return the sheets of a file. UserError, in a sentence that says what it is, when it is no list."""
    if not data.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise UserError("This file is empty.", f"{NOTHING} Look whether it is the right one.")
    for begins, what, do in _NEVER:
        if data.startswith(begins) and (len(begins) > 2 or b"\0" in data[:200]):
            raise UserError(f"{what} {NOTHING}", do)
    if data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypheix"} or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise UserError(f"This is a photo. {NOTHING}", "Type the names, or ask for the list as a spreadsheet.")
    packed = data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if len(data) > (LARGEST_PACKED if packed else LARGEST):
        raise UserError(f"This is far larger than any list of people or events. {NOTHING}", _AS_CSV)
    if packed:
        return _package(data, progress)
    if data.startswith(_OLE):
        return _old(data)
    try:
        text = coding.text_of(data)
    except coding.NoText as wrong:
        raise UserError(f"This is not a list in plain text (CSV), nor a workbook. {NOTHING}", _AS_CSV) from wrong
    return _text(text, name)


def _package(data: bytes, progress: Progress) -> Opened:
    with packages.package(data, "a packed file") as package:
        names = set(package.namelist())
        mimetype = package.read("mimetype")[:100] if "mimetype" in names else b""
    if "xl/workbook.xml" in names:
        return workbook.opened(data, progress)
    if "word/document.xml" in names:
        return word_table.opened(data)
    if "content.xml" in names and b"opendocument" in mimetype:
        return open_document.opened(data)
    if "xl/workbook.bin" in names:
        raise UserError(f"This is a workbook in binary form (.xlsb). {NOTHING}", "Open it, save it as .xlsx or CSV.")
    if any(part.startswith("ppt/") for part in names):
        raise UserError(f"This is a PowerPoint file. {NOTHING}", _PASTE)
    if any(part.endswith(".iwa") for part in names):
        raise UserError(f"This is a file of Apple's Numbers or Pages. {NOTHING}", "Open it, and export it as CSV.")
    raise UserError(f"This is a packed folder. {NOTHING}", "Unpack it first, and bring in the list that is in it.")


def _old(data: bytes) -> Opened:
    head = (
        data.replace(b"\0", b"")[: 4 * 1024 * 1024] if len(data) < 8 * 1024 * 1024 else data[:65536].replace(b"\0", b"")
    )
    for named, what, do in _IN_OLE:
        if named.encode() in head:
            raise UserError(f"{what} {NOTHING}", do)
    raise UserError(
        f"This is an old Excel workbook (.xls). {NOTHING}", "Open it, save it as .xlsx or CSV, and bring that in."
    )


def _text(text: str, name: str) -> Opened:
    head = text[:20_000].lstrip().lower()
    if head.startswith("begin:vcard"):
        return cards.of_cards(text)
    if head.startswith("begin:vcalendar"):
        return cards.of_event(text)
    if head.startswith("webvtt"):
        raise UserError(f"This is a transcript, no list of people. {NOTHING}", "Bring it in on Listen, as notes.")
    if head.startswith(("{", "[{")):
        raise UserError(
            f"This is data for a program, perhaps a session. {NOTHING}", "Bring a session in from Sessions."
        )
    if "urn:schemas-microsoft-com:office:spreadsheet" in head:
        return marked_up.of_xml(text.lstrip())
    if re.match(
        r"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|meta|style|table|body|div)\b", head, re.S
    ):
        return _page(text, name)
    if head.startswith("mime-version:") or "content-type: multipart/related" in head[:2000]:
        raise UserError(f"This is a web archive. {NOTHING}", _AS_CSV)
    loose = "@" in text.lstrip().partition("\n")[0] and not _UNBROKEN.search(text)  # no headings have one
    if loose and (found := addresses.of_addresses(text)):
        return found
    lines = ((n, [line]) for n, line in enumerate(text.splitlines(), 1)) if mails.is_mail(text) else None
    rows = list(not_empty(lines or addresses.of_blocks(text) or separated.aligned(text) or separated.rows_of(text)))
    if not rows:
        raise UserError("This file is empty.", f"{NOTHING} Look whether it is the right one.")
    return Opened(TEXT, (of_rows(rows),))


_LONGEST_WORD = 2000
"""Characters of a word that stands in no list of names: looking for an address in one twice as long takes four times as long."""
_UNBROKEN = re.compile(rf"[^\s,;|<>]{{{_LONGEST_WORD}}}")


def _page(text: str, name: str) -> Opened:
    found = marked_up.of_page(text)
    if not found.sheets:
        raise UserError(f"This is a web page without a table. {NOTHING}", _PASTE)
    if name.lower().endswith((".xls", ".xlsx")):
        found = replace(found, doubts=("This file is called a workbook and is a web page. Its table was read.",))
    return found


def is_talk(data: bytes) -> bool:
    """Tell whether a text that has commas, and might be taken for a table, is a chat or mails."""
    try:
        text = coding.text_of(data)
    except coding.NoText:
        return False
    return chats.is_chat(text) or mails.is_mail(text)


def names_in(data: bytes, headings: Headings, words: NotesWords) -> Opened | None:
    """Return what is no table as a chat, as mails, or a list of names, one on a line or between commas; None when it is none either."""
    try:
        text = coding.text_of(data)
    except coding.NoText:
        return None
    if _UNBROKEN.search(text):
        return None
    if mails.is_mail(text):
        return mails.of_mails(text, headings)
    return (
        chats.of_chat(text, headings, words)
        or messages.of_messages(text, headings.words)
        or plain.of_names(text, headings.words)
        or messages.of_scrawls(text)
    )
