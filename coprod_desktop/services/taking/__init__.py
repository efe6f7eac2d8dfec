"""Taking everything with one: all that is in a workspace, in formats that other programs read."""
