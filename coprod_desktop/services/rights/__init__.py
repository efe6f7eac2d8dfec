"""What a person may ask for about themselves: everything that is kept, a correction, an erasure; and what is let go in time."""
