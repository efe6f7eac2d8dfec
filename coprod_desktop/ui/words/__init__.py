"""What a format, a promise and a session are called on the screen."""
