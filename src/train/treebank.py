"""Reads CoNLL-U treebanks: words, tags, heads, labels, and the mentions that GUM marks.

Only the documents whose licence lets a model be published under CC BY-SA 4.0 are kept: see `is_open`.
Format: https://universaldependencies.org/format.html and, for `Entity=`, https://gucorpling.org/gum/.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

ENTITY_TYPES = (
    "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time",
)

# GUM genres that are left out: their recordings may not be adapted, or only for non-commercial ends.
CLOSED_GENRES = {"conversation", "whow", "fiction"}
# Single documents whose source page names a non-commercial licence for some of its texts, or none that could be checked.
CLOSED_HOSTS = ("talkbank.org", "libretexts.org", "soundcloud.com", "ethz.ch")


@dataclass(frozen=True)
class Sentence:
    """One sentence. Words count from 0; `heads` holds -1 for the root; `spans` are (first, last, type), ends included."""

    forms: tuple[str, ...]
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    # None where the treebank marks no mentions at all, which is not the same as a sentence without any.
    spans: tuple[tuple[int, int, int], ...] | None = None
    lemmas: tuple[str, ...] = ()
    gold: bool = True
    feats: tuple[str, ...] = field(default=(), repr=False)

    def __len__(self) -> int:
        return len(self.forms)

    def with_forms(self, forms: list[str]) -> "Sentence":
        return replace(self, forms=tuple(forms))


def is_open(comments: dict[str, str]) -> bool:
    """Whether a document's licence is known to allow adaptation and commercial use."""
    if comments.get("meta::genre") in CLOSED_GENRES:
        return False
    source = comments.get("meta::sourceURL", "")
    return not any(host in source for host in CLOSED_HOSTS)


def read(path: Path, *, only_open: bool = True, mentions: bool | None = None) -> list[Sentence]:
    """All sentences of a file in order; `mentions` says whether it marks them (by default, whether it is GUM)."""
    marked = "gum" in path.name if mentions is None else mentions
    sentences: list[Sentence] = []
    document: dict[str, str] = {}
    # A mention may run over several sentences' worth of brackets only by mistake, so open ones are forgotten at each end.
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            document = {}
        comment = re.match(r"# (meta::\w+) = (.*)", line)
        if comment:
            document[comment[1]] = comment[2]
        if line and not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            if not only_open or is_open(document):
                sentences.append(_sentence(rows, marked))
            rows = []
    return sentences


def _sentence(rows: list[list[str]], marked: bool) -> Sentence:
    return Sentence(
        forms=tuple(row[1] for row in rows),
        lemmas=tuple(row[2] for row in rows),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        feats=tuple(row[5] for row in rows),
        heads=tuple(int(row[6]) - 1 for row in rows),
        deprels=tuple(row[7] for row in rows),
        spans=_spans(rows) if marked else None,
    )


def _spans(rows: list[list[str]]) -> tuple[tuple[int, int, int], ...]:
    spans: set[tuple[int, int, int]] = set()
    opened: dict[str, list[tuple[int, int]]] = {}
    for at, row in enumerate(rows):
        value = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for bracket in re.finditer(r"\(([^()]+)(\)?)|([^()]+)\)", value):
            if bracket[1]:
                parts = bracket[1].split("-")
                if "[" in parts[0] or len(parts) < 2 or parts[1] not in ENTITY_TYPES:
                    continue
                kind = ENTITY_TYPES.index(parts[1])
                if bracket[2]:
                    spans.add((at, at, kind))
                else:
                    opened.setdefault(parts[0], []).append((at, kind))
            elif opened.get(bracket[3]):
                first, kind = opened[bracket[3]].pop()
                spans.add((first, at, kind))
    # Two mentions of one extent are rare and mean little here; the first by type is kept.
    extents: dict[tuple[int, int], int] = {}
    for first, last, kind in sorted(spans):
        extents.setdefault((first, last), kind)
    return tuple((first, last, kind) for (first, last), kind in extents.items())
