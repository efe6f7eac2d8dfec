"""One renderer a format; each takes the document tree and nothing else."""
