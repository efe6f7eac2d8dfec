"""Making papers and handing them out: in every format, for each person."""
