"""Papers people agree on: the list, the editor of headings, versions beside each other, who signed up, making them."""
