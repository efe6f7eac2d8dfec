"""What a text may be worth looking at for, as bits of one number: traits.of says which, each finder looks for its own."""

from __future__ import annotations

ODD = 1
"""A word that is not English, or "Mr": names are looked for."""
SPOKEN = 2
DWELLS = 4
ONLINE = 8
POINTS = 16
HEALTH = 32
VIOLENCE = 64
LAW = 128
CUED = 256
"""A word after or before which names stand: "my carer", "Mrs"."""
DIGITS = 512
PASSES = 1024
