"""Votes and bids, put down and counted in the window."""
