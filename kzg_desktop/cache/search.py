"""How text becomes tokens of the search index, and a query becomes a match and its check.

Every character and every pair of neighbours is a token, so that any substring of a field is found by its own pairs.
The tokens are hexadecimal UTF-16 units: SQLite's tokenizer then has no opinion about what a letter is, and building
them takes three calls into C. An index that holds no positions finds rows with the same pairs in another order too,
so each hit is checked against the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["match_of", "tokens_of", "words_of"]


def words_of(query: str) -> list[str]:
    """Return the words of *query*, all of which a row must hold; ASCII letters in lower case, as SQLite's lower()."""
    whole = query.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return [word.encode().lower().decode() for word in whole.replace("\0", " ").split()]


def tokens_of(fields: Iterable[str]) -> str:
    """Return the tokens of a row's searched *fields*, separated by spaces.

    The fields are run together: the pairs across two of them do no harm, since each hit is checked.
    """
    units = _units("".join(fields))
    return f"{units.hex(' ', 2)} {units.hex(' ', -4)} {units[2:].hex(' ', -4)}"


def match_of(words: Iterable[str]) -> str:
    """Return the FTS5 expression that every row with all *words* matches."""
    tokens = {token for word in words for token in _needed(word)}
    return " AND ".join(f'"{token}"' for token in sorted(tokens))


def _units(text: str) -> bytes:
    # Lowering bytes also maps some Chinese characters onto others; the check of each hit sorts that out.
    return text.encode("utf-16-be", "surrogatepass").lower()


def _needed(word: str) -> Iterable[str]:
    units = _units(word)
    if len(units) == 2:
        return [units.hex()]
    return [units[i : i + 4].hex() for i in range(0, len(units) - 2, 2)]
