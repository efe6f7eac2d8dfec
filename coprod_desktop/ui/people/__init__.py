"""Parts of the People page, and the editor of one person that Get ready shows too."""
