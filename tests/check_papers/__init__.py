"""Papers against the accessibility rules, by validators from outside. Slow, so not part of the suite."""
