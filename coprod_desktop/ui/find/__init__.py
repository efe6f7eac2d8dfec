"""Parts of the Find page."""
