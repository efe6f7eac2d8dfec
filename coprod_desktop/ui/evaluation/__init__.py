"""Evaluation forms typed one after another, and what a session is measured by."""
