"""Parts of the Follow up page."""
