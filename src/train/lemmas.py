"""Learns lemmas: a list of exceptions by form and tag, and rules by ending and tag for everything else.

A rule is a change at the end of a word, "3>y": take three characters off and put "y". Rules are learned for every
ending of up to six letters, and for endings whose first letter is any vowel (V) or any consonant (C); the longest that
is known wins (Juršič et al. 2010 call these ripple-down rules), and a form stands among the exceptions only where the
rules would give it another lemma.
"""

from collections import Counter, defaultdict

from features import plain
from treebank import Sentence

LONGEST_ENDING = 6
# Past tenses share the rules of past participles; the irregular ones stand among the exceptions.
RULED_AS = {"VBD": "VBN"}


def change(form: str, lemma: str) -> str | None:
    """The rule that makes a lemma of a form, if one of bearable size does."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    cut = len(form) - common
    return f"{cut}>{lemma[common:]}" if cut <= 6 and len(lemma) - common <= 6 else None


def applied(form: str, rule: str) -> str:
    cut, put = rule.split(">", 1)
    return form[: len(form) - int(cut)] + put


def learn(sentences: list[Sentence]) -> dict[str, dict[str, str]]:
    """`rules`: "TAG ending" to rule; `exceptions`: "TAG form" to lemma. Names keep their case and are not in either."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for form, lemma, tag in zip(s.forms, s.lemmas, s.xpos):
            if lemma == "_" or any(c.isdigit() for c in form):
                continue
            if not any(c.isalpha() for c in form):
                counts[tag, form][lemma] += 1
            elif tag == "NNPS":
                # Of names, only the plural is undone: "Americans" is American.
                counts[tag, plain(form).lower()][plain(lemma).lower()] += 1
            elif tag != "NNP":
                counts[tag, plain(form).lower()][plain(lemma)] += 1
    best = {key: max(sorted(met), key=lambda lemma: met[lemma]) for key, met in counts.items()}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (tag, form), lemma in best.items():
        rule = change(form, lemma)
        if rule is not None and any(c.isalpha() for c in form):
            for ending in endings(form):
                votes[RULED_AS.get(tag, tag), ending][rule] += 1
    chosen = {key: max(sorted(met), key=lambda rule: met[rule]) for key, met in votes.items()}
    rules: dict[str, str] = {}
    for (tag, ending), rule in sorted(chosen.items(), key=lambda item: (len(item[0][1]), item[0][1][:1].islower(), item[0])):
        # A rule that only repeats what a shorter ending says is left out, and one met once is no rule.
        shorter = next((rules[f"{tag} {e}"] for e in shorter_endings(ending) if f"{tag} {e}" in rules), None)
        if votes[tag, ending][rule] >= 2 and rule != shorter:
            rules[f"{tag} {ending}"] = rule
    exceptions = {}
    for (tag, form), lemma in sorted(best.items()):
        letters = any(c.isalpha() for c in form)
        by_rule = applied(form, _longest(rules, tag, form) or "0>") if letters else form
        # Irregular verbs all stand here, so that "retook" can be seen to go with "took".
        irregular = tag in RULED_AS or tag in RULED_AS.values()
        if by_rule != lemma or (irregular and not form.endswith("ed")):
            exceptions[f"{tag} {form}"] = lemma
    return {"rules": rules, "exceptions": exceptions}


def endings(form: str) -> list[str]:
    """The endings of a form, the most telling first: of each length as it is, then with its first letter's class."""
    found = []
    for n in range(min(LONGEST_ENDING, len(form)), 0, -1):
        ending = form[len(form) - n :]
        found += [ending, _class(ending[0]) + ending[1:]]
    return [*found, ""]


def shorter_endings(ending: str) -> list[str]:
    """What would be asked if an ending were not known."""
    if not ending:
        return []
    same = [_class(ending[0]) + ending[1:]] if ending[0].islower() else []
    return same + endings(ending[1:])


def _class(letter: str) -> str:
    return "V" if letter in "aeiou" else "C"


def _longest(rules: dict[str, str], tag: str, form: str) -> str | None:
    tag = RULED_AS.get(tag, tag)
    return next((rules[f"{tag} {ending}"] for ending in endings(form) if f"{tag} {ending}" in rules), None)
