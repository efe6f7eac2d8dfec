"""The Bin: what was taken away, to be put back or emptied."""
