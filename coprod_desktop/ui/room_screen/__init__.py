"""The second screen the room sees: its picture, its window, and who keeps both."""
