"""The window. Nothing but app.py imports it."""
