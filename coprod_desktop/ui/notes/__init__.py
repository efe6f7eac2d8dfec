"""Notes taken apart, slips and sheets typed in, what a machine wrote confirmed."""
