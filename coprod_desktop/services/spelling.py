"""British spelling, from a Hunspell dictionary that ships with the program. Read when it is first asked, on a worker."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

from coprod_desktop import paths
from coprod_desktop.domain.spelling import Doubt, doubtful
from coprod_desktop.services.desk import Desk


def look(desk: Desk, _job: object, text: str, local: frozenset[str], typing: int | None) -> tuple[Doubt, ...]:
    """Return the words of a text that may be misspelt (see domain.spelling)."""
    return doubtful(text, _is_word(), local | plain_words(desk), typing=typing)


def plain_words(desk: Desk) -> frozenset[str]:
    """Return the words that the plain-words list knows: hard ones are spelt right as well."""
    from coprod_desktop.domain.spelling import local_names
    from coprod_desktop.services import plain_words as listed

    return local_names(word for pair in listed.words(desk).items() for word in pair)


@cache
def _is_word() -> Callable[[str], bool]:
    try:
        from spylls.hunspell import Dictionary, readers  # reads for a third of a second, and keeps 40 MB
        from spylls.hunspell.readers.file_reader import BaseReader
    except ModuleNotFoundError:
        return lambda _word: True  # a copy without this part has no hints, and goes on catching words

    class Read(BaseReader):  # type: ignore[misc]
        """The lines of a file that is closed again: the reader that comes with it leaves it open."""

        def __init__(self, ending: str) -> None:
            self._text = paths.resource("spelling", f"en_GB.{ending}").read_text("utf-8")
            super().__init__(io.StringIO(self._text))

        def reset_encoding(self, _encoding: str) -> None:
            self.reset_io(io.StringIO(self._text))

    aff, context = readers.read_aff(Read("aff"))
    dictionary = Dictionary(aff, readers.read_dic(Read("dic"), aff=aff, context=context))

    @cache
    def is_word(word: str) -> bool:
        return bool(dictionary.lookup(word))

    return is_word
