"""Writes what the features of some forms are, for the test that compares them with those of the program.

    python fixture.py > ../../tests/annotate/form-features.json
"""

import json

from features import characters, keys, shape

FORMS = [
    "Freedonia", "freedonia", "FREEDONIA", "McFirefly", "U.S.", "US", "a", "A", "I", "3,000", "2017", "3rd", "A4", "a4",
    "B52s", "’s", "n’t", "“", "…", "``", "—", "-", "%", "naïve", "Łódź", "Москва", "北京", "İstanbul", "straße", "ﬁn",
    "www.example.com/2017/10", "aVeryLongWordThatNobodyWouldEverWriteInFull", "👍", "e\u0301", "O'Neill", "12:30",
    "co-founder", "Al-Zaman", "ΣΑΣ",
]

if __name__ == "__main__":
    rows = [
        {"form": form, "keys": list(keys(form).values()), "shape": shape(form), "characters": characters(form)}
        for form in FORMS
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=1))
