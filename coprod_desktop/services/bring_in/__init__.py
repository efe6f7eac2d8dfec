"""Everything that comes in from a file: sessions, lists of people, engagement logs."""
