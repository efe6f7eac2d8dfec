"""Colours, sizes, icons, and how controls are drawn."""
