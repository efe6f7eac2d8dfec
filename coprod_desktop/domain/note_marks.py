"""The note-taker's own marks in a line: where it came from, what was not heard well. They are nobody's words.

"(post-it) Bins are never emptied ??" was said as "Bins are never emptied".
"""

from __future__ import annotations

import re

_LEADING = re.compile(r"^\s*(?:\([^()]{1,60}\)|\[(?![^\]]*left out)[^\[\]]{1,60}\])\s*[:,.–-]?\s*")
_TRAILING = re.compile(r"\s*(?:\(([^()]{1,60})\)|\[([^\[\]]{1,60})\])\s*[.]?\s*$")
_HOW = re.compile(
    r"(?:\d+ )?(?:post.?its?|sticky|flip ?chart|slip|card|board|whiteboard|chat|teams|zoom|e.?mail|text(?:ed)?|phone|voice ?note"
    r"|note|written|wrote|drawn|drawing|signed|bsl|interpret\w*|from|via|by|in|at|corridor|break|tea|lunch|table|group"
    r"|wom[ae]n|m[ae]n|people|person|carers?|resident|staff|shout\w*|whisper\w*|nod\w*|laugh\w*|laughter|applause|clap\w*"
    r"|cry\w*|tears|quiet\w*|silence|pause|unclear|inaudible|not sure|sic|check|again|same|agreed|all|several|x ?\d+)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"(?:\s|^)(?:\?+|\[\?+\]|\(\?+\)|\(sic\)|\[sic\])(?=\s|[.,;!]|$)", re.IGNORECASE)
_DOUBLED = re.compile(r"\?{2,}")
_ASKING = re.compile(
    r"\s*(?:who|what|when|where|why|which|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|any)\b",
    re.I,
)


def without_marks(text: str) -> str:
    """Return a line's words without the note-taker's marks; the line itself when nothing else is left."""
    words = text
    while (m := _LEADING.match(words)) is not None and m.end() < len(words):
        words = words[m.end() :]
    while (m := _TRAILING.search(words)) is not None and _HOW.match(m[1] or m[2]) and m.start():
        words = words[: m.start()]
    words = _UNSURE.sub("", words)
    words = _DOUBLED.sub(lambda m: _question(words, m), words)
    return words.strip() or text


def _question(words: str, m: re.Match[str]) -> str:
    """Two question marks after a question are one; after anything else they say that it was not heard well."""
    sentence = re.split(r"[.!?]\s+", words[: m.start()])[-1]
    return "?" if _ASKING.match(sentence) else ""
