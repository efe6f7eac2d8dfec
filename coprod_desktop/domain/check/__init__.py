"""What to look at before a paper leaves: names, numbers, words taken back."""
