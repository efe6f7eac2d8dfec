"""Parts of the Listen page."""
