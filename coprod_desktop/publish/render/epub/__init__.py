"""A paper as an e-book (EPUB 3), made of the elements of the web page."""
