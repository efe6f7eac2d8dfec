"""Asking those who can answer: the dialogs, and how a question is spoken of."""
