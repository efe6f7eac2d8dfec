"""About the program itself: its licences, its content, whether it is whole."""
