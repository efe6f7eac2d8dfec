"""Hints at plainer words."""
