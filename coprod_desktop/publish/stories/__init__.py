"""What each kind of paper tells, as a tree of blocks, from the snapshot alone."""
