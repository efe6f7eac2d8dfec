"""Parts of the Get ready page: one file a part."""
