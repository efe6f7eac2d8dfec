"""What undo takes back of the words of an agreed paper: "the words below “What we promise”"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from coprod_desktop.domain.agreed import Parts
from coprod_desktop.domain.agreed_compare import WhatBecame, compare


def of_parts(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return what was changed of a version's headings and words; "" when nothing was. Columns as stored."""
    if "parts" not in before:
        return ""
    changed = [row for row in compare(_parts(before), _parts(now)) if row.change is not WhatBecame.SAME or row.moved]
    if not changed:
        return ""
    told = [row for row in changed if row.change is not WhatBecame.SAME] or changed[:1]
    first = told[0]
    match first.change:
        case WhatBecame.ADDED:
            said = f"the heading “{first.heading}”, which is new"
        case WhatBecame.TAKEN_OUT:
            said = f"the heading “{first.heading}” with its words, which were taken away"
        case WhatBecame.RENAMED:
            said = f"what “{first.before[0]}” is called, “{first.after[0]}” now"
        case WhatBecame.CHANGED:
            said = f"the words below “{first.heading}”"
        case _:
            said = f"the place of “{first.heading}”"
    more = len(told) - 1
    return f"{said}{f' and {more} more' if more else ''}"


def _parts(columns: Mapping[str, Any]) -> Parts:
    return tuple((str(heading), str(text)) for heading, text in json.loads(columns.get("parts") or "[]"))
