"""A box to pick one person of a session in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from coprod_desktop.services.seen.follow_up import Reader


def fill_people(box: QComboBox, readers: Sequence[Reader]) -> None:
    """Fill the box by name; nobody is chosen to begin with. A person's id is the item's data."""
    box.addItem("Choose a person", None)
    for reader in sorted(readers, key=lambda r: r.name.casefold()):
        box.addItem(reader.name, reader.id)
