"""Parts of the Answer page."""
