"""Money of people who take part: what is written down of it, and its papers."""
