"""Private papers: for one person or for the organisation only (design: two doors out)."""
