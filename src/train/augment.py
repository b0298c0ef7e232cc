"""Changes to training sentences that teach what the treebanks hardly hold: the habits of newswire and of damaged text."""

import random
import re
from dataclasses import replace

from treebank import ENTITY_TYPES, Sentence

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
# Abbreviations that are also words of grammar, which a reader takes for names all the same.
_GRAMMAR_ACRONYMS = ("IS", "US", "WHO", "IT", "AS", "UN", "EU", "UK", "IS", "US", "WHO")
TIME, PERSON, ORGANIZATION = (ENTITY_TYPES.index(name) for name in ("time", "person", "organization"))
_LETTERS = "ABCDEFGHIKLMNOPRSTUVW"


def augmented(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as this pass of training sees it: mostly unchanged, at times in the manner of news."""
    if len(sentence) < 3:
        return sentence
    if rng.random() < 0.5:
        sentence = _bare_weekday(sentence)
    if rng.random() < 0.08:
        sentence = _with_weekday(sentence, rng)
    if rng.random() < 0.18:
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
    return _inserted(sentence, at, _time(rng), verb)


def _time(rng: random.Random) -> tuple[tuple[str, str, str, str, int], ...]:
    """A phrase of time without a preposition: form, tags, label and head of each word, -1 for the verb."""
    day = rng.choice(WEEKDAYS)
    draw = rng.random()
    if draw < 0.55:
        return ((day, "PROPN", "NNP", "obl:unmarked", -1),)
    if draw < 0.7:
        part = rng.choice(("morning", "afternoon", "evening", "night"))
        return ((day, "PROPN", "NNP", "compound", 1), (part, "NOUN", "NN", "obl:unmarked", -1))
    if draw < 0.85:
        unit = rng.choice(("week", "month", "year", "week"))
        return (("last", "ADJ", "JJ", "amod", 1), (unit, "NOUN", "NN", "obl:unmarked", -1))
    if draw < 0.92:
        when = rng.choice(("late", "early"))
        return ((when, "ADV", "RB", "advmod", 1), (day, "PROPN", "NNP", "obl:unmarked", -1))
    unit = rng.choice(("week", "month", "year"))
    return (
        ("earlier", "ADV", "RBR", "advmod", 2),
        ("this", "DET", "DT", "det", 2),
        (unit, "NOUN", "NN", "obl:unmarked", -1),
    )


def _inserted(sentence: Sentence, at: int, words: tuple[tuple[str, str, str, str, int], ...], verb: int) -> Sentence:
    count = len(words)

    def moved(i: int) -> int:
        return i + count if i >= at else i

    def put(values: tuple, new: list) -> tuple:
        return (*values[:at], *new, *values[at:]) if values else values

    spans = sentence.spans
    if spans is not None:
        spans = (*((moved(a), moved(b), kind) for a, b, kind in spans), (at, at + count - 1, TIME))
    return replace(
        sentence,
        forms=put(sentence.forms, [w[0] for w in words]),
        lemmas=put(sentence.lemmas, [w[0] for w in words]),
        upos=put(sentence.upos, [w[1] for w in words]),
        xpos=put(sentence.xpos, [w[2] for w in words]),
        feats=put(sentence.feats, ["_" for _ in words]),
        heads=put(
            tuple(moved(h) for h in sentence.heads),
            [moved(verb) if w[4] < 0 else at + w[4] for w in words],
        ),
        deprels=put(sentence.deprels, [w[3] for w in words]),
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
    spans = list(sentence.spans or ())
    for i, tag in enumerate(sentence.xpos):
        alone = tag == "NNP" and sentence.deprels[i] in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "root", "conj")
        if alone and not any(h == i and sentence.deprels[j] in ("flat", "compound") for j, h in enumerate(sentence.heads)):
            if rng.random() < 0.6:
                forms[i] = rng.choice(_GRAMMAR_ACRONYMS) if rng.random() < 0.6 else _acronym(rng)
                # Persons are hardly ever written so.
                spans = [(a, b, ORGANIZATION if (a, b, kind) == (i, i, PERSON) else kind) for a, b, kind in spans]
    return replace(sentence.with_forms(forms), spans=None if sentence.spans is None else tuple(spans))


def _acronym(rng: random.Random) -> str:
    return "".join(rng.choice(_LETTERS) for _ in range(rng.choice((2, 3, 3, 4, 5))))


def shuffled_words(sentence: Sentence, pool: dict[str, list[str]], rng: random.Random, share: float) -> Sentence:
    """Some words replaced by others of the same tag: unlabelled text for a teacher to read (Jiao et al. 2020, in kind)."""
    forms = list(sentence.forms)
    for i, tag in enumerate(sentence.xpos):
        if tag in pool and rng.random() < share:
            forms[i] = rng.choice(pool[tag])
    return replace(sentence.with_forms(forms), gold=False)
