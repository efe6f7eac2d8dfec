"""Letters that join, and where passages of them begin and end."""

from __future__ import annotations

import re

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
"""Arabic, Persian, Urdu and their neighbours: letters, marks, digits and points."""
_JOINERS = "\u200c\u200d"
"""Keep two letters apart, or joined, and show nothing; Persian cannot be spelled without the first."""

ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
ARABIC_PASSAGE = re.compile(rf"[{_ARABIC}][{_ARABIC}{_JOINERS}]*(?:[^\w\n]+(?=[{_ARABIC}])[{_ARABIC}{_JOINERS}]+)*")
"""With the spaces and points inside it, without other letters and digits."""
LONELY_JOINERS = re.compile(rf"(?<![{_ARABIC}])[{_JOINERS}]|[{_JOINERS}](?![{_ARABIC}])")
"""Those that have nothing to join or keep apart."""
LETTERS_FROM_RIGHT = "\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5-\u06e6\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufbb1\ufe76-\ufefc"
MARKS_ON_LETTERS = "\u064b-\u065f\u0670\u06d6-\u06dc\u06e7-\u06e8\u200c\u200d"
"""Of these passages: what is read from the right whatever stands beside it, and what goes where its letter goes."""
