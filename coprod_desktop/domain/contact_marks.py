"""What a mail address and a postcode look like in the words in which somebody wrote how to reach a person."""

from __future__ import annotations

import re

MAIL = re.compile(r"[^\s<>,;:()\"“”]+@[^\s<>,;:()\"“”]+\.[^\s<>,;:()\"“”]*\w")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
