"""Easy Read: the dialog that shows every sentence with its picture, and those it opens."""
