"""Changes to training sentences that teach what the treebanks hardly hold: the habits of newswire and of damaged text."""

import random
import re
from dataclasses import replace

from treebank import Sentence

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
# Abbreviations that are also words of grammar, which a reader takes for names all the same.
_GRAMMAR_ACRONYMS = ("IS", "US", "WHO", "IT", "AS", "UN", "EU", "UK", "IS", "US", "WHO")
_LETTERS = "ABCDEFGHIKLMNOPRSTUVW"


def augmented(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as this pass of training sees it: mostly unchanged, at times in the manner of news."""
    if len(sentence) < 3:
        return sentence
    if rng.random() < 0.5:
        sentence = _bare_weekday(sentence)
    if rng.random() < 0.06:
        sentence = _with_weekday(sentence, rng)
    if rng.random() < 0.12:
        sentence = _with_acronym(sentence, rng)
    return _rewritten(sentence, rng)


def _rewritten(sentence: Sentence, rng: random.Random) -> Sentence:
    draw = rng.random()
    forms = list(sentence.forms)
    if draw < 0.015:
        return sentence.with_forms([form.upper() for form in forms])
    if draw < 0.025:
        return sentence.with_forms([form.lower() for form in forms])
    if draw < 0.04:
        return sentence.with_forms([_titled(form, tag) for form, tag in zip(forms, sentence.upos)])
    if draw < 0.09 and sentence.upos[-1] == "PUNCT" and (len(sentence) - 1) not in sentence.heads:
        return _without(sentence, len(sentence) - 1)
    return sentence


def _titled(form: str, tag: str) -> str:
    return form[:1].upper() + form[1:] if tag not in ("ADP", "DET", "CCONJ", "PART", "PUNCT") else form


def _bare_weekday(sentence: Sentence) -> Sentence:
    """"on Tuesday" → "Tuesday", as news agencies write it."""
    for day, form in enumerate(sentence.forms):
        before = day - 1
        plain = _DAY.match(form) and before >= 0 and sentence.forms[before] == "on"
        if plain and sentence.heads[before] == day and sentence.deprels[day] == "obl":
            changed = replace(
                sentence,
                deprels=tuple("obl:unmarked" if i == day else label for i, label in enumerate(sentence.deprels)),
            )
            return _without(changed, before) if before not in sentence.heads else sentence
    return sentence


def _with_weekday(sentence: Sentence, rng: random.Random) -> Sentence:
    """A weekday behind a finite verb of the past, or behind the plain object of one."""
    places = []
    for verb, tag in enumerate(sentence.xpos):
        if tag != "VBD" or sentence.upos[verb] != "VERB":
            continue
        after = verb + 1
        particle = after < len(sentence) and sentence.deprels[after] == "compound:prt"
        places.append((verb, after + int(particle)))
        objects = [i for i, h in enumerate(sentence.heads) if h == verb and sentence.deprels[i] == "obj" and i > verb]
        if objects and not any(h == objects[0] and i > objects[0] for i, h in enumerate(sentence.heads)):
            places.append((verb, objects[0] + 1))
    if not places:
        return sentence
    verb, at = rng.choice(places)
    return _inserted(sentence, at, rng.choice(WEEKDAYS), verb)


def _inserted(sentence: Sentence, at: int, form: str, head: int) -> Sentence:
    def moved(i: int) -> int:
        return i + 1 if i >= at else i

    def put(values: tuple, value: object) -> tuple:
        return (*values[:at], value, *values[at:]) if values else values

    spans = sentence.spans
    if spans is not None:
        spans = (*((moved(a), b + 1 if b >= at else b, kind) for a, b, kind in spans), (at, at, 9))
    return replace(
        sentence,
        forms=put(sentence.forms, form),
        lemmas=put(sentence.lemmas, form),
        upos=put(sentence.upos, "PROPN"),
        xpos=put(sentence.xpos, "NNP"),
        feats=put(sentence.feats, "Number=Sing"),
        heads=put(tuple(moved(h) for h in sentence.heads), moved(head)),
        deprels=put(sentence.deprels, "obl:unmarked"),
        spans=spans,
    )


def _without(sentence: Sentence, at: int) -> Sentence:
    """The sentence less one word, which must have no dependents."""

    def cut(values: tuple) -> tuple:
        return values[:at] + values[at + 1 :]

    def moved(i: int) -> int:
        return i - 1 if i > at else i

    spans = sentence.spans
    if spans is not None:
        kept = ((a - 1 if a > at else a, b - 1 if b >= at else b, kind) for a, b, kind in spans)
        spans = tuple((a, b, kind) for a, b, kind in kept if a <= b)
    return replace(
        sentence,
        forms=cut(sentence.forms),
        lemmas=cut(sentence.lemmas),
        upos=cut(sentence.upos),
        xpos=cut(sentence.xpos),
        feats=cut(sentence.feats),
        heads=tuple(moved(h) for h in cut(sentence.heads)),
        deprels=cut(sentence.deprels),
        spans=spans,
    )


def _with_acronym(sentence: Sentence, rng: random.Random) -> Sentence:
    """Single-word names as abbreviations, often ones that spell a word of grammar."""
    forms = list(sentence.forms)
    for i, tag in enumerate(sentence.xpos):
        alone = tag == "NNP" and sentence.deprels[i] in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "root", "conj")
        if alone and not any(h == i and sentence.deprels[j] in ("flat", "compound") for j, h in enumerate(sentence.heads)):
            if rng.random() < 0.6:
                forms[i] = rng.choice(_GRAMMAR_ACRONYMS) if rng.random() < 0.6 else _acronym(rng)
    return sentence.with_forms(forms)


def _acronym(rng: random.Random) -> str:
    return "".join(rng.choice(_LETTERS) for _ in range(rng.choice((2, 3, 3, 4, 5))))


def shuffled_words(sentence: Sentence, pool: dict[str, list[str]], rng: random.Random, share: float) -> Sentence:
    """Some words replaced by others of the same tag: unlabelled text for a teacher to read (Jiao et al. 2020, in kind)."""
    forms = list(sentence.forms)
    for i, tag in enumerate(sentence.xpos):
        if tag in pool and rng.random() < share:
            forms[i] = rng.choice(pool[tag])
    return replace(sentence.with_forms(forms), gold=False)
