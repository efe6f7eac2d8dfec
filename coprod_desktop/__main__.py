"""The command coprod-desktop. With no command, with `window` or with a file to open it opens the window; all else is for cli."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from coprod_desktop import secrecy


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code. Qt is imported only when a window is wanted."""
    secrecy.keep_out_of_dumps()
    words = list(sys.argv[1:] if argv is None else argv)
    command = _command(words)
    if command is None or command == "window" or "." in command:  # a file's name has a dot, and no command has
        from coprod_desktop import app

        return app.main(words)
    from coprod_desktop import cli

    return cli.main(words)


def _command(words: Sequence[str]) -> str | None:
    """Return the first word that is not --workspace or its folder, else None."""
    rest = iter(words)
    for word in rest:
        if word == "--workspace":
            next(rest, None)
        elif not word.startswith("--workspace="):
            return word
    return None


if __name__ == "__main__":
    sys.exit(main())
