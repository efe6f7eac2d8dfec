"""The window: its frame, the way in, the pages it opens."""
