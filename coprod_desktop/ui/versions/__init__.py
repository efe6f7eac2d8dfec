"""Two versions of one place: one stands."""
