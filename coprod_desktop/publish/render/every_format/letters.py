"""Letters that join, and where passages of them begin and end."""

from __future__ import annotations

import re

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
"""Arabic, Persian, Urdu and their neighbours: letters, marks, digits and points."""
_JOINERS = "\u200c\u200d"
"""Keep two letters apart, or joined, and show nothing; Persian cannot be spelled without the first."""

ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
ARABIC_PASSAGE = re.compile(rf"[{_ARABIC}](?:[{_ARABIC}{_JOINERS}]|[^\w\n]+(?=[{_ARABIC}]))*")
"""With the spaces and points inside it, without other letters and digits."""
LONELY_JOINERS = re.compile(rf"(?<![{_ARABIC}])[{_JOINERS}]|[{_JOINERS}](?![{_ARABIC}])")
"""Those that have nothing to join or keep apart."""
