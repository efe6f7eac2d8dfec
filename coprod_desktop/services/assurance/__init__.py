"""The pack that gets the program a yes: what it is made of, what was tested, and answers, from the installed version."""
