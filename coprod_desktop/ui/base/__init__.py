"""What every page stands on: the worker that calls verbs, the context pages are given, folders, announcements."""
