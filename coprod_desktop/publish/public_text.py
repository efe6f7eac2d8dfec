"""The one type of free text that papers and the room screen take."""

from __future__ import annotations

from typing import NewType

PublicText = NewType("PublicText", str)
"""Free text that passed the gate. Only publish.gate makes it; a test holds that."""
