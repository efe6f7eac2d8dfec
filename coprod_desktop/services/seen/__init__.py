"""What a page shows, read in one go."""
