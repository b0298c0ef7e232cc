"""What the network is shown of a word. `src/annotate/parser/form.ts` computes the same; a test compares the two."""

import re
from collections import Counter
from collections.abc import Iterable

LONGEST_FORM = 20
SHAPES = 14
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "…": "."})


def plain(form: str) -> str:
    """The form with straight quotes and every digit a zero, which is all that the tables know."""
    return re.sub(r"[0-9]", "0", form.translate(_QUOTES))


def shape(form: str) -> int:
    """How a word is written, as one of `SHAPES` classes."""
    letters = [c for c in form if c.isalpha()]
    if not letters:
        if re.fullmatch(r"[0-9]+", form):
            return 1
        return 2 if re.search(r"[0-9]", form) else 3
    upper = [c for c in letters if c.isupper()]
    digits = re.search(r"[0-9]", form) is not None
    if not upper:
        return 4 if digits else (5 if len(letters) == len(form) else 6)
    if len(upper) == len(letters):
        if digits:
            return 7
        if len(letters) == 1:
            return 8
        return 9 if len(letters) == len(form) else 10
    if form[0].isupper() and len(upper) == 1:
        return 11 if not digits else 12
    return 13


def keys(form: str) -> dict[str, str]:
    """The strings by which the tables are looked up."""
    low = plain(form).lower()
    return {"word": low, "suffix2": low[-2:], "suffix3": low[-3:], "prefix2": low[:2], "prefix3": low[:3]}


TABLES = ("word", "suffix2", "suffix3", "prefix2", "prefix3")
LEAST = {"word": 2, "suffix2": 3, "suffix3": 3, "prefix2": 3, "prefix3": 3}


def characters(form: str) -> list[str]:
    """The characters shown to the character network: at most `LONGEST_FORM`, the middle of a longer form left out."""
    chars = list(plain(form))
    if len(chars) > LONGEST_FORM:
        half = LONGEST_FORM // 2
        chars = chars[:half] + chars[-half:]
    return chars


class Vocabulary:
    """Numbers for strings. 0 is the unknown one in tables of words; 0 is padding and 1 unknown among characters."""

    def __init__(self, tables: dict[str, list[str]], chars: list[str], counts: dict[str, int] | None = None):
        self.tables = tables
        self.chars = chars
        self.index = {name: {key: i + 1 for i, key in enumerate(entries)} for name, entries in tables.items()}
        self.char_index = {char: i + 2 for i, char in enumerate(chars)}
        self.counts = counts or {}

    @staticmethod
    def of(forms: Iterable[str]) -> "Vocabulary":
        met: dict[str, Counter[str]] = {name: Counter() for name in TABLES}
        chars: Counter[str] = Counter()
        for form in forms:
            for name, key in keys(form).items():
                met[name][key] += 1
            chars.update(characters(form))
        tables = {name: sorted(key for key, n in met[name].items() if n >= LEAST[name]) for name in TABLES}
        return Vocabulary(tables, sorted(c for c, n in chars.items() if n >= 5), dict(met["word"]))

    def row(self, form: str) -> tuple[int, ...]:
        """The numbers of a form: one per table, then its shape."""
        found = keys(form)
        return (*(self.index[name].get(found[name], 0) for name in TABLES), shape(form))

    def char_row(self, form: str) -> list[int]:
        return [self.char_index.get(c, 1) for c in characters(form)]
