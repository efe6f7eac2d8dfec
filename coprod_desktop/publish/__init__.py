"""The gate, the public snapshot, the document tree and its renderers. No window, no database."""
