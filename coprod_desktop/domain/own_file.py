"""The private session file as a file of this program's own: a double click opens it here, and in no other program."""

ENDING = "coprod"
"""After the dot. What is in it is a session file like any other."""
WORDS = "Co-production session, private"
"""What a folder window calls such a file."""
