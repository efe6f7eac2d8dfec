"""Sealed lines: their words opened on purpose, passed on, taken out."""
