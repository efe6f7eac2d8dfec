"""Lists of people as other programs save them: what kind of file it is, where its table stands, what each column says."""
