"""Braille, contracted and uncontracted."""
