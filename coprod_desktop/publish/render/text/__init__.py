"""Plain text, and the script to read aloud."""
