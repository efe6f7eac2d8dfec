"""What renderers of every format use."""
